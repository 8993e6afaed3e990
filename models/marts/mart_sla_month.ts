import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {unknownGroup} from "../cohortDimensions.ts";
import {wilsonHigh, wilsonLow} from "../intervals.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intTicket} from "../intermediate/int_ticket.ts";
import {intTicketTarget, ticketTargets} from "../intermediate/int_ticket_target.ts";
import {ticketPriorities} from "../intermediate/ticketWords.ts";

const values = ["all", ...ticketPriorities, unknownGroup] as const;

/**
 * Promises kept by month of opening, one row per month, target and priority, and one for all priorities.
 *
 * A promise is kept where first reply or solution came within the target of the priority with which the ticket began. An open ticket past
 * its target is broken, one that still has time is running and not in the share. Intervals are Wilson's.
 */
export const martSlaMonth = model({
  name: "mart_sla_month",
  title: {
    en: "Promises kept by month, one row per month, target and priority.",
    zh: "服务承诺达成率，每月每项承诺每个优先级一行。"
  },
  from: [intAsOf, intTicket, intTicketTarget],
  grain: ["opened_month", "target", "priority"],
  columns: z.strictObject({
    opened_month: c.month("Month in which the tickets were opened.", "工单创建月份。"),
    target: c.oneOf(ticketTargets, "What was promised.", "承诺事项。"),
    priority: c.oneOf(values, "Priority with which they began.", "初始优先级。"),
    tickets: c.count("Tickets with this promise.", "有此承诺的工单数。"),
    kept: c.count("Of them answered or solved in time.", "其中按时完成。"),
    broken: c.count("Of them late, or open past the target.", "其中超时（含未完成）。"),
    running: c.count("Of them open with time left.", "其中仍在时限内未完成。"),
    kept_share: c.share("Kept ÷ (kept + broken).", "达成率。").nullable(),
    kept_low: c.share("Lower end of its 95 % interval.", "95% 区间下限。").nullable(),
    kept_high: c.share("Upper end of its 95 % interval.", "95% 区间上限。").nullable(),
    is_partial: c.flag("The month was still running at as_of.", "该月在截止时尚未结束。")
  }),
  query: (db) =>
    db
      .with("promises", (db) =>
        db
          .selectFrom("int_ticket_target as promise")
          .innerJoin("int_ticket as ticket", "ticket.ticket_id", "promise.ticket_id")
          .select(({ref}) => [
            "opened_month",
            "target",
            s.coalesce(ref("promise.priority").$castTo<string | null>(), s.text<string>(unknownGroup)).as("priority"),
            "is_breached",
            "is_running"
          ])
      )
      .with("both", (db) =>
        db
          .selectFrom("promises")
          .selectAll()
          .unionAll(
            db
              .selectFrom("promises")
              .select(["opened_month", "target", s.text<string>("all").as("priority"), "is_breached", "is_running"])
          )
      )
      .with("counted", (db) =>
        db
          .selectFrom("both")
          .groupBy(["opened_month", "target", "priority"])
          .select(({ref}) => {
            const those = (condition: s.Value<boolean>) => s.count(s.onlyWhen(condition, ref("opened_month")));
            return [
              "opened_month",
              "target",
              "priority",
              s.countRows().as("tickets"),
              those(s.both(s.not(ref("is_breached")), s.not(ref("is_running")))).as("kept"),
              those(ref("is_breached")).as("broken"),
              those(s.both(s.not(ref("is_breached")), ref("is_running"))).as("running")
            ];
          })
      )
      .selectFrom("counted")
      .crossJoin("int_as_of")
      .select(({ref}) => {
        const decided = s.add(ref("kept"), ref("broken"));
        const some = <T>(x: s.Value<T>) => s.onlyWhen(s.compare(decided, ">", s.num(0)), x);
        return [
          "opened_month",
          "target",
          ref("priority").$castTo<(typeof values)[number]>().as("priority"),
          "tickets",
          "kept",
          "broken",
          "running",
          s.ratio(ref("kept"), decided).as("kept_share"),
          some(wilsonLow(ref("kept"), decided)).as("kept_low"),
          some(wilsonHigh(ref("kept"), decided)).as("kept_high"),
          s.compare(ref("opened_month"), ">", ref("last_complete_month")).as("is_partial")
        ];
      })
});
