import {kpis, type Html, type Kpi} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {unsigned} from "../overview/unsigned.ts";
import {chosenOf} from "./chosen.ts";
import {defined} from "./defined.ts";
import type {BasketsData, Summary} from "./rows.ts";
import {methodName} from "./words.ts";

/** Six numbers: baskets, pairs, both hit rates, who can be offered something of a new category, who is due again. */
export const kpiStrip = (summary: Summary, data: BasketsData, c: Context): Html =>
  kpis(
    [
      basketsKpi(summary, c),
      pairsKpi(summary, c),
      hitKpi(data, "all", c),
      hitKpi(data, "new", c),
      crossKpi(summary, c),
      dueKpi(data, c)
    ],
    c
  );

function basketsKpi(summary: Summary, c: Context): Kpi {
  const {t, f} = c;
  const several = summary.baskets - summary.one_item_baskets;
  return {
    label: t("Baskets", "购物篮"),
    definition: defined("basket", c),
    value: f.kpi(summary.baskets),
    versus:
      summary.baskets > 0
        ? t(
            `${f.share(several / summary.baskets, 0)} of several products`,
            `${f.share(several / summary.baskets, 0)} 含多种商品`
          )
        : t("no line names a product", "明细没有商品"),
    note:
      summary.large_baskets > 0
        ? t(
            `${f.count(summary.large_baskets)} of over ${f.count(summary.large_from - 1)} products left out of pairs`,
            `${f.count(summary.large_baskets)} 个超过 ${f.count(summary.large_from - 1)} 种商品，不计入组合`
          )
        : summary.items_per_basket !== null &&
          t(
            `${f.number(summary.items_per_basket, 1)} products on average`,
            `平均 ${f.number(summary.items_per_basket, 1)} 种商品`
          )
  };
}

const pairsKpi = (summary: Summary, c: Context): Kpi => {
  const {t, f} = c;
  return {
    label: t("Frequent pairs", "频繁商品对"),
    href: "#pairs",
    definition: defined("frequent-pair", c),
    value: summary.least_baskets === null ? f.missing : f.kpi(summary.pairs),
    versus:
      summary.least_baskets === null
        ? t("nothing to pair", "没有可配对的商品")
        : t(
            `in ${f.count(summary.least_baskets)} baskets or more`,
            `至少出现在 ${f.count(summary.least_baskets)} 个购物篮`
          ),
    note:
      summary.longer_sets > 0 &&
      t(`${f.count(summary.longer_sets)} longer sets`, `更长组合 ${f.count(summary.longer_sets)} 个`)
  };
};

function hitKpi({tests}: BasketsData, scope: "all" | "new", c: Context): Kpi {
  const {t, f} = c;
  const used = chosenOf(tests, scope);
  const against = scope === "all" ? "repeat" : "popularity";
  const other = tests.find((row) => row.scope === scope && row.stage === "test" && row.method === against);
  const [gain, low, high] =
    against === "repeat"
      ? [used?.gain_repeat, used?.gain_repeat_low, used?.gain_repeat_high]
      : [used?.gain_popularity, used?.gain_popularity_low, used?.gain_popularity_high];
  const isClear = gain != null && low != null && high != null && (low > 0 || high < 0);
  const over = t(
    `over ${methodName(against, c).toLowerCase()}, ${f.share(other?.hit_share, 0)}`,
    `较${methodName(against, c)} ${f.share(other?.hit_share, 0)}`
  );
  return {
    label: scope === "all" ? t("Hit rate of ten", "十件命中率") : t("The same, new products", "新商品命中率"),
    href: "#test",
    definition: defined(scope === "all" ? "hit-rate" : "new-hit-rate", c),
    value: f.share(used?.hit_share, 0),
    delta: isClear
      ? {value: gain, text: unsigned(f.points(gain, {tight: true})), tone: gain > 0 ? "good" : "bad"}
      : undefined,
    versus: used
      ? other && other !== used && (isClear ? over : t(`no clear gain ${over}`, `${over}，无显著差异`))
      : t("not tested", "未检验"),
    note: used && `${f.shareRange(used.hit_low, used.hit_high, 0)}, n ${f.count(used.customers)}`
  };
}

const crossKpi = (summary: Summary, c: Context): Kpi => {
  const {t, f} = c;
  return {
    label: t("New category to offer", "可推荐新类别"),
    href: "#offers",
    definition: defined("new-category", c),
    value: summary.categories > 0 ? f.kpi(summary.cross_sell_customers) : f.missing,
    versus:
      summary.categories > 0
        ? t(
            `of ${f.count(summary.offered_customers)} customers, in their first three new products`,
            `共 ${f.count(summary.offered_customers)} 位客户，前三件新品之内`
          )
        : t("products have no category", "商品没有类别"),
    note:
      summary.categories > 0 &&
      t(`a dearer product: ${f.count(summary.up_sell_customers)}`, `更高价商品：${f.count(summary.up_sell_customers)}`)
  };
};

function dueKpi({due}: BasketsData, c: Context): Kpi {
  const {t, f} = c;
  const all = due[0]?.all_due ?? 0;
  return {
    label: t("Due again", "到期复购"),
    href: "#due",
    definition: defined("due-again", c),
    value: f.kpi(all),
    versus: t("customers × products in rhythm", "客户×商品（按自身节奏）"),
    note: due[0] && t(`${f.count(due[0].all_customers)} customers`, `${f.count(due[0].all_customers)} 位客户`)
  };
}
