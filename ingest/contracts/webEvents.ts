import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {contract} from "./contract.ts";

/**
 * One row per event of the website or app. Amounts in the company's currency. Events have no key in general, and logs are exported by
 * period and overlap: of a visitor's instant the newest delivery counts, with all events that it has of it.
 */
export const webEvents = contract({
  kind: "web_events",
  title: {en: "Events of website and app.", zh: "网站与应用的行为事件。"},
  fields: z.strictObject({
    event_id: c.id("The tool's own key of the event.", "事件编号。").nullable(),
    visitor_key: c.id("Cookie or device.", "访客标识（Cookie 或设备）。").nullable(),
    customer_key: c.id("The customer's key in that source.", "该来源中的客户编号。").nullable(),
    email: c.text("The customer's e-mail, lower case.", "客户邮箱，小写。", "personal").nullable(),
    happened_at: c.instant("When it happened.", "发生时间。"),
    event_name: c.text("What happened: page_view, add_to_cart.", "事件名：如 page_view、add_to_cart。"),
    session_id: c.id("The visit that it belongs to.", "会话编号。").nullable(),
    page: c.text("Where, as address or path.", "页面地址或路径。", "personal").nullable(),
    traffic_source: c.text("Where the visit came from.", "流量来源。").nullable(),
    traffic_medium: c.text("By which way: organic, e-mail, ads.", "流量媒介。").nullable(),
    campaign: c.text("The campaign that brought the visit.", "带来访问的活动。").nullable(),
    product_id: c.id("The product's key.", "商品编号。", "public").nullable(),
    order_id: c.id("The order that was placed.", "所下订单号。").nullable(),
    event_value: c.money("What the event is worth.", "事件金额。").nullable(),
    currency: c.text("ISO code of the amounts; must be the company's.", "金额币种（须与公司币种一致）。").nullable()
  }),
  key: [],
  deliveredWith: ["visitor_key", "customer_key", "email", "happened_at"],
  event: "happened_at",
  aliases: {
    event_id: ["eventid", "message id", "messageid", "insert_id", "事件编号"],
    visitor_key: [
      "visitor id",
      "visitorid",
      "anonymous id",
      "anonymousid",
      "anonymous_id",
      "user_pseudo_id",
      "client_id",
      "distinct_id",
      "访客id",
      "设备id"
    ],
    customer_key: ["user id", "userid", "user_id", "customer id", "客户编号", "用户id"],
    email: ["user email", "邮箱"],
    happened_at: ["timestamp", "event_timestamp", "event time", "time", "received_at", "时间", "事件时间"],
    event_name: ["event", "事件", "事件名"],
    session_id: ["session", "sessionid", "ga_session_id", "会话id"],
    page: ["page location", "page_location", "page path", "url", "页面", "页面地址"],
    traffic_source: ["source", "utm_source", "来源"],
    traffic_medium: ["medium", "utm_medium", "媒介"],
    campaign: ["utm_campaign", "campaign name", "活动"],
    product_id: ["item_id", "sku", "product id", "商品编号"],
    order_id: ["transaction_id", "transaction id", "订单号", "订单编号"],
    event_value: ["value", "revenue", "金额"],
    currency: ["币种"]
  }
});
