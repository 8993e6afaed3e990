import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {unknownGroup} from "../cohortDimensions.ts";
import {wilsonHigh, wilsonLow} from "../intervals.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intOpportunity} from "../intermediate/int_opportunity.ts";

/** Reasons that a page can hold. */
const mostShown = 200;

/**
 * Why opportunities were lost in the last 365 days, one row per reason; unknown where none is given.
 *
 * Shares are of all that were lost in those days, with Wilson's interval at 95 %; before are the 365 days before them. Those lost nobody
 * knows when are left out.
 */
export const martLossReason = model({
  name: "mart_loss_reason",
  title: {en: "Why opportunities were lost, one row per reason.", zh: "输单原因，每个原因一行。"},
  from: [intAsOf, intOpportunity],
  grain: ["loss_reason"],
  columns: z.strictObject({
    loss_reason: c.text("The reason as the CRM has it; unknown where none.", "输单原因；未注明为 unknown。"),
    lost: c.count("Lost for it in the last 365 days.", "近 365 天因此输单数。"),
    share: c.share("Share of all lost.", "占全部输单的比例。").nullable(),
    share_low: c.share("Lower end of its interval.", "区间下限。").nullable(),
    share_high: c.share("Upper end of its interval.", "区间上限。").nullable(),
    lost_value: c.money("Amounts of those, where they have one.", "其金额合计（有金额者）。"),
    median_cycle_days: c.days("Median days from creation to the loss.", "从创建到输单的天数中位数。").nullable(),
    lost_before: c.count("Lost for it in the 365 days before.", "此前 365 天因此输单数。"),
    share_before: c.share("Share of all lost then.", "当时占比。").nullable(),
    is_common: c.flag(`One of the ${mostShown} most frequent.`, `是否为最常见的 ${mostShown} 个原因之一。`)
  }),
  query: (db) =>
    db
      .with("losses", (db) =>
        db
          .selectFrom("int_opportunity")
          .crossJoin("int_as_of")
          .where("state", "=", "lost")
          .where("closed_on", "is not", null)
          .select(({ref}) => [
            s.coalesce(ref("loss_reason"), s.text<string>(unknownGroup)).as("loss_reason"),
            s.daysBetween(ref("closed_on"), ref("as_of_on")).as("ago"),
            "amount",
            "cycle_days"
          ])
      )
      .with("counted", (db) =>
        db
          .selectFrom("losses")
          .where("ago", "<", 730)
          .groupBy("loss_reason")
          .select(({ref}) => {
            const isNow = s.compare(ref("ago"), "<", s.num(365));
            return [
              "loss_reason",
              s.count(s.onlyWhen(isNow, s.num(1))).as("lost"),
              s.count(s.onlyWhen(s.not(isNow), s.num(1))).as("lost_before"),
              s.coalesce(s.sum(s.onlyWhen(isNow, ref("amount"))), s.amount("0")).as("lost_value"),
              s.median(s.onlyWhen(isNow, ref("cycle_days"))).as("median_cycle_days")
            ];
          })
      )
      .selectFrom("counted")
      .select(({ref}) => {
        const all = s.toBigint(s.overall(s.sum(ref("lost"))));
        const before = s.toBigint(s.overall(s.sum(ref("lost_before"))));
        const some = <T>(x: s.Value<T>) => s.onlyWhen(s.compare(all, ">", s.num(0)), x);
        return [
          "loss_reason",
          "lost",
          s.ratio(ref("lost"), all).as("share"),
          some(wilsonLow(ref("lost"), all)).as("share_low"),
          some(wilsonHigh(ref("lost"), all)).as("share_high"),
          "lost_value",
          "median_cycle_days",
          "lost_before",
          s.ratio(ref("lost_before"), before).as("share_before"),
          s
            .compare(
              s.ordered(s.rowNumber(), {orderBy: [s.descending(ref("lost")), ref("loss_reason")]}),
              "<=",
              s.num(mostShown)
            )
            .as("is_common")
        ];
      })
});
