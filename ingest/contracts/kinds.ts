import {activities} from "./activities.ts";
import {campaigns} from "./campaigns.ts";
import {consents} from "./consents.ts";
import {rawOf, type Contract} from "./contract.ts";
import {customers} from "./customers.ts";
import {feedback} from "./feedback.ts";
import {kanoAnswers} from "./kanoAnswers.ts";
import {leads} from "./leads.ts";
import {loyaltyLedger} from "./loyaltyLedger.ts";
import {opportunities} from "./opportunities.ts";
import {opportunityStages} from "./opportunityStages.ts";
import {orderLines} from "./orderLines.ts";
import {orders} from "./orders.ts";
import {payments} from "./payments.ts";
import {products} from "./products.ts";
import {refunds} from "./refunds.ts";
import {subscriptions} from "./subscriptions.ts";
import {surveyInvitations} from "./surveyInvitations.ts";
import {ticketEvents} from "./ticketEvents.ts";
import {tickets} from "./tickets.ts";
import {touches} from "./touches.ts";
import {webEvents} from "./webEvents.ts";

/** Every kind of export that can be loaded. */
export const kinds = {
  customers,
  orders,
  order_lines: orderLines,
  products,
  payments,
  refunds,
  subscriptions,
  leads,
  opportunities,
  opportunity_stages: opportunityStages,
  activities,
  tickets,
  ticket_events: ticketEvents,
  feedback,
  survey_invitations: surveyInvitations,
  kano_answers: kanoAnswers,
  campaigns,
  touches,
  consents,
  web_events: webEvents,
  loyalty_ledger: loyaltyLedger
} as const;

export type Kind = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as [Kind, ...Kind[]];
export const contractOf = (kind: Kind): Contract => kinds[kind] as unknown as Contract;

export const rawCustomers = rawOf(customers);
export const rawOrders = rawOf(orders);
export const rawOrderLines = rawOf(orderLines);
export const rawProducts = rawOf(products);
export const rawPayments = rawOf(payments);
export const rawRefunds = rawOf(refunds);
export const rawSubscriptions = rawOf(subscriptions);
export const rawLeads = rawOf(leads);
export const rawOpportunities = rawOf(opportunities);
export const rawOpportunityStages = rawOf(opportunityStages);
export const rawActivities = rawOf(activities);
export const rawTickets = rawOf(tickets);
export const rawTicketEvents = rawOf(ticketEvents);
export const rawFeedback = rawOf(feedback);
export const rawSurveyInvitations = rawOf(surveyInvitations);
export const rawKanoAnswers = rawOf(kanoAnswers);
export const rawCampaigns = rawOf(campaigns);
export const rawTouches = rawOf(touches);
export const rawConsents = rawOf(consents);
export const rawWebEvents = rawOf(webEvents);
export const rawLoyaltyLedger = rawOf(loyaltyLedger);

export const rawRelations = [
  rawCustomers,
  rawOrders,
  rawOrderLines,
  rawProducts,
  rawPayments,
  rawRefunds,
  rawSubscriptions,
  rawLeads,
  rawOpportunities,
  rawOpportunityStages,
  rawActivities,
  rawTickets,
  rawTicketEvents,
  rawFeedback,
  rawSurveyInvitations,
  rawKanoAnswers,
  rawCampaigns,
  rawTouches,
  rawConsents,
  rawWebEvents,
  rawLoyaltyLedger
];
