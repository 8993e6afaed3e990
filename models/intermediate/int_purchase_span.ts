import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "./int_as_of.ts";

export const purchaseSpans = ["whole", "calibration"] as const;

/** Days of history under which nothing is held out. */
const leastHistory = 84;
/** Most days held out: 39 weeks, as in Fader, Hardie & Lee (2005). */
const mostHeldOut = 273;

/**
 * The stretches of history that purchase models are fitted on, one row per span.
 *
 * whole ends at as_of and looks ahead as far as lifetime value does. calibration ends earlier, by half of the history but at most 273
 * days, so that what models foretell can be held against what was then bought; it is absent where the history is under 84 days.
 */
export const intPurchaseSpan = model({
  name: "int_purchase_span",
  title: {
    en: "The stretches of history that purchase models are fitted on, one row per span.",
    zh: "购买模型所用的历史区间，每个区间一行。"
  },
  from: [intAsOf],
  grain: ["span"],
  columns: z.strictObject({
    span: c.oneOf(purchaseSpans, "whole or calibration.", "全部历史或校准期。"),
    to_on: c.day("Its last day.", "区间末日。"),
    horizon_days: c.wholeDays("How far ahead of it is foretold.", "预测天数。"),
    history_days: c.wholeDays("From the first order to as_of.", "首单至截止日的天数。")
  }),
  query: (db, {value}) =>
    db
      .with("history", (db) =>
        db
          .selectFrom("int_as_of")
          .select(({ref}) => [
            "as_of_on",
            s
              .coalesce(s.daysBetween(ref("history_from_on"), ref("as_of_on")).$castTo<number | null>(), s.num(0))
              .as("history_days")
          ])
      )
      .with("held_out", (db) =>
        db
          .selectFrom("history")
          .where("history_days", ">=", leastHistory)
          .select(({ref}) => [
            "as_of_on",
            "history_days",
            s
              .toBigint(s.least(s.ceil(s.ratio(ref("history_days"), s.num(2))).$notNull(), s.num(mostHeldOut)))
              .as("days")
          ])
      )
      .selectFrom("history")
      .select(({ref}) => [
        s.text("whole").$castTo<"whole" | "calibration">().as("span"),
        ref("as_of_on").as("to_on"),
        s.num(value.horizonDays).as("horizon_days"),
        "history_days"
      ])
      .unionAll(
        db
          .selectFrom("held_out" as any)
          .select(({ref}: any) => [
            s.text("calibration").$castTo<"whole" | "calibration">().as("span"),
            s.addDays(ref("as_of_on"), s.subtract(s.num(0), ref("days"))).as("to_on"),
            ref("days").as("horizon_days"),
            "history_days"
          ]) as any
      )
});
