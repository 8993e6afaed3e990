import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {nth} from "../nth.ts";
import * as s from "../sql.ts";
import {intLifecycle} from "../intermediate/int_lifecycle.ts";
import {intStageFlow} from "../intermediate/int_stage_flow.ts";
import {stages, type Stage} from "../intermediate/stageOf.ts";

/**
 * How many customers were in which stage of life, one row per stage and month end, the 24 before as_of and as_of itself.
 *
 * The stage at a month's end reads nothing later: its thresholds are those of int_lifecycle by then. Refunds carry no date of their own and
 * count from the day of their order. entered and left are over the month: customers = customers_before + entered − left + undated,
 * exactly. Prospects are counted from the day of their oldest record; undated ones at as_of alone.
 */
export const martStageMonth = model({
  name: "mart_stage_month",
  title: {
    en: "Customers by stage of life, one row per month end and stage.",
    zh: "各生命周期阶段的客户数，每个月末与阶段一行。"
  },
  from: [intLifecycle, intStageFlow],
  grain: ["month_on", "stage"],
  columns: z.strictObject({
    month_on: c.day("As of the end of this day: the last of a month, or as_of.", "截至该日末：月末或截止日。"),
    stage: c.oneOf(stages, "Stage of life.", "生命周期阶段。"),
    position: c.count("Place of the stage, from 1.", "阶段次序，从 1 开始。"),
    customers: c.count("Customers in the stage.", "该阶段客户数。"),
    customers_before: c.count("Customers in it a month end earlier.", "上月末的客户数。"),
    entered_customers: c.count("Came from another stage or were not known.", "本月进入的客户数。"),
    left_customers: c.count("Went to another stage.", "本月离开的客户数。"),
    undated_customers: c.count("Prospects of whom nobody can say since when.", "无记录日期的潜在客户数。"),
    net_revenue_12m: c.money(
      "Net revenue of these customers in the twelve calendar months by then.",
      "这些客户截至当时 12 个自然月的净收入。"
    ),
    after_days: c
      .days(
        "Days of silence after which the stage begins; null where purchases decide.",
        "超过该沉默天数进入该阶段；由购买决定的阶段为空。"
      )
      .nullable(),
    from_purchase_days: c
      .count(
        "Purchase days from which it begins; null where silence decides.",
        "达到该购买日数进入该阶段；由沉默天数决定的阶段为空。"
      )
      .nullable(),
    is_partial: c.flag("The month was still running at as_of.", "该月在截止时尚未结束。"),
    is_settled: c.flag("Orders reached back twice as far as lost begins.", "订单历史不短于“流失”所需沉默天数的两倍。")
  }),
  query: (db, {lifecycle}) =>
    db
      .with("flows", (db) =>
        db
          .selectFrom("int_stage_flow")
          .where("months", "=", 1)
          .crossJoin(s.series(1, stages.length))
          .groupBy(["to_on", "n"])
          .select(({ref}) => {
            const stage = nth(stages, ref("n"));
            const is = (side: "from_stage" | "to_stage") => s.compare(ref(side), "=", stage);
            const undated = s.compare(ref("from_stage"), "=", s.text("undated"));
            const customersOf = (holds: s.Value<boolean>) =>
              s.toBigint(s.sum(s.when(holds, ref("customers"), s.num(0)))).$notNull();
            return [
              ref("to_on").as("month_on"),
              stage.$castTo<Stage>().as("stage"),
              ref("n").as("position"),
              customersOf(is("to_stage")).as("customers"),
              customersOf(is("from_stage")).as("customers_before"),
              customersOf(s.both(is("to_stage"), s.not(is("from_stage")), s.not(undated))).as("entered_customers"),
              customersOf(s.both(is("from_stage"), s.not(is("to_stage")))).as("left_customers"),
              customersOf(s.both(is("to_stage"), undated)).as("undated_customers"),
              s
                .toMoney(s.sum(s.when(is("to_stage"), ref("net_revenue_12m"), s.amount("0"))))
                .$notNull()
                .as("net_revenue_12m")
            ];
          })
      )
      .selectFrom("flows")
      .innerJoin("int_lifecycle", "stage_on", "month_on")
      .select(({ref}) => {
        const is = (stage: Stage) => s.compare(ref("stage"), "=", s.text(stage));
        const purchases: [Stage, number][] = [
          ["prospect", 0],
          ["new", 1],
          ["active", 2],
          ["reactivated", 2],
          ["loyal", lifecycle.loyalPurchaseDays]
        ];
        return [
          "month_on",
          "stage",
          "position",
          "customers",
          "customers_before",
          "entered_customers",
          "left_customers",
          "undated_customers",
          "net_revenue_12m",
          s
            .firstOf(
              s.onlyWhen(is("slipping"), ref("slipping_after_days")),
              s.onlyWhen(is("dormant"), ref("dormant_after_days")),
              s.onlyWhen(is("lost"), ref("lost_after_days"))
            )
            .as("after_days"),
          s
            .firstOf(...purchases.map(([stage, days]) => s.onlyWhen(is(stage), s.toBigint(s.num(days)))))
            .as("from_purchase_days"),
          "is_partial",
          "is_settled"
        ];
      })
});
