import type {Expression} from "kysely";
import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {stgActivities} from "../staging/stg_activities.ts";
import {stgCustomers} from "../staging/stg_customers.ts";
import {stgLeads} from "../staging/stg_leads.ts";
import {stgOrders} from "../staging/stg_orders.ts";
import {stgTouches} from "../staging/stg_touches.ts";
import {stgWebEvents} from "../staging/stg_web_events.ts";
import {address} from "./address.ts";
import {intCustomerActivities} from "./int_customer_activities.ts";
import {intLead} from "./int_lead.ts";
import {intLeadMoment} from "./int_lead_moment.ts";
import {positionOf} from "./positionOf.ts";

const kinds = ["activity", "touch", "open", "click", "visit", "order", "lead"] as const;
type Kind = (typeof kinds)[number];

/**
 * What is known to have happened about a lead that is looked at, one row per lead, kind and event.
 *
 * An activity is of the lead that it names. Any event is of the leads with its e-mail address, or with that which the source's list of
 * customers gives its key. The customer that a lead was resolved to is not asked: it may be known through the conversion alone. An
 * activity counts when it was done; an earlier lead with the same address is an event, too.
 */
export const intLeadEvent = model({
  name: "int_lead_event",
  title: {
    en: "What happened about a lead, one row per lead, kind and event.",
    zh: "与线索有关的事件，每条线索每类每事件一行。"
  },
  from: [
    intCustomerActivities,
    intLead,
    intLeadMoment,
    stgActivities,
    stgCustomers,
    stgLeads,
    stgOrders,
    stgTouches,
    stgWebEvents
  ],
  grain: ["lead_id", "event_kind", "event_id"],
  columns: z.strictObject({
    lead_id: c.id("The lead.", "线索编号。"),
    event_kind: c.oneOf(kinds, "What happened.", "事件类型。"),
    event_id: c.id("Which event of its kind.", "事件编号。"),
    happened_at: c.instant("When it happened.", "发生时间。")
  }),
  query: (db) =>
    db
      .with("looked", (db) =>
        db
          .selectFrom("int_lead_moment")
          .innerJoin("stg_leads", "stg_leads.lead_id", "int_lead_moment.lead_id")
          .select(({ref}) => ["stg_leads.lead_id", address(ref("email")).as("lead_email")])
          .distinct()
      )
      .with("addresses", (db) =>
        db
          .selectFrom("stg_customers")
          .innerJoin("looked", (on) => on.onRef("lead_email", "=", "stg_customers.email"))
          .select(({ref}) => ["customer_key as known_key", ref("lead_email").$notNull().as("known_email")])
          .distinct()
      )
      .with("events", (db) => {
        const kind = (of: Kind) => s.text(of).$castTo<Kind>().as("event_kind");
        const said = (own: Expression<string | null>, known: Expression<string | null>) =>
          s.firstOf(own, known).as("said_email");
        const touches = (of: "touch" | "open" | "click", at: "touched_at" | "opened_at" | "clicked_at") =>
          db
            .selectFrom("stg_touches")
            .leftJoin("addresses", "known_key", "customer_key")
            .where("arm", "=", "treated")
            .select(({ref}) => [
              kind(of),
              positionOf(ref).as("event_id"),
              ref(at).as("happened_at"),
              s.nothing<string>("varchar").as("said_lead"),
              said(ref("email"), ref("known_email"))
            ]);
        return db
          .selectFrom("int_customer_activities as done")
          .innerJoin("stg_activities as activity", "activity.activity_id", "done.activity_id")
          .leftJoin("addresses", "known_key", "activity.customer_key")
          .select(({ref}) => [
            kind("activity"),
            ref("done.activity_id").as("event_id"),
            ref("done.happened_at").as("happened_at"),
            ref("activity.lead_id").as("said_lead"),
            said(ref("activity.email"), ref("known_email"))
          ])
          .unionAll(touches("touch", "touched_at"))
          .unionAll(touches("open", "opened_at"))
          .unionAll(touches("click", "clicked_at"))
          .unionAll(
            db
              .selectFrom("stg_web_events")
              .leftJoin("addresses", "known_key", "customer_key")
              .select(({ref}) => [
                kind("visit"),
                positionOf(ref).as("event_id"),
                ref("happened_at").$castTo<Date | null>().as("happened_at"),
                s.nothing<string>("varchar").as("said_lead"),
                said(ref("email"), ref("known_email"))
              ])
          )
          .unionAll(
            db
              .selectFrom("stg_orders")
              .leftJoin("addresses", "known_key", "customer_key")
              .where("is_cancelled", "=", false)
              .select(({ref}) => [
                kind("order"),
                "order_id as event_id",
                ref("ordered_at").$castTo<Date | null>().as("happened_at"),
                s.nothing<string>("varchar").as("said_lead"),
                said(ref("email"), ref("known_email"))
              ])
          )
          .unionAll(
            db
              .selectFrom("int_lead")
              .innerJoin("stg_leads", "stg_leads.lead_id", "int_lead.lead_id")
              .select(({ref}) => [
                kind("lead"),
                ref("int_lead.lead_id").as("event_id"),
                ref("int_lead.created_at").as("happened_at"),
                s.nothing<string>("varchar").as("said_lead"),
                ref("stg_leads.email").as("said_email")
              ])
          );
      })
      .with("found", (db) => {
        const by = (said: "said_lead" | "said_email", known: "lead_id" | "lead_email") =>
          db
            .selectFrom("events")
            .innerJoin("looked", (on) => on.onRef(`looked.${known}`, "=", said))
            .select(["looked.lead_id", "event_kind", "event_id", "happened_at"]);
        return by("said_lead", "lead_id").union(by("said_email", "lead_email"));
      })
      .selectFrom("found")
      .where("happened_at", "is not", null)
      .where(({ref}) =>
        s.either(s.compare(ref("event_kind"), "<>", s.text("lead")), s.compare(ref("event_id"), "<>", ref("lead_id")))
      )
      .groupBy(["lead_id", "event_kind", "event_id"])
      .select(({ref}) => ["lead_id", "event_kind", "event_id", s.min(ref("happened_at")).as("happened_at")])
});
