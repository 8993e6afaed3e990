import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {unknownGroup} from "../cohortDimensions.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intCustomerOrders} from "../intermediate/int_customer_orders.ts";
import {intTicket} from "../intermediate/int_ticket.ts";
import {intTicketClock} from "../intermediate/int_ticket_clock.ts";
import {intTicketTarget} from "../intermediate/int_ticket_target.ts";
import {withinDays} from "../intermediate/withinDays.ts";
import {stgOrderLines} from "../staging/stg_order_lines.ts";
import {stgOrders} from "../staging/stg_orders.ts";
import {martRfm} from "./mart_rfm.ts";
import {groupOrders} from "./groupOrders.ts";
import {keptPromises} from "./keptPromises.ts";
import {shareOf, serviceMeasures} from "./serviceMeasures.ts";

export const serviceDimensions = [
  "all",
  "channel",
  "category",
  "tier",
  "team",
  "agent",
  "product",
  "priority"
] as const;
type Dimension = (typeof serviceDimensions)[number];

/** Groups of a dimension that a page can hold. */
const mostShown = 200;

/**
 * How tickets were served by channel, category, customer tier, team, agent, product and priority, one row per dimension and value.
 *
 * Tickets opened in the last 365 days; the values of a dimension add up to all. The tier is the customer's RFM segment at as_of, outside
 * where nothing was ordered in its window, unknown where nobody knows the customer. Orders are those of the same days: all, those of the
 * tier's customers, or those with the product. Shares are of the tickets of which it is known;
 * merged, spam and deleted ones are no success.
 */
