import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {columnsOf} from "../../warehouse/columns.ts";
import {model, type Relation} from "../model.ts";
import {countRows, either, isKnown, nothing} from "../sql.ts";
import {stgActivities} from "../staging/stg_activities.ts";
import {stgConsents} from "../staging/stg_consents.ts";
import {stgFeedback} from "../staging/stg_feedback.ts";
import {stgKanoAnswers} from "../staging/stg_kano_answers.ts";
import {stgLoyaltyLedger} from "../staging/stg_loyalty_ledger.ts";
import {stgOpportunities} from "../staging/stg_opportunities.ts";
import {stgOrders} from "../staging/stg_orders.ts";
import {stgPayments} from "../staging/stg_payments.ts";
import {stgRefunds} from "../staging/stg_refunds.ts";
import {stgSubscriptions} from "../staging/stg_subscriptions.ts";
import {stgSurveyInvitations} from "../staging/stg_survey_invitations.ts";
import {stgTickets} from "../staging/stg_tickets.ts";
import {stgTouches} from "../staging/stg_touches.ts";
import {stgWebEvents} from "../staging/stg_web_events.ts";

const events = [
  stgOrders,
  stgTickets,
  stgFeedback,
  stgSurveyInvitations,
  stgKanoAnswers,
  stgSubscriptions,
  stgPayments,
  stgRefunds,
  stgOpportunities,
  stgActivities,
  stgTouches,
  stgConsents,
  stgWebEvents,
  stgLoyaltyLedger
] as const;

const hasPhone = (relation: Relation) => columnsOf(relation.columns).some(({name}) => name === "phone");

/** Which keys, e-mail addresses and telephone numbers events name together, one row per combination. */
export const intIdentitySeen = model({
  name: "int_identity_seen",
  title: {
    en: "Keys, e-mails and phones that events name together, one row per combination.",
    zh: "事件中一起出现的编号、邮箱与电话，每种组合一行。"
  },
  from: events,
  grain: ["customer_key", "email", "phone"],
  columns: z.strictObject({
    customer_key: c.id("The customer's key in the source.", "来源系统中的客户编号。").nullable(),
    email: c.text("E-mail address, lower case.", "电子邮箱，小写。", "personal").nullable(),
    phone: c.text("Telephone number as written.", "电话号码原文。", "personal").nullable(),
    events: c.count("Events that name them together.", "同时出现的事件数。")
  }),
  query: (db) => {
    const [first, ...rest] = events.map((relation) =>
      (db as any)
        .selectFrom(relation.name)
        .select(({ref}: any) => [
          "customer_key",
          "email",
          (hasPhone(relation) ? ref("phone") : nothing<string>("varchar")).as("phone")
        ])
    );
    const all = rest.reduce((union, next) => union.unionAll(next), first);
    return db
      .selectFrom(all.as("event"))
      .where(({ref}) => either(isKnown(ref("customer_key")), isKnown(ref("email")), isKnown(ref("phone"))))
      .groupBy(["customer_key", "email", "phone"])
      .select(["customer_key", "email", "phone"])
      .select(countRows().as("events")) as any;
  }
});
