import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {stgFeedback} from "../staging/stg_feedback.ts";
import {stgOrders} from "../staging/stg_orders.ts";
import {stgTickets} from "../staging/stg_tickets.ts";
import {configuredAsOf} from "../staging/asOf.ts";
import {intCustomerOrders} from "./int_customer_orders.ts";
import {intOtherEvent} from "./int_other_event.ts";

/**
 * The instant as of which everything is computed, one row; none, and so no build, while nothing has happened by then.
 *
 * It is the configured one, else the last order, ticket, solution or answer, else the last event of any other kind. The churn horizon is the configured one, else the 90th
 * percentile of the gaps between a customer's consecutive purchase days in whole weeks, at least one; 13 weeks where nobody has
 * bought twice. The running month counts as complete on its last day.
 */
export const intAsOf = model({
  name: "int_as_of",
  title: {en: "The instant of computation, one row.", zh: "计算截止时刻，共一行。"},
  from: [stgOrders, stgTickets, stgFeedback, intCustomerOrders, intOtherEvent],
  grain: [],
  columns: z.strictObject({
    as_of_at: c.instant("The instant.", "截止时刻。"),
    as_of_on: c.day("Its business day.", "截止日。"),
    as_of_month: c.month("Its month.", "截止月。"),
    is_month_complete: c.flag("The day is the last of its month.", "截止日是否为月末。"),
    last_complete_month: c.month("The last month that is over.", "最后一个完整月。"),
    history_from_on: c.day("Day of the first order of a known customer.", "最早订单日期。").nullable(),
    horizon_days: c.wholeDays("Days without an order that count as churn.", "判定流失的天数。")
  }),
  query: (db, settings) =>
    db
      .with("events", (db) =>
        db
          .selectFrom("stg_orders")
          .select(({ref}) => s.max(ref("ordered_at")).as("at"))
          .unionAll(db.selectFrom("stg_tickets").select(({ref}) => s.max(ref("opened_at")).as("at")))
          .unionAll(db.selectFrom("stg_tickets").select(({ref}) => s.max(ref("solved_at")).as("at")))
          .unionAll(db.selectFrom("stg_feedback").select(({ref}) => s.max(ref("answered_at")).as("at")))
      )
      .with("last_event", (db) =>
        db
          .selectFrom("events")
          .crossJoin("int_other_event")
          .select(({ref}) => s.coalesce(s.max(ref("at")), s.max(ref("int_other_event.last_at"))).as("last_at"))
      )
      .with("gaps", (db) =>
        db
          .selectFrom("int_customer_orders")
          .where("is_cancelled", "=", false)
          .select(({ref}) => [
            s.min(ref("ordered_on")).$castTo<Date | null>().as("history_from_on"),
            s.p90(s.onlyWhen(ref("is_first_of_day"), ref("days_since_previous"))).as("long_gap_days")
          ])
      )
      .with("instant", (db) =>
        db
          .selectFrom("last_event")
          .where("last_at", "is not", null)
          .select(({ref}) => {
            const at = configuredAsOf(settings) ?? ref("last_at");
            return [at.as("as_of_at"), s.day(s.local(at, settings.zone)).as("as_of_on")];
          })
      )
      .selectFrom("instant")
      .crossJoin("gaps")
      .select(({ref}) => {
        const tomorrow = s.addDays(ref("as_of_on"), s.num(1));
        const weeks = s.greatest(
          s.round(s.coalesce(s.ratio(ref("long_gap_days"), s.num(7)), s.num(13))),
          s.toDouble(s.num(1))
        );
        return [
          "as_of_at",
          "as_of_on",
          s.month(ref("as_of_on")).as("as_of_month"),
          s.compare(s.month(tomorrow), ">", s.month(ref("as_of_on"))).as("is_month_complete"),
          s.addMonths(s.month(tomorrow), s.num(-1)).as("last_complete_month"),
          "history_from_on",
          (settings.churn.horizonDays ? s.num(settings.churn.horizonDays) : s.toBigint(s.multiply(weeks, s.num(7)))).as(
            "horizon_days"
          )
        ];
      })
});
