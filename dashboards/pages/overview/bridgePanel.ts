import {bridge, csvButton, empty, html, numbers, panel, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {foldedSteps, type Step} from "./foldedSteps.ts";
import type {BridgeRow, TwelveMonths} from "./twelveMonths.ts";

/** What existing customers took away and added first, new ones last. */
const order: readonly BridgeRow["step"][] = [
  "start",
  "churned",
  "contraction",
  "expansion",
  "reactivated",
  "new",
  "end"
];

/** The name of a step; totals carry the month in which their window ends. */
export function stepName({step, to_on: to}: Pick<Step, "step" | "to_on">, {t, f}: Pick<Context, "t" | "f">): string {
  const total = t(`12 m to ${f.month(to)}`, `截至${f.month(to)}`);
  return {
    start: total,
    end: total,
    new: t("New", "新客"),
    reactivated: t("Reactivated", "回流"),
    expansion: t("Expansion", "增长"),
    contraction: t("Contraction", "缩减"),
    churned: t("Churned", "流失"),
    folded: t("Other steps", "其余步骤")
  }[step];
}

/** The steps in the order in which they are read; those of too few customers as one, before the end. */
export const inOrder = (rows: readonly BridgeRow[], minCell: number): Step[] =>
  foldedSteps(
    order.flatMap((step) => rows.filter((row) => row.step === step)),
    minCell
  );

/** Where the change of net revenue came from, as a bridge that adds up exactly. */
export function bridgePanel(year: TwelveMonths | undefined, rows: readonly BridgeRow[], c: Context): Html {
  const {t, f} = c;
  const title = t("Where did the revenue come from?", "收入从何而来？");
  if (!year || (year.start.net_revenue === 0 && year.end.net_revenue === 0))
    return panel({
      span: 8,
      id: "bridge",
      title,
      body: empty({
        title: t("No revenue in the orders", "订单中没有收入"),
        text: t(
          "Map the amount of an order, or add an export of order lines, then run perennial run.",
          "请映射订单金额，或添加订单明细导出，再运行 perennial run。"
        )
      })
    });
  if (!year.isComparable)
    return panel({
      span: 8,
      id: "bridge",
      title,
      body: empty({
        title: t("Two years of orders are needed", "需要两年的订单"),
        text: t(
          `The bridge sets twelve months against the twelve before them, from ${f.date(year.start.from_on)}. Orders begin on ${f.date(year.historyFrom)}. Add older exports of orders, then run perennial run.`,
          `桥接图将 12 个月与之前 12 个月相比，起自 ${f.date(year.start.from_on)}；订单始于 ${f.date(year.historyFrom)}。请添加更早的订单导出，再运行 perennial run。`
        )
      })
    });
  const change = year.end.net_revenue - year.start.net_revenue;
  const size = f.money(Math.abs(change));
  const question =
    change >= 0
      ? t(`Where did the extra ${size} come from?`, `多出的 ${size} 来自哪里？`)
      : t(`Where did ${size} go?`, `减少的 ${size} 去了哪里？`);
  const steps = inOrder(rows, c.minCell);
  const folded = steps.some((row) => row.step === "folded");
  const missing =
    year.missingDays > 0 &&
    t(
      ` Orders begin on ${f.date(year.historyFrom)}, ${f.days(year.missingDays)} into the first twelve months.`,
      ` 订单始于 ${f.date(year.historyFrom)}，首个 12 个月缺 ${f.days(year.missingDays)}。`
    );
  // A step that cannot hold anybody yet is not a finding of nobody.
  const unknowable =
    year.historyFrom !== null &&
    year.historyFrom >= year.start.from_on &&
    t(
      " Nobody can count as reactivated yet: no order is older than the first twelve months.",
      " 尚无早于首个 12 个月的订单，因此不可能有回流客户。"
    );
  return panel({
    span: 8,
    id: "bridge",
    title: question,
    sub: t(
      "Net revenue of twelve months: what existing customers took away and added, then new ones",
      "12 个月净收入：现有客户的减少与增加，以及新客"
    ),
    actions: csvButton(question),
    body: html`${bridge(
      {
        label: t(
          `From ${f.money(year.start.net_revenue)} to ${f.money(year.end.net_revenue)}`,
          `由 ${f.money(year.start.net_revenue)} 到 ${f.money(year.end.net_revenue)}`
        ),
        steps: steps.map((row) => ({name: stepName(row, c), value: row.net_revenue, total: row.is_total})),
        format: ({value, total}) => f.money(value, {plus: !total})
      },
      c
    )}${numbers(
      {
        caption: t("Steps of the bridge", "桥接各步骤"),
        columns: [
          t("Step", "步骤"),
          t("Customers", "客户数"),
          t("Net revenue", "净收入"),
          t("Share of the start", "占期初")
        ],
        rows: steps.map((row) => [
          stepName(row, c),
          f.count(row.customers),
          f.moneyExact(row.net_revenue, 2),
          f.share(row.start_ratio)
        ])
      },
      c
    )}`,
    note: html`${t("Steps add up to the difference exactly. Known customers only; cost of goods is not in these figures.", "各步骤之和与差额完全一致。仅含已识别客户，未扣除商品成本。")}${missing}${unknowable}${folded && t(` Other steps: some of fewer than ${c.minCell} customers, counted together.`, ` 其余步骤：含不足 ${c.minCell} 位客户者，合并计算。`)}`
  });
}
