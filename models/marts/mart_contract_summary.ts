import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {differenceHigh, differenceLow} from "../differenceIntervals.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intContractSpan} from "../intermediate/int_contract_span.ts";
import {wilsonHigh, wilsonLow} from "../intervals.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {stgSubscriptions} from "../staging/stg_subscriptions.ts";
import {martContractMonth} from "./mart_contract_month.ts";

const states = ["none", "no_length", "none_ended", "too_few", "estimated"] as const;

/** Fewer ends make no curve. */
const enough = 10;

/**
 * How many contracts there are, how fast they end now, and what was left out and why, one row.
 *
 * Churn a month: of the contracts running at the start of each of the last twelve complete months, the share that ended in it; the same
 * for the twelve months before. Both are shares of contract months with Wilson intervals, their difference has Newcombe's.
 */
export const martContractSummary = model({
  name: "mart_contract_summary",
  title: {en: "Contracts in numbers, one row.", zh: "合同概况，共一行。"},
  from: [intAsOf, intContractSpan, stgSubscriptions, martContractMonth],
  grain: [],
  columns: z.strictObject({
    state: c.oneOf(states, "What can be said: nothing without 10 ends.", "可得出的结论；终止不足 10 则不估计。"),
    subscriptions: c.count("Subscriptions that any source tells.", "来源中的订阅数。"),
    not_started: c.count("Of them, begun after as_of.", "其中截止日之后开始。"),
    without_customer: c.count("Of the others, of no known customer.", "其余中无已识别客户。"),
    trials: c.count("On trial: not paid yet.", "试用中，尚未付费。"),
    ended_in_trial: c.count("Ended in their trial.", "试用期内终止。"),
    without_end_date: c.count("Do not run, but nobody says since when.", "已失效但终止日期不明。"),
    ended_before_start: c.count("Ended before they began.", "终止早于开始。"),
    contracts: c.count("Contracts with a length.", "有时长的合同数。"),
    customers: c.count("Customers who have or had them.", "所属客户数。"),
    ended_contracts: c.count("Of the contracts, ended.", "其中已终止。"),
    running_contracts: c.count("Running at as_of.", "截止时有效。"),
    running_customers: c.count("Customers with a running contract.", "有有效合同的客户数。"),
    without_amount: c.count("Running contracts of no known amount.", "有效但金额未知的合同数。"),
    monthly_amount: c.money("What running contracts bring a month.", "有效合同每月金额。"),
    notice_contracts: c.count("Cancelled, but still running.", "已提出取消但仍有效的合同数。"),
    notice_customers: c.count("Customers with such a contract.", "其客户数。"),
    notice_amount: c.money("What those bring a month.", "其每月金额。"),
    contract_months: c.count(
      "Months begun by running contracts in the last twelve complete months.",
      "近 12 个完整月的合同月数。"
    ),
    ended_of_start: c.count("Of them, ended.", "其中当月终止。"),
    churn_share: c.share("Share of contracts that ends in a month; null without any.", "月流失率。").nullable(),
    churn_low: c.share("Lower end of its 95% interval.", "95% 区间下限。").nullable(),
    churn_high: c.share("Upper end.", "95% 区间上限。").nullable(),
    previous_churn_share: c.share("The same in the twelve months before.", "此前 12 个月的月流失率。").nullable(),
    change_low: c.number("Lower end of the difference's 95% interval.", "差值 95% 区间下限。").nullable(),
    change_high: c.number("Upper end.", "95% 区间上限。").nullable()
  }),
  query: (db) =>
    db
      .with("spans", (db) =>
        db.selectFrom("int_contract_span").select(({ref}) => {
          const has = (state: string) => s.compare(ref("state"), "=", s.text(state));
          const many = (condition: s.Value<boolean>) => s.count(s.onlyWhen(condition, ref("subscription_id")));
          const who = (condition: s.Value<boolean>) => s.countDistinct(s.onlyWhen(condition, ref("customer_id")));
          const much = (condition: s.Value<boolean>) =>
            s.coalesce(s.sum(s.onlyWhen(condition, ref("monthly_amount"))), s.amount("0"));
          const notice = s.both(has("running"), s.isKnown(ref("notice_on")));
          return [
            s.countRows().as("spans"),
            many(has("trial")).as("trials"),
            many(has("ended_in_trial")).as("ended_in_trial"),
            many(has("no_end_date")).as("without_end_date"),
            many(has("ended_before_start")).as("ended_before_start"),
            many(ref("is_counted")).as("contracts"),
            who(ref("is_counted")).as("customers"),
            many(has("ended")).as("ended_contracts"),
            many(has("running")).as("running_contracts"),
            who(has("running")).as("running_customers"),
            many(s.both(has("running"), s.compare(ref("monthly_amount"), "=", s.amount("0")))).as("without_amount"),
            much(has("running")).as("monthly_amount"),
            many(notice).as("notice_contracts"),
            who(notice).as("notice_customers"),
            much(notice).as("notice_amount")
          ];
        })
      )
      .with("told", (db) =>
        db
          .selectFrom("stg_subscriptions")
          .crossJoin("int_as_of")
          .select(({ref}) => [
            s.countRows().as("subscriptions"),
            s
              .count(s.onlyWhen(s.compare(ref("started_at"), ">", ref("as_of_at")), ref("subscription_id")))
              .as("not_started")
          ])
      )
      .with("months", (db) =>
        db
          .selectFrom("mart_contract_month")
          .crossJoin("int_as_of")
          .select(({ref}) => {
            const age = s.monthsBetween(ref("contract_month"), ref("last_complete_month"));
            const now = s.both(s.compare(age, ">=", s.num(0)), s.compare(age, "<", s.num(12)));
            const before = s.both(s.compare(age, ">=", s.num(12)), s.compare(age, "<", s.num(24)));
            const total = (condition: s.Value<boolean>, x: s.Value<number>) =>
              s.toBigint(s.coalesce(s.sum(s.onlyWhen(condition, x)), s.num(0)));
            return [
              total(now, ref("running_start")).as("contract_months"),
              total(now, ref("ended_of_start")).as("ended_of_start"),
              total(before, ref("running_start")).as("months_before"),
              total(before, ref("ended_of_start")).as("ended_before")
            ];
          })
      )
      .selectFrom("spans")
      .crossJoin("told")
      .crossJoin("months")
      .select(({ref}) => {
        const some = (n: s.Value<number>) => s.compare(n, ">", s.num(0));
        const share = (ended: s.Value<number>, n: s.Value<number>) => ({
          share: s.ratio(ended, n),
          low: s.onlyWhen(some(n), wilsonLow(ended, n)),
          high: s.onlyWhen(some(n), wilsonHigh(ended, n))
        });
        const now = share(ref("ended_of_start"), ref("contract_months"));
        const before = share(ref("ended_before"), ref("months_before"));
        const none = (n: s.Value<number>) => s.compare(n, "=", s.num(0));
        const few = s.when(
          s.compare(ref("ended_contracts"), "<", s.num(enough)),
          s.text("too_few"),
          s.text("estimated")
        );
        const counted = s.when(none(ref("ended_contracts")), s.text("none_ended"), few);
        const told = s.when(none(ref("contracts")), s.text("no_length"), counted);
        const isBoth = s.both(some(ref("contract_months")), some(ref("months_before")));
        return [
          s
            .when(none(ref("subscriptions")), s.text("none"), told)
            .$castTo<(typeof states)[number]>()
            .as("state"),
          "subscriptions",
          "not_started",
          s.subtract(s.subtract(ref("subscriptions"), ref("not_started")), ref("spans")).as("without_customer"),
          "trials",
          "ended_in_trial",
          "without_end_date",
          "ended_before_start",
          "contracts",
          "customers",
          "ended_contracts",
          "running_contracts",
          "running_customers",
          "without_amount",
          "monthly_amount",
          "notice_contracts",
          "notice_customers",
          "notice_amount",
          "contract_months",
          "ended_of_start",
          now.share.as("churn_share"),
          now.low.as("churn_low"),
          now.high.as("churn_high"),
          before.share.as("previous_churn_share"),
          s.onlyWhen(isBoth, differenceLow(now, before)).as("change_low"),
          s.onlyWhen(isBoth, differenceHigh(now, before)).as("change_high")
        ];
      })
});
