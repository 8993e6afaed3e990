import {empty, html, numbers, panel, stackedMonths, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {axisNames} from "../cohorts/axisNames.ts";
import type {MonthRow} from "./moneyKpis.ts";

/** Months that the bars show. */
const shown = 15;

/** Every third month is named under the axis. */
const every = 3;

/** Who orders each month: customers of earlier months, and new ones. */
export function basePanel(rows: readonly MonthRow[], c: Context): Html {
  const {t, f} = c;
  const title = t("Who is in the base?", "客户基础的构成");
  const months = rows.toSorted((a, b) => +a.order_month - +b.order_month).slice(-shown);
  if (!months.length)
    return panel({
      span: 4,
      title,
      body: empty({
        title: t("No orders yet", "尚无订单"),
        text: t("Add an export of orders, then run perennial run.", "请添加订单导出，再运行 perennial run。")
      })
    });
  const names = axisNames(
    months.map((row) => row.order_month),
    every,
    c
  );
  const last = months.at(-1)!;
  const complete = months.filter((row) => !row.is_partial).at(-1);
  const sentence =
    complete &&
    t(
      `${f.share(complete.returning_customers / complete.active_customers, 0)} of the ${f.count(complete.active_customers)} customers of ${f.month(complete.order_month)} had ordered before.`,
      `${f.month(complete.order_month)}的 ${f.count(complete.active_customers)} 位客户中，${f.share(complete.returning_customers / complete.active_customers, 0)} 此前下过单。`
    );
  const pale =
    last.is_partial &&
    t(` Pale: ${f.month(last.order_month)} is not over.`, ` 浅色：${f.month(last.order_month)}未结束。`);
  return panel({
    span: 4,
    title,
    sub: t("Customers with an order in the month", "当月有订单的客户数"),
    body: html`${stackedMonths({
      label: sentence || title,
      months: months.map((row, i) => ({
        name: names[i]!,
        values: [row.returning_customers, row.new_customers],
        running: row.is_partial
      })),
      keys: [
        {name: t("Returning", "老客"), tone: "r7"},
        {name: t("New", "新客"), tone: "r4"}
      ],
      every,
      y: {format: f.axis(Math.max(...months.map((row) => row.active_customers)))}
    })}${numbers(
      {
        caption: title,
        columns: [t("Month", "月份"), t("Returning", "老客"), t("New", "新客"), t("All", "全部")],
        rows: months.map((row) => [
          f.month(row.order_month) + (row.is_partial ? t(" (so far)", "（进行中）") : ""),
          f.count(row.returning_customers),
          f.count(row.new_customers),
          f.count(row.active_customers)
        ])
      },
      c
    )}`,
    note: html`${sentence}${pale}`
  });
}
