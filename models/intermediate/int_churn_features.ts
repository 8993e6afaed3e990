import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {aliveShare, returnShare} from "./aliveShare.ts";
import {intChurnRhythm} from "./int_churn_rhythm.ts";
import {intCustomerSnapshot} from "./int_customer_snapshot.ts";
import {intSnapshotReach} from "./int_snapshot_reach.ts";
import {intSnapshotRecent} from "./int_snapshot_recent.ts";
import {intSnapshotService} from "./int_snapshot_service.ts";
import {intSnapshotVoice} from "./int_snapshot_voice.ts";

/**
 * What was known of each customer at past month ends, one row per customer and snapshot after a first order.
 *
 * Snapshots are as_of and the month ends before it. Every feature reads only what had happened by the end of the snapshot day;
 * has_churned alone looks ahead: no order within the horizon after it, null until the horizon has closed. The usual gap is the own median
 * gap, else the median gap of all customers so far, else 91 days. alive_share and return_share are those of the MBG/NBD fitted on what
 * was known at the snapshot (int_churn_rhythm): the probabilities that the customer still buys at all, and that they order within the
 * horizon. Orders of one day are one purchase.
 */
export const intChurnFeatures = model({
  name: "int_churn_features",
  title: {
    en: "What was known of each customer at past month ends, one row per customer and snapshot.",
    zh: "历次月末快照的客户特征，每位客户每个快照一行。"
  },
  from: [
    intChurnRhythm,
    intCustomerSnapshot,
    intSnapshotReach,
    intSnapshotRecent,
    intSnapshotService,
    intSnapshotVoice
  ],
  grain: ["customer_id", "snapshot_on"],
  shard: "customer_id",
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    snapshot_on: c.day("The day as of which the row is true.", "快照日。"),
    is_horizon_closed: c.flag("The horizon after the snapshot is over.", "视野期是否已结束。"),
    has_churned: c
      .flag("No order within the horizon; null while it runs.", "视野期内未再下单；未结束为空。")
      .nullable(),
    recency_days: c.wholeDays("Days since the last order.", "距最近订单天数。"),
    tenure_days: c.wholeDays("Days since the first order.", "距首单天数。"),
    orders: c.count("Orders so far.", "累计订单数。"),
    purchase_days: c.count("Days with an order so far.", "累计购买天数。"),
    orders_90d: c.count("Orders in the last 90 days.", "近 90 天订单数。"),
    orders_previous_90d: c.count("Orders in the 90 days before those.", "此前 90 天订单数。"),
    purchase_days_180d: c.count("Days with an order in the last 180.", "近 180 天购买天数。"),
    purchase_days_365d: c.count("Days with an order in the last 365.", "近 365 天购买天数。"),
    season_purchase_days: c
      .count(
        "Days with an order a year before the horizon; null: no customer yet.",
        "去年同期的购买天数；当时尚非客户为空。"
      )
      .nullable(),
    net_revenue: c.money("Net revenue so far.", "累计净收入。"),
    net_revenue_90d: c.money("Net revenue of the last 90 days.", "近 90 天净收入。"),
    net_revenue_previous_90d: c.money("Net revenue of the 90 days before those.", "此前 90 天净收入。"),
    net_revenue_365d: c.money("Net revenue of the last 365 days.", "近 365 天净收入。"),
    refunds_365d: c.money("Paid back for orders of the last 365 days.", "近 365 天订单的退款。"),
    average_order_value: c.money("Net revenue per order so far.", "客单价。"),
    last_orders_value: c.money("Mean net revenue of the last three purchase days.", "最近三次购买的平均净收入。"),
    earlier_orders_value: c
      .money("Mean net revenue of the purchase days before those.", "此前购买的平均净收入。")
      .nullable(),
    last_gap_days: c.wholeDays("Days between the last two purchase days.", "最近两次购买的间隔天数。").nullable(),
    median_gap_days: c.days("Own median gap between purchase days.", "自身购买间隔中位数。").nullable(),
    base_gap_days: c.wholeDays("Lower median gap of all customers so far.", "全体客户间隔中位数。").nullable(),
    usual_gap_days: c.days("Own median gap, else that of all customers.", "常规间隔：自身中位数，否则取全体中位数。"),
    silence_ratio: c.number("Days since the last order ÷ usual gap.", "沉默倍数：距最近订单天数÷常规间隔。"),
    alive_share: c.share("Probability of still being a customer.", "仍为客户的概率。").nullable(),
    return_share: c.share("Probability of an order within the horizon.", "视野期内下单的概率。").nullable(),
    tickets_90d: c.count("Tickets opened in the last 90 days.", "近 90 天工单数。"),
    complaints: c.count("Tickets opened in the days of the complaint rule.", "投诉规则天数内的工单数。"),
    tickets_365d: c.count("Tickets opened in the last 365 days.", "近 365 天工单数。"),
    unsolved_tickets: c.count("Of them unsolved.", "其中未解决。"),
    resolution_hours: c.hours("Mean hours to the solution of the solved ones.", "已解决工单的平均时长。").nullable(),
    last_nps_score: c.integer("Last NPS answer so far.", "最近 NPS 评分。").nullable(),
    previous_nps_score: c.integer("The one before.", "上一次 NPS 评分。").nullable(),
    last_nps_days: c.wholeDays("Days since the last NPS answer.", "距最近 NPS 作答天数。").nullable(),
    last_rating: c.integer("Last satisfaction answer or review so far.", "最近满意度或评价评分。").nullable(),
    touches_90d: c.count("Messages sent in the last 90 days.", "近 90 天触达次数。"),
    opened_90d: c.count("Of them opened.", "其中已打开。"),
    points_balance: c.number("Points held; null: no member.", "积分余额；空为非会员。").nullable()
  }),
  query: (db) =>
    db
      .selectFrom("int_customer_snapshot as now")
      .leftJoin("int_churn_rhythm as rhythm", "rhythm.snapshot_on", "now.snapshot_on")
      .leftJoin("int_snapshot_recent as recent", (on) =>
        on.onRef("recent.customer_id", "=", "now.customer_id").onRef("recent.snapshot_on", "=", "now.snapshot_on")
      )
      .leftJoin("int_snapshot_service as service", (on) =>
        on.onRef("service.customer_id", "=", "now.customer_id").onRef("service.snapshot_on", "=", "now.snapshot_on")
      )
      .leftJoin("int_snapshot_voice as voice", (on) =>
        on.onRef("voice.customer_id", "=", "now.customer_id").onRef("voice.snapshot_on", "=", "now.snapshot_on")
      )
      .leftJoin("int_snapshot_reach as reach", (on) =>
        on.onRef("reach.customer_id", "=", "now.customer_id").onRef("reach.snapshot_on", "=", "now.snapshot_on")
      )
      .select(({ref}) => {
        const zero = s.num(0);
        const [orders90, orders180] = [s.coalesce(ref("orders_90d"), zero), s.coalesce(ref("orders_180d"), zero)];
        const [revenue90, revenue180] = [
          s.coalesce(ref("net_revenue_90d"), s.amount("0")),
          s.coalesce(ref("net_revenue_180d"), s.amount("0"))
        ];
        const recency = s.daysBetween(ref("last_order_on"), ref("now.snapshot_on"));
        const tenure = s.daysBetween(ref("first_order_on"), ref("now.snapshot_on"));
        const usualGap = s.coalesce(ref("median_gap_days"), s.toDouble(ref("base_gap_days")), s.toDouble(s.num(91)));
        const returns = s.compare(s.coalesce(ref("next_order_on"), s.never), "<=", ref("horizon_on"));
        const parameters = {r: ref("r"), alpha: ref("alpha"), a: ref("a"), b: ref("b")};
        const history = {
          repeats: s.subtract(ref("purchase_days"), s.num(1)),
          lastAge: s.ratio(s.daysBetween(ref("first_order_on"), ref("last_order_on")), s.num(7)),
          age: s.ratio(tenure, s.num(7))
        };
        const alive = aliveShare(parameters, history);
        const horizon = s.ratio(s.daysBetween(ref("now.snapshot_on"), ref("horizon_on")), s.num(7));
        return [
          "now.customer_id",
          "now.snapshot_on",
          "is_horizon_closed",
          s.onlyWhen(ref("is_horizon_closed"), s.not(returns)).as("has_churned"),
          recency.as("recency_days"),
          tenure.as("tenure_days"),
          "orders",
          "purchase_days",
          orders90.as("orders_90d"),
          s.subtract(orders180, orders90).as("orders_previous_90d"),
          s.coalesce(ref("purchase_days_180d"), zero).as("purchase_days_180d"),
          s.coalesce(ref("purchase_days_365d"), zero).as("purchase_days_365d"),
          s
            .onlyWhen(s.compare(tenure, ">=", s.num(365)), s.coalesce(ref("season_purchase_days"), zero))
            .as("season_purchase_days"),
          "net_revenue",
          revenue90.as("net_revenue_90d"),
          s.subtract(revenue180, revenue90).as("net_revenue_previous_90d"),
          s.coalesce(ref("net_revenue_365d"), s.amount("0")).as("net_revenue_365d"),
          s.coalesce(ref("refunds_365d"), s.amount("0")).as("refunds_365d"),
          s
            .round(s.ratio(ref("net_revenue"), ref("orders")), 4)
            .$notNull()
            .as("average_order_value"),
          "last_orders_value",
          "earlier_orders_value",
          "last_gap_days",
          "median_gap_days",
          "base_gap_days",
          usualGap.as("usual_gap_days"),
          s.ratio(recency, usualGap).$notNull().as("silence_ratio"),
          // exp and ln differ between engines in the last digit.
          s.round(alive, 6).as("alive_share"),
          s.round(returnShare(parameters, history, alive, horizon), 6).as("return_share"),
          s.coalesce(ref("tickets_90d"), zero).as("tickets_90d"),
          s.coalesce(ref("complaints"), zero).as("complaints"),
          s.coalesce(ref("tickets_365d"), zero).as("tickets_365d"),
          s.coalesce(ref("unsolved_tickets"), zero).as("unsolved_tickets"),
          "resolution_hours",
          "last_nps_score",
          "previous_nps_score",
          s.daysBetween(ref("last_nps_on"), ref("now.snapshot_on")).$castTo<number | null>().as("last_nps_days"),
          "last_rating",
          s.coalesce(ref("touches_90d"), zero).as("touches_90d"),
          s.coalesce(ref("opened_90d"), zero).as("opened_90d"),
          "points_balance"
        ];
      })
});
