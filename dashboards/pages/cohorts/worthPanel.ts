import {empty, html, key, linesReadout, numbers, panel, type Html, type Tone} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {costKnown, cumulative, type Worth} from "./cumulative.ts";
import type {CohortRow} from "./triangleData.ts";

/** Under this share of revenue of known cost no margin is drawn: it would be told far too low. */
const enoughCost = 0.8;

/** From the oldest half-year to the newest. */
const tones: readonly Tone[] = ["ctx", "c1", "c3", "c4"];

/** What a customer is worth over time, by half-year of the first order. */
export function worthPanel(rows: readonly CohortRow[], c: Context): Html {
  const {t, f} = c;
  const title = t("What is a customer worth over time?", "客户随时间的价值如何？");
  const halves = cumulative(rows);
  const known = costKnown(rows);
  const hasMargin = known !== null && known >= enoughCost;
  const last = Math.max(0, ...halves.flatMap(({points}) => points.map(([month]) => month)));
  const highest = Math.max(0, ...halves.flatMap(({points}) => points.map(([, money]) => money)));
  if (last < 1 || highest <= 0)
    return panel({
      span: 6,
      title,
      body: empty({
        title: highest > 0 ? t("No course yet", "尚无走势") : t("No revenue in the orders", "订单中没有收入"),
        text:
          highest > 0
            ? t(
                "It needs 50 customers with a completed month after the first order.",
                "需要 50 位已走完首单后一个月的客户。"
              )
            : t(
                "Map the amount of an order, or add an export of order lines, then run perennial run.",
                "请映射订单金额，或添加订单明细导出，再运行 perennial run。"
              )
      })
    });
  const name = ({year, half}: Worth) =>
    half === 1 ? t(`Jan–Jun ${year}`, `${year}年1–6月`) : t(`Jul–Dec ${year}`, `${year}年7–12月`);
  const toned = halves.map((half, i) => ({half, tone: tones[i + tones.length - halves.length]!}));
  const axis = f.axisMoney(highest);
  const months = Array.from({length: last + 1}, (_, i) => i);
  const at = (half: Worth, month: number, what: "points" | "margin" = "points") =>
    half[what].find(([x]) => x === month)?.[1];
  return panel({
    span: 6,
    title,
    sub: hasMargin
      ? t(
          "Cumulative net revenue and margin per acquired customer, by half-year of first order",
          "每位获取客户的累计净收入与毛利，按首单所在半年"
        )
      : t(
          "Cumulative net revenue per acquired customer, by half-year of first order",
          "每位获取客户的累计净收入，按首单所在半年"
        ),
    body: html`${linesReadout(
      {
        label: t("Cumulative net revenue per customer", "人均累计净收入"),
        series: [
          ...(hasMargin ? toned.map(({half, tone}) => ({points: half.margin, tone, width: 1.5, dashed: true})) : []),
          ...toned.map(({half, tone}) => ({points: half.points, tone, width: 2, label: name(half)}))
        ],
        x: [0, Math.max(1, last)],
        xTicks: months.filter((tick) => last <= 18 || tick % 3 === 0),
        xFormat: (x) => String(x),
        y: {format: axis},
        height: 215,
        name: (x) => t(`Month ${x}`, `第 ${x} 月`),
        value: (money) => f.money(money)
      },
      c
    )}${numbers(
      {
        caption: t("Cumulative net revenue per customer", "人均累计净收入"),
        columns: [
          t("Month", "月"),
          ...halves.map(name),
          ...(hasMargin ? halves.map((half) => t(`Margin, ${name(half)}`, `毛利，${name(half)}`)) : [])
        ],
        rows: months.map((month) => [
          f.count(month),
          ...halves.map((half) => f.moneyExact(at(half, month), 2)),
          ...(hasMargin ? halves.map((half) => f.moneyExact(at(half, month, "margin"), 2)) : [])
        ])
      },
      c
    )}`,
    note: [
      hasMargin && key("dashed", t("margin", "毛利")),
      marginWords(known, c),
      standing(halves, name, c),
      firstOf(halves, rows, c)
    ]
  });
}

/** Of how much the cost is known, and what to add where it is not. */
function marginWords(known: number | null, {t, f}: Context): string {
  if (known === null || known > 0.9995) return "";
  if (known >= enoughCost)
    return t(
      `Cost is known for ${f.share(known)} of the revenue; margin is that part's alone. `,
      `${f.share(known)} 的收入成本已知；毛利仅为该部分。`
    );
  return t(
    `No margin: cost is known for ${f.share(known)} of the revenue; map unit_cost in an export of products. `,
    `不显示毛利：仅 ${f.share(known)} 的收入成本已知；请在商品导出中映射 unit_cost。`
  );
}

function standing(halves: readonly Worth[], name: (half: Worth) => string, {t, f}: Context): string {
  const caveat = t(
    "These means carry no interval, so no difference is claimed. Cost of acquisition is not known.",
    "这些均值没有区间，因此不对差异下结论。获客成本未知。"
  );
  const [before, now] = halves.slice(-2);
  const both = now && before!.points.filter(([month]) => now.points.some(([x]) => x === month)).at(-1);
  if (!both || !now) return caveat;
  const [month, earlier] = both;
  const later = now.points.find(([x]) => x === month)![1];
  const [a, b] = [f.money(later), f.money(earlier)];
  return (
    t(
      `By month ${month}: ${a} (${name(now)}), ${b} (${name(before!)}). `,
      `至第 ${month} 月：${a}（${name(now)}），${b}（${name(before!)}）。`
    ) + caveat
  );
}

/** The first cohort of the history is no cohort of new customers; said where its half-year is drawn. */
function firstOf(halves: readonly Worth[], rows: readonly CohortRow[], {t, f}: Context): string {
  const first = rows.reduce((least, row) => Math.min(least, +row.cohort_on), Infinity);
  const [oldest] = halves;
  const from = oldest && Date.UTC(oldest.year, oldest.half === 1 ? 0 : 6, 1);
  if (from === undefined || first < from) return "";
  return t(
    ` ${f.month(first)}, the first of the history, holds everybody who was a customer already.`,
    ` 历史首月 ${f.month(first)} 含此前已有的全部客户。`
  );
}
