import {csvButton, empty, html, panel, table, type Content, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {isWithheld} from "../../withheld.ts";
import type {PairRow, Summary} from "./rows.ts";
import {defined} from "./defined.ts";
import {fileLink} from "./takeAway.ts";
import {noRules} from "./words.ts";

/** Pairs that the table shows. */
const SHOWN = 15;

/** Which two products are bought together: how often, how often chance would do it, and how sure that is. */
export function pairsPanel(pairs: readonly PairRow[], summary: Summary, c: Context): Html {
  const {t, f, minCell} = c;
  const frame = {id: "pairs", span: 12, title: t("What is bought together?", "哪些商品一起购买？")} as const;
  if (summary.state !== "ready") {
    const [title, text] = noRules(summary.state, c, summary);
    return panel({...frame, body: empty({title, text})});
  }
  const shown = pairs.filter((row) => !isWithheld(row.customers, minCell));
  return panel(
    {
      ...frame,
      definition: defined("pair-lift", c),
      long: true,
      sub: t(
        `Pairs in at least ${f.count(summary.least_baskets)} of ${f.count(pairs[0]?.all_baskets)} baskets, by how many more there are than chance would bring`,
        `${f.count(pairs[0]?.all_baskets)} 个购物篮中至少出现 ${f.count(summary.least_baskets)} 次的商品对，按超出随机的数量排序`
      ),
      actions: csvButton(t("all pairs", "全部商品对"), {href: fileLink("item-pairs", c)}),
      body: table({
        caption: t("Pairs bought together", "同购商品对"),
        columns: [
          t("One", "商品"),
          t("Other", "另一商品"),
          {head: t("Baskets", "购物篮"), right: true},
          {head: t("By chance", "随机期望"), right: true},
          {head: t("Support", "支持度"), right: true},
          {head: t("Lift", "提升度"), right: true},
          {head: t("One, then other", "买前者又买后者"), right: true},
          {head: t("Other, then one", "买后者又买前者"), right: true}
        ],
        rows: shown
          .slice(0, SHOWN)
          .map((row): Content[] => [
            row.one_name,
            row.other_name,
            f.count(row.baskets),
            f.number(row.expected_baskets),
            f.share(row.support_share),
            html`${row.is_clear ? html`<b>${f.number(row.lift, 1)}</b>` : f.number(row.lift, 1)}
              <span class="under nowrap">${f.range(row.lift_low, row.lift_high, 1)}</span>`,
            f.share(row.one_to_other_share, 0),
            f.share(row.other_to_one_share, 0)
          ])
      }),
      note: [
        t(
          "Lift: baskets with both ÷ what chance would bring, with its 95% interval; in bold where that leaves out 1. An association, not an effect.",
          "提升度：同篮数÷随机期望，附 95% 区间；区间不含 1 者加粗。仅为关联，并非效果。"
        ),
        " ",
        summary.large_baskets > 0 &&
          t(
            `${f.count(summary.large_baskets)} baskets of over ${f.count(summary.large_from - 1)} products are left out: a restocking says little of what goes together. `,
            `${f.count(summary.large_baskets)} 个超过 ${f.count(summary.large_from - 1)} 种商品的购物篮未计入：批量补货难以说明搭配。`
          ),
        shown.length < pairs.length &&
          t(
            `Pairs of fewer than ${f.count(minCell)} customers are withheld.`,
            `少于 ${f.count(minCell)} 位客户的商品对不予显示。`
          )
      ]
    },
    c
  );
}
