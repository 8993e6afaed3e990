import * as c from "../../warehouse/columns.ts";

/** The columns of a model of pairs; `pair` and `is_exposed` are its grain. */
export const memberColumns = {
  pair: c.count("Number of the pair.", "配对编号。"),
  is_exposed: c.flag("To whom it happened, not whom they are compared with.", "是否为受影响一方。"),
  customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
  index_on: c.day("The day from which is counted.", "计算起点日。"),
  is_matched: c.flag("Somebody alike was found.", "是否找到相似客户。"),
  purchase_days: c.count("Days with an order in the 365 days up to that day.", "截至当日 365 天内购买天数。"),
  recency_days: c.wholeDays("Days since the last order.", "距最近订单天数。"),
  tenure_days: c.wholeDays("Days since the first order.", "距首单天数。"),
  net_revenue_365d: c.money("Net revenue of the 365 days up to that day.", "截至当日 365 天净收入。")
};
