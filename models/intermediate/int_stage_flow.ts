import type {Expression} from "kysely";
import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intCustomerStage} from "./int_customer_stage.ts";
import {intLifecycle} from "./int_lifecycle.ts";
import {intStageSpell} from "./int_stage_spell.ts";
import {stageOf, stages} from "./stageOf.ts";
import {covers, cutsOf, silenceOf, standingOf} from "./stageStanding.ts";

/** Where a customer may come from: a stage, or nowhere yet. */
export const origins = [...stages, "not_known", "undated"] as const;
export type Origin = (typeof origins)[number];

const moved = ["from_on", "to_on", "months", "from_stage", "to_stage", "has_ordered", "net_revenue_12m"] as const;

/**
 * How many customers went from which stage to which, one row per day to which, months before it, both stages, and whether they ordered
 * in between.
 *
 * Each month end is compared with the one before it, as_of with those 1, 3 and 12 before; the thresholds of a day are those of
 * int_lifecycle, known by then. from_stage not_known: first recorded, or first ordering, after the earlier day; undated: without
 * order, and without a date of the record, so that nobody can say. Such are counted at as_of alone.
 */
export const intStageFlow = model({
  name: "int_stage_flow",
  title: {
    en: "Customers who went from one stage to another, one row per period, stages and whether they ordered.",
    zh: "阶段之间流动的客户数，每个期间、起止阶段、是否下单一行。"
  },
  from: [intCustomerStage, intLifecycle, intStageSpell],
  grain: ["to_on", "months", "from_stage", "to_stage", "has_ordered"],
  columns: z.strictObject({
    from_on: c.day("As of the end of this day they were in the first stage.", "起始日（当日末）。"),
    to_on: c.day("As of the end of this day they were in the second.", "截止日（当日末）。"),
    months: c.count("How many month ends lie between: 1, 3 or 12.", "相隔的月末数：1、3 或 12。"),
    from_stage: c.oneOf(origins, "Stage on the first day.", "起始阶段。"),
    to_stage: c.oneOf(stages, "Stage on the second day.", "到达阶段。"),
    has_ordered: c.flag("With an order after the first day.", "其间是否下单。"),
    customers: c.count("Customers.", "客户数。"),
    net_revenue_12m: c.money(
      "Their net revenue of twelve calendar months by the second day.",
      "截至到达日 12 个自然月的净收入。"
    )
  }),
  query: (db, {lifecycle: {loyalPurchaseDays}}) =>
    db
      .with("days", (db) =>
        db.selectFrom("int_lifecycle").select(({ref}) => {
          const before = <T>(x: s.Value<T>) => s.ordered(s.lag(x), {orderBy: [ref("stage_on")]});
          return [
            "stage_on",
            "stage_month",
            "is_as_of",
            "slipping_after_days",
            "dormant_after_days",
            "lost_after_days",
            before(ref("stage_on")).as("before_on"),
            before(ref("slipping_after_days")).as("before_slipping_after_days"),
            before(ref("dormant_after_days")).as("before_dormant_after_days"),
            before(ref("lost_after_days")).as("before_lost_after_days")
          ];
        })
      )
      .with("monthly", (db) =>
        db
          .selectFrom("int_stage_spell")
          .innerJoin("days", (on) => on.on(({ref}) => covers(ref, "stage_month")))
          .where("is_as_of", "=", false)
          .where("before_on", "is not", null)
          .select(({ref}) => {
            const begins = s.compare(ref("from_month"), "=", ref("stage_month"));
            const earlier = <T>(before: Expression<T>, same: Expression<T>) => s.when(begins, before, same);
            const was = {
              silence: silenceOf(earlier(ref("before_order_on"), ref("last_order_on")), ref("before_on").$notNull()),
              purchaseDays: earlier(ref("before_purchase_days"), ref("purchase_days")),
              lastGap: earlier(ref("before_gap_days"), ref("last_gap_days"))
            };
            return [
              ref("before_on").$notNull().as("from_on"),
              ref("stage_on").as("to_on"),
              s.toBigint(s.num(1)).as("months"),
              s
                .when(
                  s.both(begins, ref("is_first")),
                  s.text("not_known"),
                  stageOf(was, cutsOf(ref, "before_"), loyalPurchaseDays)
                )
                .$castTo<Origin>()
                .as("from_stage"),
              stageOf(standingOf(ref, "stage_on"), cutsOf(ref), loyalPurchaseDays).as("to_stage"),
              s.coalesce(s.compare(ref("last_order_on"), ">", ref("before_on")), s.no).as("has_ordered"),
              "net_revenue_12m"
            ];
          })
      )
      .with("spans", (db) =>
        db
          .selectFrom("int_lifecycle")
          .innerJoin("int_lifecycle as now", (on) => on.on("now.is_as_of", "=", true))
          .select(({ref}) => [
            ref("int_lifecycle.stage_on").as("from_on"),
            ref("int_lifecycle.stage_month").as("span_month"),
            ref("now.stage_on").as("to_on"),
            s.monthsBetween(ref("int_lifecycle.stage_month"), ref("now.stage_month")).as("months"),
            "int_lifecycle.slipping_after_days",
            "int_lifecycle.dormant_after_days",
            "int_lifecycle.lost_after_days"
          ])
          .where(({ref}) => {
            const months = s.monthsBetween(ref("int_lifecycle.stage_month"), ref("now.stage_month"));
            return s.either(...[1, 3, 12].map((span) => s.compare(months, "=", s.num(span))));
          })
      )
      .with("stood", (db) =>
        db
          .selectFrom("int_stage_spell")
          .innerJoin("spans", (on) => on.on(({ref}) => covers(ref, "span_month")))
          .select(({ref}) => [
            ref("customer_id").as("stood_id"),
            ref("months").as("stood_months"),
            stageOf(standingOf(ref, "from_on"), cutsOf(ref), loyalPurchaseDays).as("stood_stage")
          ])
      )
      .with("latest", (db) =>
        db
          .selectFrom("int_customer_stage")
          .crossJoin("spans")
          .leftJoin("stood", (on) => on.onRef("stood_id", "=", "customer_id").onRef("stood_months", "=", "months"))
          .select(({ref}) => [
            "from_on",
            "to_on",
            "months",
            s
              .coalesce(ref("stood_stage"), s.when(ref("is_dated"), s.text("not_known"), s.text("undated")))
              .$castTo<Origin>()
              .as("from_stage"),
            ref("stage").as("to_stage"),
            s.coalesce(s.compare(ref("last_purchase_on"), ">", ref("from_on")), s.no).as("has_ordered"),
            "net_revenue_12m"
          ])
      )
      .with("moved", (db) => db.selectFrom("monthly").select(moved).unionAll(db.selectFrom("latest").select(moved)))
      .selectFrom("moved")
      .groupBy(["from_on", "to_on", "months", "from_stage", "to_stage", "has_ordered"])
      .select(({ref}) => [
        "from_on",
        "to_on",
        "months",
        "from_stage",
        "to_stage",
        "has_ordered",
        s.countRows().as("customers"),
        s
          .toMoney(s.sum(ref("net_revenue_12m")))
          .$notNull()
          .as("net_revenue_12m")
      ])
});
