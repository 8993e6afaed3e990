import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {wilsonHigh, wilsonLow} from "../intervals.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intLifecycle} from "../intermediate/int_lifecycle.ts";
import {intStageFlow} from "../intermediate/int_stage_flow.ts";

/**
 * Which share of those who had fallen silent ordered again, one row per month in whose beginning anybody was dormant or lost.
 *
 * Silent customers are the dormant and the lost at the end of the month before; reactivated ones placed an order in the month,
 * whatever stage they are in after it. Intervals are Wilson's, 95 %.
 */
export const martStageReactivation = model({
  name: "mart_stage_reactivation",
  title: {
    en: "Share of the dormant and lost who ordered again, one row per month.",
    zh: "休眠与流失客户的唤回率，每月一行。"
  },
  from: [intLifecycle, intStageFlow],
  grain: ["month_on"],
  columns: z.strictObject({
    month_on: c.day("Last day of the month, or as_of.", "月末，或截止日。"),
    silent_customers: c.count("Dormant or lost when the month began.", "月初休眠或流失的客户数。"),
    reactivated_customers: c.count("Of them with an order in the month.", "其中当月下单的客户数。"),
    dormant_customers: c.count("Dormant when the month began.", "月初休眠的客户数。"),
    dormant_reactivated_customers: c.count("Of the dormant with an order in the month.", "其中当月下单的休眠客户数。"),
    reactivated_share: c.share("Reactivated ÷ silent.", "唤回客户数÷沉默客户数。"),
    reactivated_low: c.share("Lower end of its 95 % interval.", "其 95% 区间下限。"),
    reactivated_high: c.share("Upper end of it.", "其 95% 区间上限。"),
    is_partial: c.flag("The month was still running at as_of.", "该月在截止时尚未结束。")
  }),
  query: (db) =>
    db
      .with("silent", (db) =>
        db
          .selectFrom("int_stage_flow")
          .where("months", "=", 1)
          .where("from_stage", "in", ["dormant", "lost"])
          .groupBy("to_on")
          .select(({ref}) => {
            const isDormant = s.compare(ref("from_stage"), "=", s.text("dormant"));
            const customersOf = (holds: s.Value<boolean>) =>
              s.toBigint(s.sum(s.when(holds, ref("customers"), s.num(0)))).$notNull();
            return [
              "to_on",
              customersOf(s.yes).as("silent_customers"),
              customersOf(ref("has_ordered") as never).as("reactivated_customers"),
              customersOf(isDormant).as("dormant_customers"),
              customersOf(s.both(isDormant, ref("has_ordered"))).as("dormant_reactivated_customers")
            ];
          })
      )
      .selectFrom("silent")
      .innerJoin("int_lifecycle", "stage_on", "to_on")
      .select(({ref}) => {
        const [of, all] = [ref("reactivated_customers"), ref("silent_customers")];
        return [
          ref("to_on").as("month_on"),
          "silent_customers",
          "reactivated_customers",
          "dormant_customers",
          "dormant_reactivated_customers",
          s.ratio(of, all).$notNull().as("reactivated_share"),
          wilsonLow(of, all).as("reactivated_low"),
          wilsonHigh(of, all).as("reactivated_high"),
          "is_partial"
        ];
      })
});
