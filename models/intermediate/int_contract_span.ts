import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {stgSubscriptions} from "../staging/stg_subscriptions.ts";
import {soFarOf} from "./happenedBy.ts";
import {intAsOf} from "./int_as_of.ts";
import {intCustomerOrders} from "./int_customer_orders.ts";
import {intCustomerProfile} from "./int_customer_profile.ts";
import {intCustomerSubscriptions} from "./int_customer_subscriptions.ts";
import {monthlyAmount} from "./monthlyAmount.ts";

/** Running and ended contracts have a length; the others say why they have none. */
export const contractStates = [
  "running",
  "ended",
  "trial",
  "ended_in_trial",
  "no_end_date",
  "ended_before_start"
] as const;

/**
 * How long each contract has lasted at as_of, one row per subscription of a known customer that had begun by then.
 *
 * A contract lasts from its first paid day (the end of a trial, else the start of the service) to the day on which the service ended,
 * or was cancelled where no end is told; a cancelled one that still runs has not ended. Counting from the start of a trial would give
 * every contract days in which it could not end, because those that ended in the trial are none. A customer who comes back has a new
 * contract. Amounts are those of the latest delivery: exports keep no history of prices.
 */
export const intContractSpan = model({
  name: "int_contract_span",
  title: {en: "How long contracts last, one row per subscription.", zh: "合同时长，每项订阅一行。"},
  from: [intAsOf, intCustomerOrders, intCustomerProfile, intCustomerSubscriptions, stgSubscriptions],
  grain: ["subscription_id"],
  shard: "customer_id",
  columns: z.strictObject({
    subscription_id: c.id("The source's own key of the subscription.", "订阅编号。"),
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    state: c.oneOf(
      contractStates,
      "Whether it runs, has ended, or has no length and why.",
      "有效、已终止，或无时长及原因。"
    ),
    is_counted: c.flag("Has a length: it runs or has ended.", "是否有时长（有效或已终止）。"),
    plan: c.text("What is subscribed to.", "订阅方案。").nullable(),
    acquisition_channel: c.text("How the customer was won.", "获客渠道。").nullable(),
    country: c.text("Country of the customer.", "客户国家。").nullable(),
    had_ordered: c.flag("The customer had ordered before the service began.", "服务开始前是否已下过单。"),
    is_restart: c.flag("An earlier contract of the customer had ended by then.", "此前是否有已终止的合同。"),
    subscribed_on: c.day("Day the service began, trial or not.", "服务开始日（含试用）。"),
    started_on: c.day("First paid day; ahead while on trial.", "首个付费日；试用中则在将来。"),
    ended_on: c.day("Day it ended; null while it runs or where nobody says.", "终止日；有效或未知则空。").nullable(),
    notice_on: c.day("Day on which a contract that still runs was cancelled.", "仍有效但已提出取消的日期。").nullable(),
    duration_days: c.count(
      "Days from the first paid day to the end or to as_of.",
      "从首个付费日到终止日或截止日的天数。"
    ),
    has_ended: c.flag("It has ended.", "是否已终止。"),
    monthly_amount: c.money("What it brings or brought a month, before tax.", "每月金额（税前）。"),
    cohort_month: c.month("Month of the first paid day.", "首个付费日所在月。"),
    start_year: c.integer("Year of it.", "首个付费日所在年。")
  }),
  query: (db, {zone}) =>
    db
      .with("first_orders", (db) =>
        db
          .selectFrom("int_customer_orders")
          .where("is_cancelled", "=", false)
          .groupBy("customer_id")
          .select(({ref}) => [ref("customer_id").as("ordering_id"), s.min(ref("ordered_on")).as("first_ordered_on")])
      )
      .with("told", (db) =>
        db
          .selectFrom("stg_subscriptions")
          .crossJoin("int_as_of")
          .select(({ref}) => [
            ref("subscription_id").as("told_id"),
            "trial_ends_at",
            soFarOf(ref("ended_at"), ref).as("ended_at"),
            soFarOf(ref("cancelled_at"), ref).as("cancelled_at"),
            "billing_interval",
            "as_of_at",
            "as_of_on"
          ])
      )
      .with("dated", (db) =>
        db
          .selectFrom("int_customer_subscriptions")
          .innerJoin("told", "told_id", "subscription_id")
          .select(({ref}) => {
            const endedAt = s.onlyWhen(s.not(ref("is_active")), s.firstOf(ref("ended_at"), ref("cancelled_at")));
            const paidAt = s.greatest(ref("started_at"), s.coalesce(ref("trial_ends_at"), ref("started_at")));
            const on = <T extends Date | null>(at: s.Value<T>) => s.day(s.local(at, zone));
            const inTrial = s.both(
              s.isKnown(ref("trial_ends_at")),
              s.compare(endedAt, ">=", ref("started_at")),
              s.compare(endedAt, "<=", ref("trial_ends_at"))
            );
            return [
              "subscription_id",
              "customer_id",
              "plan",
              "is_active",
              "as_of_on",
              ref("started_on").as("subscribed_on"),
              on(paidAt).as("started_on"),
              s.compare(paidAt, ">", ref("as_of_at")).as("is_on_trial"),
              on(endedAt).as("ended_on"),
              s.onlyWhen(ref("is_active"), on(ref("cancelled_at") as s.Value<Date | null>)).as("notice_on"),
              s.coalesce(inTrial, s.no).as("is_trial_end"),
              monthlyAmount(ref("recurring_amount"), ref("billing_interval")).as("monthly_amount")
            ];
          })
      )
      .with("named", (db) =>
        db.selectFrom("dated").select(({ref}) => {
          const running = s.when(ref("is_on_trial"), s.text("trial"), s.text("running"));
          const late = s.when(
            s.compare(ref("ended_on"), "<", ref("started_on")),
            s.text("ended_before_start"),
            s.text("ended")
          );
          const dated = s.when(ref("is_trial_end"), s.text("ended_in_trial"), late);
          const ended = s.when(s.isNull(ref("ended_on")), s.text("no_end_date"), dated);
          return [
            "subscription_id",
            "customer_id",
            "plan",
            "subscribed_on",
            "started_on",
            "ended_on",
            "notice_on",
            "as_of_on",
            "monthly_amount",
            s.when(ref("is_active"), running, ended).as("state")
          ];
        })
      )
      .with("ends", (db) =>
        db
          .selectFrom("named")
          .where("state", "=", "ended")
          .groupBy("customer_id")
          .select(({ref}) => [ref("customer_id").as("ended_id"), s.min(ref("ended_on")).as("first_ended_on")])
      )
      .selectFrom("named")
      .leftJoin("ends", "ended_id", "named.customer_id")
      .leftJoin("first_orders", "ordering_id", "named.customer_id")
      .leftJoin("int_customer_profile", "int_customer_profile.customer_id", "named.customer_id")
      .select(({ref}) => {
        const is = (state: (typeof contractStates)[number]) => s.compare(ref("state"), "=", s.text(state));
        const counted = s.either(is("running"), is("ended"));
        const until = s.when(is("ended"), ref("ended_on"), ref("as_of_on"));
        const days = s.when(counted, s.daysBetween(ref("started_on"), until), s.num(0));
        // Its own end cannot be before its start, and is the same day only where it lasted no day.
        const isOwn = s.both(is("ended"), s.compare(ref("ended_on"), "=", ref("started_on")));
        const earlier = s.when(
          isOwn,
          s.compare(ref("first_ended_on"), "<", ref("started_on")),
          s.compare(ref("first_ended_on"), "<=", ref("started_on"))
        );
        return [
          "subscription_id",
          "named.customer_id",
          ref("state").$castTo<(typeof contractStates)[number]>().as("state"),
          counted.as("is_counted"),
          "plan",
          "acquisition_channel",
          "country",
          s.coalesce(s.compare(ref("first_ordered_on"), "<", ref("subscribed_on")), s.no).as("had_ordered"),
          s.coalesce(earlier, s.no).as("is_restart"),
          "subscribed_on",
          "started_on",
          "ended_on",
          "notice_on",
          s.greatest(days, s.num(0)).as("duration_days"),
          is("ended").as("has_ended"),
          "monthly_amount",
          s.month(ref("started_on")).as("cohort_month"),
          s.yearOf(ref("started_on")).as("start_year")
        ];
      })
});
