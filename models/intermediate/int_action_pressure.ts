import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "./int_as_of.ts";
import {intAudienceSent} from "./int_audience_sent.ts";
import {intCustomerTouches} from "./int_customer_touches.ts";
import {withinDays} from "./withinDays.ts";

/**
 * How many messages a customer has had within the days of the configured limit, one row per customer with one.
 *
 * An audience that was sent by e-mail or text counts as a message of its own until messages of a later time are loaded: from then on the
 * campaign tool's own record of it counts.
 */
export const intActionPressure = model({
  name: "int_action_pressure",
  title: {
    en: "How many messages a customer has had lately, one row per customer with one.",
    zh: "客户近期收到的消息数，每位收到消息的客户一行。"
  },
  from: [intAsOf, intAudienceSent, intCustomerTouches],
  grain: ["customer_id"],
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    messages: c.count("Messages within the days of the limit.", "限制期内收到的消息数。"),
    is_pressed: c.flag("As many as the configuration allows, or more.", "已达到配置允许的上限。")
  }),
  query: (db, {actions: {pressure}}) =>
    db
      .with("loaded", (db) =>
        db
          .selectFrom("int_customer_touches")
          .select(({ref}) =>
            s.coalesce(s.max(ref("sent_at")).$castTo<Date | null>(), s.timestamp("1900-01-01 00:00:00")).as("last_at")
          )
      )
      .with("received", (db) =>
        db
          .selectFrom("int_customer_touches")
          .crossJoin("int_as_of")
          .where(({ref}) => withinDays(pressure.days, ref("sent_on"), ref))
          .select(["customer_id", "touch_id as message_id"])
          .unionAll(
            db
              .selectFrom("int_audience_sent")
              .crossJoin("int_as_of")
              .crossJoin("loaded")
              .where("arm", "=", "treated")
              .where("channel", "in", ["email", "text"])
              .whereRef("sent_at", ">", "last_at")
              .where(({ref}) => withinDays(pressure.days, ref("sent_on"), ref))
              .select(["customer_id", "sent_id as message_id"])
          )
      )
      .selectFrom("received")
      .groupBy("customer_id")
      .select(({ref}) => {
        const messages = s.count(ref("message_id"));
        return [
          "customer_id",
          messages.as("messages"),
          s.compare(messages, ">=", s.num(pressure.messages)).as("is_pressed")
        ];
      })
});
