import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "./int_as_of.ts";

/** How many month ends before as_of customers are scored on. */
export const rfmMonths = 24;

/**
 * The days as of which customers are scored, one row per day: as_of and the 24 month ends before it, as far as there are orders.
 */
export const intRfmDay = model({
  name: "int_rfm_day",
  title: {
    en: "The days as of which customers are scored, one row per day.",
    zh: "客户评分日：截止日及其前各月末，每日一行。"
  },
  from: [intAsOf],
  grain: ["month_on"],
  columns: z.strictObject({
    month_on: c.day("As of the end of this day.", "评分日（当日末）。"),
    months_before: c.count(
      "0 is as_of, 1 the last month end before it, and so on.",
      "0 为截止日，1 为其前最近月末，依此类推。"
    ),
    is_window_full: c.flag(
      "Orders are known for the whole window that ends on it.",
      "以该日结束的评分窗口内订单是否完整。"
    )
  }),
  query: (db, {rfm}) =>
    db
      .with("days", (db) =>
        db
          .selectFrom("int_as_of")
          .crossJoin(s.series(0, rfmMonths))
          .select(({ref}) => [
            ref("n").as("months_before"),
            ref("history_from_on").$notNull().as("history_from_on"),
            s
              .when(
                s.compare(ref("n"), "=", s.num(0)),
                ref("as_of_on"),
                s.addDays(s.addMonths(ref("as_of_month"), s.subtract(s.num(1), ref("n"))), s.num(-1))
              )
              .as("month_on")
          ])
      )
      .selectFrom("days")
      .whereRef("month_on", ">=", "history_from_on")
      .select(({ref}) => [
        "month_on",
        "months_before",
        (rfm.windowDays === null
          ? s.yes
          : s.compare(s.daysBetween(ref("history_from_on"), ref("month_on")), ">=", s.num(rfm.windowDays - 1))
        ).as("is_window_full")
      ])
});
