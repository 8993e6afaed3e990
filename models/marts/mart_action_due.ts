import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {churnCalls, expiringPoints, replenishments, winBacks} from "../actions/buying.ts";
import {anniversaries, birthdays} from "../actions/calendar.ts";
import {notices, renewals} from "../actions/contracts.ts";
import {actions} from "../actions/kinds.ts";
import type {Db} from "../actions/part.ts";
import {deals, followUps} from "../actions/planned.ts";
import {unhappy} from "../actions/unhappy.ts";
import {intActionTask} from "../intermediate/int_action_task.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intContractSpan} from "../intermediate/int_contract_span.ts";
import {intCustomerOpportunities} from "../intermediate/int_customer_opportunities.ts";
import {intCustomerSubscriptions} from "../intermediate/int_customer_subscriptions.ts";
import {intIdentityMember} from "../intermediate/int_identity_member.ts";
import {intIdentityRecord} from "../intermediate/int_identity_record.ts";
import {intPointsLot} from "../intermediate/int_points_lot.ts";
import {model} from "../model.ts";
import {stgSubscriptions} from "../staging/stg_subscriptions.ts";
import {martChurnWatch} from "./mart_churn_watch.ts";
import {martClosedLoop} from "./mart_closed_loop.ts";
import {martCustomer360} from "./mart_customer_360.ts";
import {martOpenOpportunity} from "./mart_open_opportunity.ts";
import {martReplenishmentDue} from "./mart_replenishment_due.ts";

/** What the parts say, under the names that the marts of actions share. */
export const reasonColumns = {
  items: c.count(
    "How many of them: cases, deals, contracts, products, lots of points.",
    "事项数：个案、商机、合同、商品、积分批次。"
  ),
  expected_value: c
    .money(
      "What acting may bring or keep: value at risk of complaint, detractor and churn_call; chance × amount of deal; open deals × share won of follow_up; a year's amount of notice; a term's of renewal; expected revenue of replenishment; lifetime value of win_back. null where nothing tells.",
      "行动可带来或保住的金额：投诉、贬损与流失联系为风险价值；商机为概率×金额；跟进为未结商机×赢单率；解约为一年金额；续约为一期金额；补货为预期收入；唤回为客户价值。无从得知为空。"
    )
    .nullable(),
  reason_text: c
    .text(
      "What it is about: plan of notice and renewal, product of replenishment that is due first, stage of deal, planned activity of follow_up.",
      "事由：合同方案、最先到期的补货商品、商机阶段、计划的跟进类型。"
    )
    .nullable(),
  reason_days: c
    .wholeDays(
      "Days since the complaint, the answer or the notice; without an order of churn_call and win_back; without a change of deal; usual gap of replenishment's product that is due first.",
      "天数：距投诉、作答或解约；未下单天数；商机无变动天数；补货的常用间隔。"
    )
    .nullable(),
  reason_count: c
    .integer(
      "Lowest score of detractor; days past the expected day of deal; open deals of follow_up; orders of win_back; purchase days of replenishment; years of anniversary.",
      "数值：最低评分；商机逾期天数；未结商机数；订单数；补货商品购买天数；周年数。"
    )
    .nullable(),
  reason_amount: c
    .money(
      "Amount of the deals, the contract, the open deals; revenue of a horizon of churn_call, so far of win_back; points that expire.",
      "金额：商机、合同、未结商机；一个视野期收入或累计收入；到期积分数。"
    )
    .nullable(),
  reason_share: c
    .share(
      "Risk of churn_call; probability of still being a customer of win_back; share of such cases that bought of replenishment.",
      "占比：流失风险；仍为客户的概率；同类情形购买占比。"
    )
    .nullable()
};

/**
 * All that is due about customers, whether or not they may be contacted, one row per customer and action.
 *
 * complaint and detractor: nobody has come back yet. notice: cancelled, still running, due when it ends. follow_up: the next planned activity, or one left undone. deal: an open
 * opportunity slipped or is stale. renewal: a contract ends, or begins a term of three months or more. churn_call: on the list of churn
 * watch, which has an end, at no low risk. replenishment: due by the customer's own rhythm. points_expiring, win_back (class A, dormant or lost), anniversary of the first
 * order, birthday. Due is what falls within the configured days around as_of; a notice is until the contract ends, however far ahead.
 */
export const martActionDue = model({
  name: "mart_action_due",
  title: {
    en: "All that is due about customers, one row per customer and action.",
    zh: "全部到期事项（不论可否联系），每位客户每类行动一行。"
  },
  from: [
    intActionTask,
    intAsOf,
    intContractSpan,
    intCustomerOpportunities,
    intCustomerSubscriptions,
    intIdentityMember,
    intIdentityRecord,
    intPointsLot,
    martChurnWatch,
    martClosedLoop,
    martCustomer360,
    martOpenOpportunity,
    martReplenishmentDue,
    stgSubscriptions
  ],
  grain: ["customer_id", "action"],
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    action: c.oneOf(actions, "What is to be done.", "行动类型。"),
    due_on: c
      .day(
        "When it is due: of notice the contract's end; null of a birthday, which is within the days ahead.",
        "到期日；解约为合同终止日；生日为空（在未来期限内）。"
      )
      .nullable(),
    birthday_on: c.day("Day of the birthday.", "生日当天。", "personal").nullable(),
    deal_owner: c.text("Who sells the deal.", "商机负责人。", "personal").nullable(),
    ...reasonColumns
  }),
  query: (db, settings) =>
    [
      unhappy("complaint"),
      unhappy("detractor"),
      notices,
      followUps,
      deals,
      renewals,
      churnCalls,
      replenishments,
      expiringPoints,
      winBacks,
      anniversaries,
      birthdays
    ]
      .map((part) => part(db as unknown as Db, settings))
      .reduce((all, part) => all.unionAll(part))
});
