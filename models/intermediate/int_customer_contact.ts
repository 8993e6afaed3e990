import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {nth} from "../nth.ts";
import * as s from "../sql.ts";
import {intCustomerActivities} from "./int_customer_activities.ts";
import {intCustomerReach} from "./int_customer_reach.ts";
import {intCustomerService} from "./int_customer_service.ts";
import {intCustomerVoice} from "./int_customer_voice.ts";

export const contactChannels = ["ticket", "feedback", "activity", "touch"] as const;
type Channel = (typeof contactChannels)[number];
const placeOf = (channel: Channel) => s.num(contactChannels.indexOf(channel) + 1);

/** When a customer and the company last met, and will meet. */
export const contactColumns = {
  last_contact_on: c
    .day("Day of the last ticket, answer, activity or message of a campaign.", "最近工单、答卷、跟进或营销消息日期。")
    .nullable(),
  last_contact_channel: c.oneOf(contactChannels, "Which of them it was.", "最近一次联系的类型。").nullable(),
  next_contact_on: c.day("Day of the next planned activity.", "下次计划跟进日期。").nullable(),
  next_contact_about: c.text("What is planned: call, visit, task.", "计划跟进类型：电话、拜访、任务。").nullable()
};

/**
 * When a customer and the company last met and will meet, one row per customer who was or will be in touch.
 *
 * Orders are no contact. Of several contacts at one instant the first of ticket, feedback, activity, touch is named; of several
 * activities planned for the next instant the type that comes first by name.
 */
export const intCustomerContact = model({
  name: "int_customer_contact",
  title: {
    en: "When a customer and the company last met and will meet, one row per customer in touch.",
    zh: "客户最近与下次联系，每位有联系的客户一行。"
  },
  from: [intCustomerActivities, intCustomerReach, intCustomerService, intCustomerVoice],
  grain: ["customer_id"],
  shard: "customer_id",
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    ...contactColumns,
    first_activity_on: c.day("Day of the first activity.", "首次跟进日期。").nullable()
  }),
  query: (db, {zone}) =>
    db
      .with("acted", (db) =>
        db
          .selectFrom("int_customer_activities")
          .groupBy("customer_id")
          .select(({ref}) => [
            "customer_id",
            s.max(ref("happened_at")).$castTo<Date | null>().as("last_activity_at"),
            s.min(ref("happened_on")).$castTo<Date | null>().as("first_activity_on")
          ])
      )
      .with("met", (db) =>
        db
          .selectFrom("int_customer_service")
          .select(({ref}) => [
            "customer_id",
            ref("last_ticket_at").$castTo<Date | null>().as("last_at"),
            placeOf("ticket").as("place")
          ])
          .unionAll(
            db
              .selectFrom("int_customer_voice")
              .select(["customer_id", "last_answer_at as last_at", placeOf("feedback").as("place")])
          )
          .unionAll(
            db
              .selectFrom("acted")
              .select(["customer_id", "last_activity_at as last_at", placeOf("activity").as("place")])
          )
          .unionAll(
            db
              .selectFrom("int_customer_reach")
              .select(["customer_id", "last_sent_at as last_at", placeOf("touch").as("place")])
          )
      )
      .with("last", (db) =>
        db
          .selectFrom(
            db
              .selectFrom("met")
              .select(({ref}) => [
                "customer_id",
                "last_at",
                "place",
                s.overall(s.max(ref("last_at")), ref("customer_id")).as("latest_at")
              ])
              .as("compared")
          )
          .whereRef("last_at", "=", "latest_at")
          .groupBy(["customer_id", "latest_at"])
          .select(({ref}) => ["customer_id", "latest_at", s.min(ref("place")).as("place")])
      )
      .with("next", (db) =>
        db
          .selectFrom(
            db
              .selectFrom("int_customer_activities")
              .select(({ref}) => [
                "customer_id",
                "activity_type",
                "planned_at",
                "planned_on",
                s.overall(s.min(ref("planned_at")), ref("customer_id")).as("next_at")
              ])
              .as("planned")
          )
          .whereRef("planned_at", "=", "next_at")
          .groupBy(["customer_id", "planned_on"])
          .select(({ref}) => ["customer_id", "planned_on", s.min(ref("activity_type")).as("about")])
      )
      .selectFrom(
        db
          .selectFrom("int_customer_service")
          .select("customer_id")
          .union(db.selectFrom("int_customer_voice").select("customer_id"))
          .union(db.selectFrom("int_customer_activities").select("customer_id"))
          .union(db.selectFrom("int_customer_reach").select("customer_id"))
          .as("customers")
      )
      .leftJoin("last", "last.customer_id", "customers.customer_id")
      .leftJoin("next", "next.customer_id", "customers.customer_id")
      .leftJoin("acted", "acted.customer_id", "customers.customer_id")
      .select(({ref}) => [
        "customers.customer_id",
        s.day(s.local(ref("latest_at"), zone)).as("last_contact_on"),
        s
          .onlyWhen(s.isKnown(ref("place")), nth(contactChannels, ref("place").$notNull()))
          .$castTo<Channel | null>()
          .as("last_contact_channel"),
        ref("planned_on").as("next_contact_on"),
        ref("about").as("next_contact_about"),
        "first_activity_on"
      ])
});
