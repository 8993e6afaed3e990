import {empty, html, numbers, panel, stackedMonths, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {isWithheld, withheldWords} from "../../withheld.ts";
import {axisNames} from "../cohorts/axisNames.ts";
import type {MonthRow} from "./moneyKpis.ts";

/** Months that the bars show. */
const shown = 15;

/** Every third month is named under the axis. */
const every = 3;

/** What may be told of a month: whether its customers may be split, and whether they may be counted at all. */
interface Told {
  row: MonthRow;
  isSplit: boolean;
  isWhole: boolean;
}

const told = (row: MonthRow, minCell: number): Told => ({
  row,
  isSplit: ![row.returning_customers, row.new_customers].some((n) => isWithheld(n, minCell)),
  isWhole: !isWithheld(row.active_customers, minCell)
});

/** Who orders each month: customers of earlier months, and new ones. */
export function basePanel(rows: readonly MonthRow[], c: Context): Html {
  const {t, f, minCell} = c;
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
  const shownMonths = months.map((row) => told(row, minCell));
  const isAnyFew = shownMonths.some(({isSplit}) => !isSplit);
  const complete = shownMonths.filter(({row, isSplit}) => !row.is_partial && isSplit).at(-1)?.row;
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
      months: shownMonths.map(({row, isSplit, isWhole}, i) => ({
        name: names[i]!,
        values: [
          isSplit ? row.returning_customers : 0,
          isSplit ? row.new_customers : 0,
          ...(isAnyFew ? [!isSplit && isWhole ? row.active_customers : 0] : [])
        ],
        running: row.is_partial
      })),
      keys: [
        {name: t("Returning", "老客"), tone: "r7"},
        {name: t("New", "新客"), tone: "r4"},
        ...(isAnyFew ? [{name: t("Not split", "未拆分"), tone: "ctx" as const}] : [])
      ],
      every,
      y: {format: f.axis(Math.max(...months.map((row) => row.active_customers)))}
    })}${numbers(
      {
        caption: title,
        columns: [t("Month", "月份"), t("Returning", "老客"), t("New", "新客"), t("All", "全部")],
        rows: shownMonths.map(({row, isSplit, isWhole}) => [
          f.month(row.order_month) + (row.is_partial ? t(" (so far)", "（进行中）") : ""),
          isSplit ? f.count(row.returning_customers) : f.missing,
          isSplit ? f.count(row.new_customers) : f.missing,
          isWhole ? f.count(row.active_customers) : f.missing
        ])
      },
      c
    )}`,
    note: html`${sentence}${pale}${isAnyFew && ` – : ${withheldWords(minCell, c)}`}`
  });
}
