import {z} from "zod";
import type {Kysely} from "kysely";
import {columnsOf} from "../../warehouse/columns.ts";
import * as c from "../../warehouse/columns.ts";
import {duckdb} from "../../warehouse/compiler.ts";
import {duckdbTypes} from "../../warehouse/types.ts";
import {model} from "../model.ts";
import type {Settings} from "../settings.ts";
import {date} from "../sql.ts";
import {intAsOf} from "./int_as_of.ts";
import {intCustomerOrders} from "./int_customer_orders.ts";
import {intRfmDay} from "./int_rfm_day.ts";
import {rfmScores} from "./rfmScores.ts";

const columns = z.strictObject({
  month_on: c.day("The day as of which the row is true.", "评分日。"),
  customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
  first_order_on: c.day("Day of the customer's first order.", "客户首单日期。"),
  recency_days: c.wholeDays("Days from the last order by then.", "截至当日距最近订单天数。"),
  frequency: c.count("Orders in the window that ended then.", "当时窗口内订单数。"),
  monetary: c.money("Net revenue in that window.", "当时窗口内净收入。"),
  recency_score: c.score("5: most recent.", "近度得分，5 为最近。"),
  frequency_score: c.score("5: most frequent.", "频度得分，5 为最频繁。"),
  monetary_score: c.score("5: highest revenue.", "金额得分，5 为最高。"),
  segment: c.text("Segment named by the three scores.", "由三项得分决定的分群。")
});

/** The rows of one day, its ISO text given. */
const rowsOf = (settings: Settings, day: string): string => {
  const scored = rfmScores(duckdb as Kysely<any>, settings, () => date(day)).as("scored");
  const own = columnsOf(columns).filter(({name}) => name !== "month_on");
  const query = (duckdb as Kysely<any>)
    .selectFrom(scored)
    .select(({ref}) => [date(day).as("month_on"), ...own.map(({name}) => ref(name).as(name))]);
  return query.compile().sql;
};

/**
 * RFM scores at the end of past months, one row per customer with an order in the window that ended then.
 *
 * Days are those of int_rfm_day. Each day is scored as mart_rfm scores as_of: its own window, its own quantiles, only orders up to
 * that day; what happens later changes no row of it. Refunds and cancellations carry no date of their own and count from the day of
 * their order; customers are those that are known today. One day after the other is scored, so that memory holds one.
 */
export const intRfmMonth = model({
  name: "int_rfm_month",
  title: {
    en: "RFM scores at the end of past months, one row per customer and month.",
    zh: "历次月末的 RFM 得分，每位客户每月一行。"
  },
  from: [intAsOf, intCustomerOrders, intRfmDay],
  grain: ["month_on", "customer_id"],
  columns,
  procedure: {
    version: (settings) => rowsOf(settings, "2000-01-01"),
    make: async ({warehouse, settings, table}) => {
      const days = await warehouse.rows<{day: string}>(
        "select cast(month_on as varchar) as day from int_rfm_day order by month_on"
      );
      const typed = columnsOf(columns).map(({name, sql}) => `"${name}" ${duckdbTypes[sql]}`);
      await warehouse.transaction(async () => {
        await warehouse.run(`create or replace table ${table} (${typed.join(", ")})`);
        for (const {day} of days) await warehouse.run(`insert into ${table} ${rowsOf(settings, day)}`);
      });
    }
  }
});
