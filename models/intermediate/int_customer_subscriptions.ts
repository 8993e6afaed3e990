import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {stgSubscriptions} from "../staging/stg_subscriptions.ts";
import {happenedBy, soFarOf} from "./happenedBy.ts";
import {intAsOf} from "./int_as_of.ts";
import {intCustomerKeys} from "./int_customer_keys.ts";
import {knownRows} from "./knownRows.ts";
import {monthlyAmount} from "./monthlyAmount.ts";

/** States in which nothing is delivered or paid, in the spellings of common billing tools. */
const inactiveState =
  "^(cancell?ed|ended|expired|terminated|lapsed|inactive|paused|unpaid|incomplete|incomplete_expired|已取消|已结束|已过期|已终止|已停用|已暂停)$";

/**
 * Subscriptions of known customers as they stood at as_of, one row per subscription started by then.
 *
 * It is active until it ends: a cancellation leaves it running to its end. Where no end is told, its state decides, and where there is
 * no state either, the cancellation. A subscription in its trial is active and brings nothing yet.
 */
export const intCustomerSubscriptions = model({
  name: "int_customer_subscriptions",
  title: {en: "Subscriptions of known customers, one row per subscription.", zh: "已识别客户的订阅，每项一行。"},
  from: [intAsOf, intCustomerKeys, stgSubscriptions],
  grain: ["subscription_id"],
  columns: z.strictObject({
    subscription_id: c.id("The source's own key of the subscription.", "订阅编号。"),
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    plan: c.text("What is subscribed to.", "订阅方案。").nullable(),
    started_at: c.instant("When the service began.", "服务开始时间。"),
    started_on: c.day("Business day of it.", "服务开始日期。"),
    left_at: c.instant("When it was cancelled, else ended.", "取消（否则终止）时间。").nullable(),
    left_on: c.day("Business day of it.", "取消（否则终止）日期。").nullable(),
    recurring_amount: c.money("What one billing interval costs.", "每个计费周期金额。").nullable(),
    is_active: c.flag("Running at as_of.", "截止时是否有效。"),
    monthly_amount: c.money("What it brings a month at as_of, before tax.", "截止时每月金额。")
  }),
  query: (db, {zone}) =>
    db
      .with("dated", (db) =>
        db
          .selectFrom(knownRows(db, stgSubscriptions).as("known"))
          .crossJoin("int_as_of")
          .where(({ref}) => happenedBy(ref("started_at"), ref))
          .select(({ref}) => {
            const endedAt = soFarOf(ref("ended_at"), ref);
            const cancelledAt = soFarOf(ref("cancelled_at"), ref);
            const state = s.lower(s.trim(ref("subscription_status")));
            const goesOn = s.coalesce(s.not(s.matches(state, inactiveState)), s.isNull(cancelledAt));
            const isDated = s.isKnown(ref("ended_at"));
            return [
              "subscription_id",
              "customer_id",
              "plan",
              "started_at",
              "started_on",
              s.firstOf(cancelledAt, endedAt).as("left_at"),
              "recurring_amount",
              "billing_interval",
              s.when(isDated, s.isNull(endedAt), goesOn).as("is_active"),
              s.coalesce(s.compare(ref("trial_ends_at"), ">", ref("as_of_at")), s.no).as("is_trial")
            ];
          })
      )
      .selectFrom("dated")
      .select(({ref}) => {
        const pays = s.both(ref("is_active"), s.not(ref("is_trial")));
        return [
          "subscription_id",
          "customer_id",
          "plan",
          "started_at",
          "started_on",
          "left_at",
          s.day(s.local(ref("left_at"), zone)).as("left_on"),
          "recurring_amount",
          "is_active",
          s
            .when(pays, monthlyAmount(ref("recurring_amount"), ref("billing_interval")), s.amount("0"))
            .as("monthly_amount")
        ];
      })
});
