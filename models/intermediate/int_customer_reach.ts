import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "./int_as_of.ts";
import {intCustomerTouches} from "./int_customer_touches.ts";
import {withinDays} from "./withinDays.ts";

/** How campaigns reached a customer. */
export const reachColumns = {
  touches_90d: c.count("Messages of campaigns in the last 90 days.", "近 90 天收到的营销消息数。"),
  opened_90d: c.count("Of those, opened.", "其中已打开数。"),
  clicked_90d: c.count("Of those, clicked in.", "其中已点击数。")
};

/** How campaigns reached a customer up to as_of, one row per customer with a message. */
export const intCustomerReach = model({
  name: "int_customer_reach",
  title: {
    en: "How campaigns reached a customer, one row per customer with a message.",
    zh: "客户营销触达汇总，每位收到消息的客户一行。"
  },
  from: [intAsOf, intCustomerTouches],
  grain: ["customer_id"],
  shard: "customer_id",
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    ...reachColumns,
    first_sent_on: c.day("Day of the first message.", "首条消息日期。").nullable(),
    last_sent_at: c.instant("When the last message was sent.", "最近消息时间。").nullable()
  }),
  query: (db) =>
    db
      .selectFrom("int_customer_touches")
      .crossJoin("int_as_of")
      .groupBy("customer_id")
      .select(({ref}) => {
        const isRecent = withinDays(90, ref("sent_on"), ref);
        const those = (...conditions: s.Value<boolean>[]) =>
          s.count(s.onlyWhen(s.both(isRecent, ...conditions), ref("touch_id")));
        return [
          "customer_id",
          those().as("touches_90d"),
          those(s.isKnown(ref("opened_at"))).as("opened_90d"),
          those(s.isKnown(ref("clicked_at"))).as("clicked_90d"),
          s.min(ref("sent_on")).$castTo<Date | null>().as("first_sent_on"),
          s.max(ref("sent_at")).$castTo<Date | null>().as("last_sent_at")
        ];
      })
});
