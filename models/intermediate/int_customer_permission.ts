import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import type {ConsentChannel} from "./consentChannel.ts";
import {intCustomerConsents} from "./int_customer_consents.ts";

/** Whether marketing may use a channel; null where the customer never said. */
export const permissionColumns = {
  may_email: c.flag("Agreed to marketing by e-mail; null: never asked.", "是否同意邮件营销；空为未表态。").nullable(),
  may_call: c.flag("Agreed to marketing calls.", "是否同意电话营销。").nullable(),
  may_text: c.flag("Agreed to marketing by text message.", "是否同意短信营销。").nullable()
};

/**
 * What a customer has agreed to, one row per customer who ever said.
 *
 * Of the answers for marketing about a channel, or about all, the latest is in force; of two at one instant the refusal is.
 */
export const intCustomerPermission = model({
  name: "int_customer_permission",
  title: {
    en: "What a customer has agreed to, one row per customer who ever said.",
    zh: "客户的营销许可，每位表态过的客户一行。"
  },
  from: [intCustomerConsents],
  grain: ["customer_id"],
  shard: "customer_id",
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    ...permissionColumns,
    first_answer_on: c.day("Day of the first answer.", "首次表态日期。")
  }),
  query: (db) =>
    db
      .selectFrom("int_customer_consents")
      .groupBy("customer_id")
      .select(({ref}) => {
        const longAgo = s.timestamp("1900-01-01 00:00:00");
        const may = (channel: ConsentChannel) => {
          const isAbout = s.either(
            s.compare(ref("consent_channel"), "=", s.text(channel)),
            s.compare(ref("consent_channel"), "=", s.text("all"))
          );
          const last = (says: s.Value<boolean>) =>
            s
              .max(s.onlyWhen(s.both(isAbout, ref("is_for_marketing"), says), ref("recorded_at")))
              .$castTo<Date | null>();
          const [granted, refused] = [last(ref("is_granted")), last(s.not(ref("is_granted")))];
          return s.onlyWhen(
            s.isKnown(s.firstOf(granted, refused)),
            s.compare(s.coalesce(granted, longAgo), ">", s.coalesce(refused, longAgo))
          );
        };
        return [
          "customer_id",
          may("email").as("may_email"),
          may("call").as("may_call"),
          may("text").as("may_text"),
          s.min(ref("recorded_on")).as("first_answer_on")
        ];
      })
});