export const martServiceGroup = model({
  name: "mart_service_group",
  title: {
    en: "How tickets were served by group, one row per dimension and value.",
    zh: "分组服务表现，每个维度的每个取值一行。"
  },
  from: [intAsOf, intTicket, intTicketClock, intTicketTarget, intCustomerOrders, stgOrders, stgOrderLines, martRfm],
  grain: ["dimension", "value"],
  columns: z.strictObject({
    dimension: c.oneOf(serviceDimensions, "What is told apart.", "维度。"),
    value: c.text("The group; agents as pseudonyms.", "组别；客服为假名。", "pseudonymous"),
    tickets: c.count("Tickets opened.", "新建工单数。"),
    customers: c.count("Known customers who opened them.", "其中已识别客户数。"),
    median_first_reply_work_minutes: c
      .minutes("Median working minutes to the first reply.", "首次回复中位数（工作分钟）。")
      .nullable(),
    p90_first_reply_work_minutes: c.minutes("90th percentile of it.", "首次回复 90 分位数（工作分钟）。").nullable(),
    median_resolution_work_minutes: c
      .minutes("Median working minutes to the last solution.", "解决用时中位数（工作分钟）。")
      .nullable(),
    p90_resolution_work_minutes: c.minutes("90th percentile of it.", "解决用时 90 分位数（工作分钟）。").nullable(),
    first_reply_kept_share: c.share("First replies within the target.", "首次回复达成率。").nullable(),
    first_reply_kept_n: c.count("Promises of a first reply that are decided.", "已判定的首次回复承诺数。"),
    resolution_kept_share: c.share("Solutions within the target.", "解决达成率。").nullable(),
    resolution_kept_n: c.count("Promises of a solution that are decided.", "已判定的解决承诺数。"),
    reopened_share: c.share("Of the solved, those opened again.", "已解决工单中重开的比例。").nullable(),
    one_touch_share: c.share("Of the solved, those with at most one reply.", "一次回复解决的比例。").nullable(),
    first_contact_share: c
      .share("Of the solved, those where the customer wrote once.", "首次联系即解决的比例。")
      .nullable(),
    escalated_share: c.share("Passed on or raised in priority.", "升级比例。").nullable(),
    satisfied_share: c.share("Of the verdicts, the good ones.", "满意评价的比例。").nullable(),
    satisfied_n: c.count("Verdicts.", "评价数。"),
    orders: c
      .count(
        "Orders of the same days; empty where the group has none of its own.",
        "同期订单数；该组无对应订单时为空。"
      )
      .nullable(),
    tickets_per_100_orders: c.number("Tickets per 100 of these orders.", "每百单工单数。").nullable(),
    is_common: c.flag(
      `One of the ${mostShown} groups of the dimension with most tickets.`,
      `是否为该维度工单最多的 ${mostShown} 组之一。`
    )
  }),
  query: (db) =>
    db
      .with("kept", (db) => keptPromises(db))
      .with("tickets", (db) =>
        db
          .selectFrom("int_ticket as ticket")
          .innerJoin("int_ticket_clock as clock", "clock.ticket_id", "ticket.ticket_id")
          .leftJoin("kept", "kept_ticket_id", "ticket.ticket_id")
          .leftJoin("mart_rfm as rfm", "rfm.customer_id", "ticket.customer_id")
          .crossJoin("int_as_of")
          .where(({ref}) => withinDays(365, ref("opened_on"), ref))
          .select(({ref}) => [
            "ticket.ticket_id",
            "ticket.customer_id",
            "ticket_channel",
            "category",
            "team",
            "agent_key",
            "product_id",
            ref("priority").$castTo<string | null>().as("priority"),
            s
              .onlyWhen(s.isKnown(ref("ticket.customer_id")), s.coalesce(ref("segment"), s.text<string>("outside")))
              .as("tier"),
            "first_reply_work_minutes",
            "resolution_work_minutes",
            s.both(s.isKnown(ref("solved_at")), s.not(ref("is_discarded"))).as("is_solved"),
            "ticket.reopens",
            "is_one_touch",
            "is_first_contact",
            "is_escalated",
            "is_satisfied",
            "first_reply_kept",
            "resolution_kept"
          ])
      )
      .with("grouped", (db) => {
        const columnOf = {
          channel: "ticket_channel",
          category: "category",
          tier: "tier",
          team: "team",
          agent: "agent_key",
          product: "product_id",
          priority: "priority"
        } as const;
        const of = (dimension: Dimension) =>
          db
            .selectFrom("tickets")
            .selectAll()
            .select(({ref}) => [
              s.text(dimension).$castTo<Dimension>().as("dimension"),
              (dimension === "all"
                ? s.text<string>("all")
                : s.coalesce(ref(columnOf[dimension]), s.text<string>(unknownGroup))
              ).as("value")
            ]);
        const [first, ...rest] = serviceDimensions;
        return rest.reduce((union, dimension) => union.unionAll(of(dimension)), of(first));
      })
      .with("orders", (db) => groupOrders(db))
      .with("measured", (db) =>
        db
          .selectFrom("grouped")
          .groupBy(["dimension", "value"])
          .select(({ref}) => ["dimension", "value", ...serviceMeasures(ref)])
      )
      .selectFrom("measured")
      .leftJoin("orders", (on) => on.onRef("order_dimension", "=", "dimension").onRef("order_value", "=", "value"))
      .select(({ref}) => [
        "dimension",
        "value",
        "tickets",
        "customers",
        "median_first_reply_work_minutes",
        "p90_first_reply_work_minutes",
        "median_resolution_work_minutes",
        "p90_resolution_work_minutes",
        s.ratio(ref("first_reply_kept"), ref("first_reply_kept_n")).as("first_reply_kept_share"),
        "first_reply_kept_n",
        s.ratio(ref("resolution_kept"), ref("resolution_kept_n")).as("resolution_kept_share"),
        "resolution_kept_n",
        ...(["reopened", "one_touch", "first_contact", "escalated", "satisfied"] as const).map((what) =>
          shareOf(ref, what)
        ),
        "satisfied_n",
        "orders",
        s.ratio(s.multiply(s.num(100), ref("tickets")), ref("orders")).as("tickets_per_100_orders"),
        s
          .compare(
            s.ordered(s.rowNumber(), {
              partitionBy: [ref("dimension")],
              orderBy: [s.descending(ref("tickets")), ref("value")]
            }),
            "<=",
            s.num(mostShown)
          )
          .as("is_common")
      ])
});
