import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intContractSpan} from "../intermediate/int_contract_span.ts";
import {wilsonHigh, wilsonLow} from "../intervals.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";

/** How many months are told; what began before them is in their start. */
const months = 60;

/**
 * How many contracts began and ended, and what they bring a month, one row per calendar month: the last 60, from the first contract on.
 *
 * Contracts add up exactly: running_start + new + restarted − ended = running_end, which is the next month's start; amounts too. A
 * contract counts from its first paid day; one that ended on that day began and ended. The churn share is that of the contracts running
 * at the month's start. Amounts are those of the latest delivery, so that there is no expansion or contraction to tell.
 */
export const martContractMonth = model({
  name: "mart_contract_month",
  title: {en: "Contracts begun and ended, one row per calendar month.", zh: "合同新增与终止，每个自然月一行。"},
  from: [intAsOf, intContractSpan],
  grain: ["contract_month"],
  columns: z.strictObject({
    contract_month: c.month("The calendar month.", "自然月。"),
    running_start: c.count("Contracts running at its start.", "月初有效合同数。"),
    new_contracts: c.count("Begun by customers without an ended one.", "新客户开始的合同数。"),
    restarted_contracts: c.count("Begun by customers with an ended one.", "有过已终止合同的客户开始的合同数。"),
    ended_contracts: c.count("Ended in the month.", "当月终止的合同数。"),
    running_end: c.count("Running at its end, or at as_of.", "月末（或截止日）有效合同数。"),
    ended_of_start: c.count("Ended, of those running at the start.", "月初有效者中当月终止的合同数。"),
    leaving_customers: c.count(
      "Customers of whose contracts the last to end ended in the month; adds up over months.",
      "其最后终止的合同在当月终止的客户数，可跨月相加。"
    ),
    churn_share: c
      .share("Share of those running at the start that ended; null without any.", "月流失率；月初无合同则空。")
      .nullable(),
    churn_low: c.share("Lower end of its 95% Wilson interval.", "95% Wilson 区间下限。").nullable(),
    churn_high: c.share("Upper end.", "95% 区间上限。").nullable(),
    start_amount: c.money("What those running at the start bring a month.", "月初有效合同的每月金额。"),
    new_amount: c.money("What new contracts add.", "新合同增加的每月金额。"),
    restarted_amount: c.money("What restarted ones add.", "重新开始的合同增加的每月金额。"),
    ended_amount: c.money("What ended ones took away, below zero.", "终止合同减少的每月金额（负数）。"),
    end_amount: c.money("What those running at the end bring a month.", "月末有效合同的每月金额。"),
    is_partial: c.flag("The month was still running at as_of.", "该月在截止时尚未结束。")
  }),
  query: (db) =>
    db
      .with("changes", (db) =>
        db
          .selectFrom("int_contract_span")
          .where("is_counted", "=", true)
          .select(({ref}) => [
            ref("cohort_month").as("change_month"),
            s.when(ref("is_restart"), s.num(0), s.num(1)).as("is_new"),
            s.when(ref("is_restart"), s.num(1), s.num(0)).as("is_restarted"),
            s.num(0).as("is_end"),
            s.num(0).as("is_end_of_start"),
            "monthly_amount"
          ])
          .unionAll(
            db
              .selectFrom("int_contract_span")
              .where("has_ended", "=", true)
              .select(({ref}) => [
                s.month(ref("ended_on").$notNull()).as("change_month"),
                s.num(0).as("is_new"),
                s.num(0).as("is_restarted"),
                s.num(1).as("is_end"),
                s
                  .when(s.compare(ref("cohort_month"), "<", s.month(ref("ended_on"))), s.num(1), s.num(0))
                  .as("is_end_of_start"),
                "monthly_amount"
              ])
          )
      )
      .with("monthly", (db) =>
        db
          .selectFrom("changes")
          .groupBy("change_month")
          .select(({ref}) => {
            const amountWhere = (is: s.Value<number>) =>
              s.sum(s.when(s.compare(is, "=", s.num(1)), ref("monthly_amount"), s.amount("0")));
            return [
              "change_month",
              s.toBigint(s.sum(ref("is_new"))).as("begun_new"),
              s.toBigint(s.sum(ref("is_restarted"))).as("begun_again"),
              s.toBigint(s.sum(ref("is_end"))).as("ended"),
              s.toBigint(s.sum(ref("is_end_of_start"))).as("ended_of_start"),
              amountWhere(ref("is_new")).as("new_amount"),
              amountWhere(ref("is_restarted")).as("restarted_amount"),
              amountWhere(ref("is_end")).as("ended_amount")
            ];
          })
      )
      .with("leavers", (db) =>
        db
          .selectFrom("int_contract_span")
          .where("has_ended", "=", true)
          .groupBy("customer_id")
          .select(({ref}) => [s.month(s.max(ref("ended_on"))).as("left_month")])
      )
      .with("leaving", (db) =>
        db
          .selectFrom("leavers")
          .groupBy("left_month")
          .select(["left_month", s.countRows().as("leavers")])
      )
      .with("spine", (db) =>
        db
          .selectFrom("int_as_of")
          .crossJoin(s.series(0, months - 1))
          .crossJoin((db) =>
            db
              .selectFrom("monthly")
              .select(({ref}) => s.min(ref("change_month")).as("first_month"))
              .as("firsts")
          )
          .where(({ref}) =>
            s.compare(s.addMonths(ref("as_of_month"), s.subtract(s.num(0), ref("n"))), ">=", ref("first_month"))
          )
          .select(({ref}) => [
            s.addMonths(ref("as_of_month"), s.subtract(s.num(0), ref("n"))).as("contract_month"),
            s
              .compare(s.addMonths(ref("as_of_month"), s.subtract(s.num(0), ref("n"))), ">", ref("last_complete_month"))
              .as("is_partial"),
            s.addMonths(ref("as_of_month"), s.num(1 - months)).as("from_month")
          ])
      )
      .with("opening", (db) =>
        db
          .selectFrom("monthly")
          .crossJoin("int_as_of")
          .where(({ref}) => s.compare(ref("change_month"), "<", s.addMonths(ref("as_of_month"), s.num(1 - months))))
          .select(({ref}) => [
            s
              .toBigint(
                s.coalesce(s.sum(s.subtract(s.add(ref("begun_new"), ref("begun_again")), ref("ended"))), s.num(0))
              )
              .as("opening_running"),
            s
              .toMoney(
                s.coalesce(
                  s.sum(s.subtract(s.add(ref("new_amount"), ref("restarted_amount")), ref("ended_amount"))),
                  s.amount("0")
                )
              )
              .as("opening_amount")
          ])
      )
      .with("filled", (db) =>
        db
          .selectFrom("spine")
          .crossJoin("opening")
          .leftJoin("monthly", "change_month", "contract_month")
          .leftJoin("leaving", "left_month", "contract_month")
          .select(({ref}) => {
            const many = (x: s.Value<number | null>) => s.coalesce(x, s.num(0));
            const much = (x: s.Value<number | null>) => s.toMoney(s.coalesce(x, s.amount("0")));
            return [
              "contract_month",
              "is_partial",
              "opening_running",
              "opening_amount",
              many(ref("begun_new")).as("begun_new"),
              many(ref("begun_again")).as("begun_again"),
              many(ref("ended")).as("ended"),
              many(ref("ended_of_start")).as("ended_of_start"),
              many(ref("leavers")).as("leaving_customers"),
              much(ref("new_amount")).as("new_amount"),
              much(ref("restarted_amount")).as("restarted_amount"),
              much(ref("ended_amount")).as("ended_amount")
            ];
          })
      )
      .with("run", (db) =>
        db.selectFrom("filled").select(({ref}) => {
          const change = s.subtract(s.add(ref("begun_new"), ref("begun_again")), ref("ended"));
          const amountChange = s.subtract(s.add(ref("new_amount"), ref("restarted_amount")), ref("ended_amount"));
          const upTo = (x: s.Value<number>) => s.running(s.sum(x), {orderBy: [ref("contract_month")]});
          const runningEnd = s.toBigint(s.add(ref("opening_running"), upTo(change)));
          const amountEnd = s.toMoney(s.add(ref("opening_amount"), upTo(amountChange)));
          return [
            "contract_month",
            "is_partial",
            "begun_new",
            "begun_again",
            "ended",
            "ended_of_start",
            "leaving_customers",
            "new_amount",
            "restarted_amount",
            "ended_amount",
            s.subtract(runningEnd, change).as("running_start"),
            runningEnd.as("running_end"),
            s.toMoney(s.subtract(amountEnd, amountChange)).as("start_amount"),
            amountEnd.as("end_amount")
          ];
        })
      )
      .selectFrom("run")
      .select(({ref}) => {
        const any = s.compare(ref("running_start"), ">", s.num(0));
        const known = (x: s.Value<number>) => s.onlyWhen(any, x);
        return [
          "contract_month",
          "running_start",
          ref("begun_new").as("new_contracts"),
          ref("begun_again").as("restarted_contracts"),
          ref("ended").as("ended_contracts"),
          "running_end",
          "ended_of_start",
          "leaving_customers",
          s.ratio(ref("ended_of_start"), ref("running_start")).as("churn_share"),
          known(wilsonLow(ref("ended_of_start"), ref("running_start"))).as("churn_low"),
          known(wilsonHigh(ref("ended_of_start"), ref("running_start"))).as("churn_high"),
          "start_amount",
          "new_amount",
          "restarted_amount",
          s.toMoney(s.subtract(s.amount("0"), ref("ended_amount"))).as("ended_amount"),
          "end_amount",
          "is_partial"
        ];
      })
});
