import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intStageFlow, origins} from "../intermediate/int_stage_flow.ts";
import {intLifecycle} from "../intermediate/int_lifecycle.ts";
import {stages} from "../intermediate/stageOf.ts";

/**
 * How many customers moved from which stage to which, one row per period and pair of stages with anybody in it.
 *
 * Periods are each month up to its end or to as_of, and 3 and 12 months up to as_of. Who stayed is there too, so that all rows of a
 * period add up to the customers at its end, and those from a stage to the customers at its start. not_known: first recorded, or
 * first ordering, in the period; undated: nobody can say since when, and without order. Customers never leave the base.
 */
export const martStageMove = model({
  name: "mart_stage_move",
  title: {
    en: "Customers who moved from one stage to another, one row per period and pair of stages.",
    zh: "阶段之间的流动客户，每个期间与起止阶段一行。"
  },
  from: [intLifecycle, intStageFlow],
  grain: ["from_on", "to_on", "from_stage", "to_stage"],
  columns: z.strictObject({
    from_on: c.day("As of the end of this day they were in the first stage.", "起始日（当日末）。"),
    to_on: c.day("As of the end of this day they were in the second.", "截止日（当日末）。"),
    months: c.count("How many month ends lie between: 1, 3 or 12.", "相隔的月末数：1、3 或 12。"),
    from_stage: c.oneOf(origins, "Stage on the first day.", "起始阶段。"),
    to_stage: c.oneOf(stages, "Stage on the second day.", "到达阶段。"),
    customers: c.count("Customers.", "客户数。"),
    net_revenue_12m: c.money(
      "Their net revenue of twelve calendar months by the second day.",
      "截至到达日 12 个自然月的净收入。"
    ),
    is_partial: c.flag("The month of the second day was still running.", "到达日所在月份尚未结束。"),
    is_settled: c.flag(
      "By the first day orders reached back twice as far as lost begins.",
      "起始日的订单历史不短于“流失”所需天数的两倍。"
    )
  }),
  query: (db) =>
    db
      .selectFrom("int_stage_flow")
      .innerJoin("int_lifecycle as start", "start.stage_on", "from_on")
      .innerJoin("int_lifecycle as end", "end.stage_on", "to_on")
      .groupBy(["from_on", "to_on", "months", "from_stage", "to_stage", "end.is_partial", "start.is_settled"])
      .select(({ref}) => [
        "from_on",
        "to_on",
        "months",
        "from_stage",
        "to_stage",
        s
          .toBigint(s.sum(ref("customers")))
          .$notNull()
          .as("customers"),
        s
          .toMoney(s.sum(ref("net_revenue_12m")))
          .$notNull()
          .as("net_revenue_12m"),
        "end.is_partial",
        "start.is_settled"
      ])
});
