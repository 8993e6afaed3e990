import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intLead} from "../intermediate/int_lead.ts";
import {intLeadHorizon} from "../intermediate/int_lead_horizon.ts";
import {wilsonHigh, wilsonLow} from "../intervals.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";

/**
 * How the leads of a month converted, one row per month in which one came in.
 *
 * Leads without a time are of no month; a conversion without one is counted, but not as one within the horizon. is_horizon_open: some
 * of the month may still convert within it, so its share may rise, and counts in no comparison.
 */
export const martLeadMonth = model({
  name: "mart_lead_month",
  title: {
    en: "How the leads of a month converted, one row per month of arrival.",
    zh: "按创建月的线索转换，每月一行。"
  },
  from: [intAsOf, intLead, intLeadHorizon],
  grain: ["created_month"],
  columns: z.strictObject({
    created_month: c.month("Month in which they came in.", "线索创建月。"),
    leads: c.count("Leads.", "线索数。"),
    open_leads: c.count("Neither converted nor lost.", "跟进中线索数。"),
    lost_leads: c.count("Lost.", "已丢失线索数。"),
    converted_leads: c.count("Converted so far.", "累计转换数。"),
    converted_in_time: c.count("Converted within the horizon so far.", "观察期内转换数。"),
    conversion_share: c.share("Converted within the horizon so far ÷ leads.", "观察期内转换率。"),
    conversion_low: c.share("Lower end of its 95 % interval.", "区间下限。"),
    conversion_high: c.share("Upper end of its interval.", "区间上限。"),
    median_days: c.days("Median days to conversion.", "转换用时中位数。").nullable(),
    is_horizon_open: c.flag("Some may still convert within the horizon.", "观察期尚未结束。"),
    is_partial: c.flag("The month was still running as of the build.", "截止时该月未结束。")
  }),
  query: (db) =>
    db
      .with("told", (db) =>
        db
          .selectFrom("int_lead")
          .crossJoin("int_lead_horizon")
          .crossJoin("int_as_of")
          .where("created_on", "is not", null)
          .select(({ref}) => [
            s.month(ref("created_on").$notNull()).as("created_month"),
            "state",
            "converted_days",
            s
              .coalesce(s.compare(ref("converted_days"), "<=", ref("int_lead_horizon.horizon_days")), s.no)
              .as("is_in_time"),
            s
              .compare(
                s.addSeconds(ref("created_at"), s.multiply(ref("int_lead_horizon.horizon_days"), s.num(86_400))),
                ">",
                ref("as_of_at")
              )
              .as("is_running"),
            s.compare(s.month(ref("created_on").$notNull()), ">", ref("last_complete_month")).as("is_partial")
          ])
      )
      .selectFrom("told")
      .groupBy("created_month")
      .select(({ref}) => {
        const n = s.countRows();
        const x = s.countRows().filterWhere("is_in_time", "=", true);
        return [
          "created_month",
          s.countRows().as("leads"),
          s.countRows().filterWhere("state", "=", "open").as("open_leads"),
          s.countRows().filterWhere("state", "=", "lost").as("lost_leads"),
          s.countRows().filterWhere("state", "=", "converted").as("converted_leads"),
          s.countRows().filterWhere("is_in_time", "=", true).as("converted_in_time"),
          s.ratio(x, n).$notNull().as("conversion_share"),
          wilsonLow(x, n).as("conversion_low"),
          wilsonHigh(x, n).as("conversion_high"),
          s.median(ref("converted_days")).as("median_days"),
          s.anyTrue(ref("is_running")).as("is_horizon_open"),
          s.anyTrue(ref("is_partial")).as("is_partial")
        ];
      })
});
