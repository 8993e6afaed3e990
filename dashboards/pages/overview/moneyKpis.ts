import type {martMonth} from "../../../models/marts/mart_month.ts";
import type {RowOf} from "../../../models/model.ts";
import type {Kpi, Spark} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import type {Difference} from "../cohorts/intervals.ts";
import type {TwelveMonths} from "./twelveMonths.ts";
import {unsigned} from "./unsigned.ts";

export type MonthRow = RowOf<typeof martMonth>;

/** Months that a sparkline shows. */
const course = 13;

const sparkOf = (months: readonly MonthRow[], of: (row: MonthRow) => number): Spark => {
  const last = months.toSorted((a, b) => +a.order_month - +b.order_month).slice(-course);
  return {values: last.map(of), running: last.at(-1)?.is_partial};
};

/** A relative change as a delta with its interval, or why there is none. */
function against(
  change: Difference | null | undefined,
  year: TwelveMonths | undefined,
  {t, f}: Context
): Pick<Kpi, "delta" | "versus" | "note"> {
  if (!year) return {versus: t("no orders yet", "尚无订单")};
  if (!change)
    return {
      versus: t(
        `no comparison: orders begin on ${f.date(year.historyFrom)}`,
        `无法比较：订单始于 ${f.date(year.historyFrom)}`
      )
    };
  const range = t(
    `95% interval ${f.change(change.low, 0)} to ${f.change(change.high, 0)}`,
    `95% 区间 ${f.change(change.low, 0)} 至 ${f.change(change.high, 0)}`
  );
  return {
    delta: change.isClear
      ? {value: change.value, text: f.share(Math.abs(change.value)), tone: change.value < 0 ? "bad" : "good"}
      : "unclear",
    versus: t("vs prior 12 months", "较前 12 个月"),
    note: range
  };
}

export const activeKpi = (year: TwelveMonths | undefined, months: readonly MonthRow[], c: Context): Kpi => ({
  label: c.t("Active customers, 12 m", "活跃客户（12 个月）"),
  href: c.href("/customers"),
  definition: {
    id: "active",
    term: c.t("Active customers", "活跃客户"),
    text: c.t(
      "Known customers with an order in the last twelve months. The interval takes customers won and lost as Poisson counts. The line shows each month.",
      "近 12 个月有订单的已识别客户。区间把新增与流失的客户视为泊松计数。折线为各月。"
    )
  },
  value: c.f.kpi(year?.end.customers),
  ...against(year?.customers, year, c),
  spark: sparkOf(months, (row) => row.active_customers)
});

export const revenueKpi = (year: TwelveMonths | undefined, months: readonly MonthRow[], c: Context): Kpi => ({
  label: c.t("Net revenue, 12 m", "净收入（12 个月）"),
  href: "#bridge",
  definition: {
    id: "net-revenue",
    term: c.t("Net revenue", "净收入"),
    text: c.t(
      "Lines less discounts and refunds, without tax and shipping; known customers only. The interval takes customers as independent.",
      "订单明细减折扣与退款，不含税费与运费；仅含已识别客户。区间假设客户相互独立。"
    )
  },
  value: c.f.money(year?.end.net_revenue),
  ...against(year?.revenue, year, c),
  spark: sparkOf(months, (row) => row.net_revenue)
});

/** Net revenue retention; compared with 100%, the year before, and with its gross twin. */
export function retentionKpi(year: TwelveMonths | undefined, c: Context): Kpi {
  const {t, f} = c;
  const kpi = {
    label: t("Net revenue retention", "净收入留存率"),
    href: "#bridge",
    definition: {
      id: "net-retention",
      term: t("Net revenue retention", "净收入留存率"),
      text: t(
        "What the customers of the twelve months before spent in the last twelve, as a share of what they spent then. Gross leaves their growth out.",
        "前 12 个月的客户在近 12 个月的消费占其当时消费的比例。毛留存不计增长。"
      )
    }
  };
  const retention = year?.retention;
  if (!year || !retention)
    return {
      ...kpi,
      value: f.missing,
      versus: year?.historyFrom
        ? t(
            `needs two years of orders; they begin on ${f.date(year.historyFrom)}`,
            `需要两年订单；订单始于 ${f.date(year.historyFrom)}`
          )
        : t("no orders yet", "尚无订单")
    };
  const {value, low, high} = retention;
  const isClear = low > 1 || high < 1;
  return {
    ...kpi,
    value: f.share(value),
    delta: isClear
      ? {value: value - 1, text: unsigned(f.points(value - 1, {tight: true})), tone: value < 1 ? "bad" : "good"}
      : "unclear",
    versus: t(`vs 100%; gross ${f.share(year.grossRatio)}`, `较 100%；毛留存 ${f.share(year.grossRatio)}`),
    note: t(
      `95% interval ${f.shareRange(low, high)}, n ${f.count(retention.n)}`,
      `95% 区间 ${f.shareRange(low, high)}，n ${f.count(retention.n)}`
    ),
    spark: {values: year.rolling, base: 1}
  };
}
