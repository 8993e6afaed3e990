import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {frequencyBand, frequencyBands, recencyBand, recencyBands} from "../campaigns/bands.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "./int_as_of.ts";
import {intCampaignTouch} from "./int_campaign_touch.ts";
import {intCustomerOrders} from "./int_customer_orders.ts";
import {intRfmMonth} from "./int_rfm_month.ts";

/** How far back spend counts that an effect is adjusted by. */
const daysBefore = 365;

/**
 * Customers of a campaign with what they did before and after, one row per campaign and customer.
 *
 * The first touch by the campaign opens the window: the rest of its day and the campaigns.window_days days after that, 31 days of the calendar for a
 * window of 30. Orders in it are the answer, whoever was reached or held back. Whoever is in both arms is marked so and belongs to neither. What lies before the touch was known when arms
 * were drawn: spend and orders of 365 days, whether there was an order in as many days before, the RFM segment at the last
 * month end. A member is overlapping where another campaign reached the customer within a window's length before or after.
 */
export const intCampaignMember = model({
  name: "int_campaign_member",
  title: {
    en: "Customers of a campaign with what they did before and after, one row per campaign and customer.",
    zh: "活动中的客户及其前后行为，每个活动每位客户一行。"
  },
  from: [intAsOf, intCampaignTouch, intCustomerOrders, intRfmMonth],
  grain: ["campaign_id", "customer_id"],
  shard: "customer_id",
  columns: z.strictObject({
    campaign_id: c.id("The campaign.", "活动编号。", "public"),
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    arm: c.oneOf(
      ["treated", "control", "both"],
      "Reached, held back, or both by different touches.",
      "实验组、对照组，或因不同触达同属两组。"
    ),
    version: c.text("Version of the message, where it is one.", "消息版本（唯一时）。").nullable(),
    has_versions: c.flag("Got several versions.", "收到多个版本。"),
    touches: c.count("Touches by the campaign.", "该活动触达次数。"),
    sent_at: c.instant("First of them; null: nobody knows when.", "首次触达时间；未知为空。").nullable(),
    sent_on: c.day("Business day of it.", "其业务日期。").nullable(),
    window_ends_on: c
      .day("Last day of the window: so many days after sent_on.", "窗口最后一日：发送日加窗口天数。")
      .nullable(),
    is_over: c.flag("The window was over by as_of.", "窗口在截止时已结束。"),
    is_opened: c.flag("Opened a message.", "已打开。"),
    is_clicked: c.flag("Clicked in one.", "已点击。"),
    is_unsubscribed: c.flag("Left the list over it.", "因此退订。"),
    is_bounced: c.flag("A message came back.", "被退回。"),
    is_reached: c.flag("Something was delivered, opened or clicked.", "有送达、打开或点击记录。"),
    is_overlapping: c.flag("Another campaign's message fell into the same days.", "同期收到其他活动的消息。"),
    has_ordered: c.flag("Ordered within the window.", "窗口内有下单。"),
    orders: c.count("Orders within the window.", "窗口内订单数。"),
    net_revenue: c.money("Their net revenue.", "窗口内净收入。"),
    had_ordered: c.flag("Ordered within as many days before.", "此前同等天数内有下单。"),
    orders_before: c.count("Orders in the 365 days before.", "此前 365 天订单数。"),
    net_revenue_before: c.money("Net revenue of the 365 days before.", "此前 365 天净收入。"),
    last_order_before_on: c.day("Day of the last order before.", "此前最近下单日。").nullable(),
    recency_band: c.oneOf(recencyBands, "How long ago that was.", "距最近下单的时长。"),
    frequency_band: c.oneOf(frequencyBands, "How many orders in the 365 days before.", "此前 365 天订单数分档。"),
    segment: c.text(
      "RFM segment at the last month end before; none: no order in its window.",
      "此前月末的 RFM 分群；none 为窗口内无订单。"
    )
  }),
  query: (db, {campaigns: {windowDays}}) =>
    db
      .with("met", (db) =>
        db
          .selectFrom("int_campaign_touch")
          .where("is_ahead", "=", false)
          .groupBy(["campaign_id", "customer_id"])
          .select(({ref}) => {
            const isTreated = s.compare(ref("arm"), "=", s.text("treated"));
            const any = (flag: "is_opened" | "is_clicked" | "is_unsubscribed" | "is_bounced") =>
              s.anyTrue(s.both(isTreated, ref(flag))).as(flag);
            const version = s.onlyWhen(isTreated, ref("version"));
            return [
              "campaign_id",
              "customer_id",
              s.countRows().as("touches"),
              s.count(s.onlyWhen(isTreated, ref("touch_id"))).as("treated_touches"),
              s.min(version).$castTo<string | null>().as("first_version"),
              s.max(version).$castTo<string | null>().as("last_version"),
              s.min(ref("sent_at")).$castTo<Date | null>().as("sent_at"),
              s.min(ref("sent_on")).$castTo<Date | null>().as("sent_on"),
              any("is_opened"),
              any("is_clicked"),
              any("is_unsubscribed"),
              any("is_bounced"),
              s.anyTrue(ref("is_reached")).as("is_reached")
            ];
          })
      )
      .with("placed", (db) =>
        db
          .selectFrom("met")
          .crossJoin("int_as_of")
          .select(({ref}) => {
            const reachedOn = s.onlyWhen(s.compare(ref("treated_touches"), ">", s.num(0)), ref("sent_on"));
            const neighbour = (backwards: boolean) =>
              s.before(s.lastKnown(reachedOn), {
                partitionBy: [ref("customer_id")],
                orderBy: [ref("sent_on"), ref("campaign_id")].map((x) => (backwards ? s.descending(x) : x))
              });
            const ends = s.onlyWhen(s.isKnown(ref("sent_on")), s.addDays(ref("sent_on"), s.num(windowDays)));
            return [
              "campaign_id",
              "customer_id",
              "touches",
              "treated_touches",
              "first_version",
              "last_version",
              "sent_at",
              "sent_on",
              "is_opened",
              "is_clicked",
              "is_unsubscribed",
              "is_bounced",
              "is_reached",
              ends.as("window_ends_on"),
              s.coalesce(s.compare(ends, "<", ref("as_of_on")), s.no).as("is_over"),
              s.daysBetween(neighbour(false), ref("sent_on")).$castTo<number | null>().as("days_since_other"),
              s.daysBetween(ref("sent_on"), neighbour(true)).$castTo<number | null>().as("days_to_other")
            ];
          })
      )
      .with("bought", (db) =>
        db
          .selectFrom("met")
          .innerJoin("int_customer_orders as placed_order", "placed_order.customer_id", "met.customer_id")
          .where("is_cancelled", "=", false)
          .where("sent_at", "is not", null)
          .groupBy(["met.campaign_id", "met.customer_id"])
          .select(({ref}) => {
            const gap = s.daysBetween(ref("sent_on"), ref("ordered_on"));
            const isBefore = s.compare(ref("ordered_at"), "<", ref("sent_at"));
            const isAnswer = s.both(s.not(isBefore), s.compare(gap, "<=", s.num(windowDays)));
            const isYear = s.both(isBefore, s.compare(gap, ">", s.num(-daysBefore)));
            const revenue = (isIn: s.Value<boolean>) => s.sum(s.when(isIn, ref("net_revenue"), s.amount("0")));
            return [
              ref("met.campaign_id").as("bought_campaign"),
              ref("met.customer_id").as("buyer_id"),
              s.count(s.onlyWhen(isAnswer, ref("order_id"))).as("orders"),
              revenue(isAnswer).as("net_revenue"),
              s.anyTrue(s.both(isBefore, s.compare(gap, ">=", s.num(-windowDays)))).as("had_ordered"),
              s.count(s.onlyWhen(isYear, ref("order_id"))).as("orders_before"),
              revenue(isYear).as("net_revenue_before"),
              s
                .max(s.onlyWhen(isBefore, ref("ordered_on")))
                .$castTo<Date | null>()
                .as("last_order_before_on")
            ];
          })
      )
      .selectFrom("placed")
      .leftJoin("bought", (on) => on.onRef("bought_campaign", "=", "campaign_id").onRef("buyer_id", "=", "customer_id"))
      .leftJoin("int_rfm_month as scored", (on) =>
        on
          .onRef("scored.customer_id", "=", "placed.customer_id")
          .on(({ref}) => s.compare(ref("month_on"), "=", s.addDays(s.month(ref("sent_on")), s.num(-1))) as any)
      )
      .select(({ref}) => {
        const orders = s.coalesce(ref("orders"), s.num(0));
        const ordersBefore = s.coalesce(ref("orders_before"), s.num(0));
        const near = (gap: s.Value<number | null>) => s.coalesce(s.compare(gap, "<=", s.num(windowDays)), s.no);
        const since = s.daysBetween(ref("last_order_before_on"), ref("sent_on")).$castTo<number | null>();
        const treated = ref("treated_touches");
        return [
          "campaign_id",
          "placed.customer_id",
          s
            .when(
              s.compare(treated, "=", s.num(0)),
              s.text("control"),
              s.when(s.compare(treated, "=", ref("touches")), s.text("treated"), s.text("both"))
            )
            .as("arm"),
          s.onlyWhen(s.compare(ref("first_version"), "=", ref("last_version")), ref("first_version")).as("version"),
          s.coalesce(s.compare(ref("first_version"), "<", ref("last_version")), s.no).as("has_versions"),
          "touches",
          "sent_at",
          "sent_on",
          "window_ends_on",
          "is_over",
          "is_opened",
          "is_clicked",
          "is_unsubscribed",
          "is_bounced",
          "is_reached",
          s.either(near(ref("days_since_other")), near(ref("days_to_other"))).as("is_overlapping"),
          s.compare(orders, ">", s.num(0)).as("has_ordered"),
          orders.as("orders"),
          s.toMoney(s.coalesce(ref("net_revenue"), s.amount("0"))).as("net_revenue"),
          s.coalesce(ref("had_ordered"), s.no).as("had_ordered"),
          ordersBefore.as("orders_before"),
          s.toMoney(s.coalesce(ref("net_revenue_before"), s.amount("0"))).as("net_revenue_before"),
          "last_order_before_on",
          recencyBand(since).as("recency_band"),
          frequencyBand(ordersBefore).as("frequency_band"),
          s.coalesce(ref("scored.segment"), s.text("none")).as("segment")
        ];
      })
});
