import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {max} from "../sql.ts";
import {stgActivities} from "../staging/stg_activities.ts";
import {stgConsents} from "../staging/stg_consents.ts";
import {stgLeads} from "../staging/stg_leads.ts";
import {stgKanoAnswers} from "../staging/stg_kano_answers.ts";
import {stgLoyaltyLedger} from "../staging/stg_loyalty_ledger.ts";
import {stgOpportunities} from "../staging/stg_opportunities.ts";
import {stgOpportunityStages} from "../staging/stg_opportunity_stages.ts";
import {stgPayments} from "../staging/stg_payments.ts";
import {stgRefunds} from "../staging/stg_refunds.ts";
import {stgSurveyInvitations} from "../staging/stg_survey_invitations.ts";
import {stgSubscriptions} from "../staging/stg_subscriptions.ts";
import {stgTicketEvents} from "../staging/stg_ticket_events.ts";
import {stgTouches} from "../staging/stg_touches.ts";
import {stgWebEvents} from "../staging/stg_web_events.ts";

/**
 * The last event of the kinds beside orders, tickets and answers, one row: it dates the warehouse of a company that has none of those.
 *
 * Where it has, those alone do: a planned visit or a wrong clock in a web log must not move every customer's silence.
 */
export const intOtherEvent = model({
  name: "int_other_event",
  title: {en: "Last event of the other kinds, one row.", zh: "其他种类的最近事件，共一行。"},
  from: [
    stgPayments,
    stgRefunds,
    stgSubscriptions,
    stgLeads,
    stgOpportunities,
    stgOpportunityStages,
    stgActivities,
    stgSurveyInvitations,
    stgKanoAnswers,
    stgTicketEvents,
    stgTouches,
    stgWebEvents,
    stgLoyaltyLedger,
    stgConsents
  ],
  grain: [],
  columns: z.strictObject({last_at: c.instant("When it happened.", "发生时间。").nullable()}),
  query: (db) =>
    db
      .with("events", (db) =>
        db
          .selectFrom("stg_payments")
          .select(({ref}) => max(ref("paid_at")).$castTo<Date | null>().as("at"))
          .unionAll(db.selectFrom("stg_refunds").select(({ref}) => max(ref("refunded_at")).as("at")))
          .unionAll(db.selectFrom("stg_subscriptions").select(({ref}) => max(ref("started_at")).as("at")))
          .unionAll(db.selectFrom("stg_leads").select(({ref}) => max(ref("created_at")).as("at")))
          .unionAll(db.selectFrom("stg_opportunities").select(({ref}) => max(ref("created_at")).as("at")))
          .unionAll(db.selectFrom("stg_opportunities").select(({ref}) => max(ref("closed_at")).as("at")))
          .unionAll(db.selectFrom("stg_opportunity_stages").select(({ref}) => max(ref("entered_at")).as("at")))
          .unionAll(db.selectFrom("stg_activities").select(({ref}) => max(ref("happened_at")).as("at")))
          .unionAll(db.selectFrom("stg_survey_invitations").select(({ref}) => max(ref("invited_at")).as("at")))
          .unionAll(db.selectFrom("stg_kano_answers").select(({ref}) => max(ref("answered_at")).as("at")))
          .unionAll(db.selectFrom("stg_ticket_events").select(({ref}) => max(ref("happened_at")).as("at")))
          .unionAll(db.selectFrom("stg_touches").select(({ref}) => max(ref("touched_at")).as("at")))
          .unionAll(db.selectFrom("stg_web_events").select(({ref}) => max(ref("happened_at")).as("at")))
          .unionAll(db.selectFrom("stg_loyalty_ledger").select(({ref}) => max(ref("happened_at")).as("at")))
          .unionAll(db.selectFrom("stg_consents").select(({ref}) => max(ref("recorded_at")).as("at")))
      )
      .selectFrom("events")
      .select(({ref}) => max(ref("at")).$castTo<Date | null>().as("last_at"))
});
