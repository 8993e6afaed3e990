import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intLead} from "./int_lead.ts";

/** Dated conversions that tell how long one takes, at least; the usual horizon, the shortest and the longest. */
const [least, usual, shortest, longest] = [20, 91, 28, 364];

/**
 * How long a lead is given to convert, one row.
 *
 * The horizon is the 90th percentile of the days that conversions took, in whole weeks, from 4 to 52; 13 weeks where fewer than 20
 * conversions are dated.
 */
export const intLeadHorizon = model({
  name: "int_lead_horizon",
  title: {en: "How long a lead is given to convert, one row.", zh: "线索转换的观察期，共一行。"},
  from: [intLead],
  grain: [],
  columns: z.strictObject({
    horizon_days: c.wholeDays("Days within which a conversion counts.", "计入转换的天数。"),
    conversions: c.count("Dated conversions.", "有时间的转换数。"),
    median_days: c.days("Median days to conversion.", "转换用时中位数。").nullable(),
    p90_days: c.days("90th percentile of them.", "转换用时 90 分位数。").nullable()
  }),
  query: (db) =>
    db
      .with("taken", (db) =>
        db
          .selectFrom("int_lead")
          .where("is_dated", "=", true)
          .select(({ref}) => [
            s.count(ref("converted_days")).as("conversions"),
            s.median(ref("converted_days")).as("median_days"),
            s.p90(ref("converted_days")).as("p90_days")
          ])
      )
      .selectFrom("taken")
      .select(({ref}) => {
        const weeks = s.multiply(s.ceil(s.ratio(ref("p90_days"), s.num(7))), s.num(7));
        const held = s.least<number | null>(
          s.greatest<number | null>(weeks, s.toDouble(s.num(shortest))),
          s.toDouble(s.num(longest))
        );
        const isEnough = s.compare(ref("conversions"), ">=", s.num(least));
        return [
          s.toBigint(s.coalesce(s.onlyWhen(isEnough, held), s.toDouble(s.num(usual)))).as("horizon_days"),
          "conversions",
          "median_days",
          "p90_days"
        ];
      })
});
