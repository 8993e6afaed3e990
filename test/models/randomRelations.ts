import {
  rawActivities,
  rawCampaigns,
  rawConsents,
  rawFeedback,
  rawLoyaltyLedger,
  rawOpportunities,
  rawOrders,
  rawRefunds,
  rawSubscriptions,
  rawTickets,
  rawTouches
} from "../../ingest/contracts/kinds.ts";
import {daylong, dice} from "./randomCompany.ts";
import {insert} from "./warehouseOf.ts";

/** Midnight of the last business day in UTC; the last order, which dates the warehouse, is placed at its noon. */
export const lastMidnight = Date.UTC(2026, 5, 30);
export const asOf = lastMidnight + daylong / 2;

/** Days before the last one at which an event is just in or just out of a window. */
const edges = [0, 29, 30, 89, 90, 364, 365];

type At = number | null;
interface Of {
  id: string;
  customer: number;
}

/** All kinds of events of customers that are known by one key each; instants are milliseconds, some of them after as_of. */
export interface Relations {
  customers: number;
  orders: (Of & {at: number; isCancelled: boolean; channel: string | null; total: number; refunded: number})[];
  refunds: (Of & {at: number; order: number; amount: number})[];
  tickets: (Of & {at: number; solvedAt: At; reopens: number | null})[];
  answers: (Of & {at: number; instrument: string; score: number})[];
  activities: (Of & {
    type: string;
    at: At;
    dueAt: At;
    completedAt: At;
    status: string | null;
    opportunity: number | null;
  })[];
  touches: (Of & {at: At; campaign: number; openedAt: At; clickedAt: At; unsubscribedAt: At; isControl: boolean})[];
  consents: (Of & {at: number; channel: string; purpose: string | null; isGranted: boolean})[];
  points: (Of & {at: number; type: string; points: number; tier: string | null})[];
  subscriptions: (Of & {
    at: number;
    cancelledAt: At;
    endedAt: At;
    trialEndsAt: At;
    status: string | null;
    amount: number | null;
    interval: string | null;
  })[];
  opportunities: (Of & {at: At; closedAt: At; isWon: boolean; isLost: boolean; amount: number | null})[];
  fill: string[];
}

export const campaignStart = (campaign: number): At => (campaign === 2 ? null : asOf - (40 + 100 * campaign) * daylong);
export const campaignChannels = ["email", "sms", null];

const instant = (at: At) => at && new Date(at).toISOString().slice(0, 19).replace("T", " ");

export function randomRelations(seed: number, customers = 60): Relations {
  const roll = dice(seed);
  const upTo = (n: number) => Math.floor(roll() * n);
  const oneOf = <T>(values: readonly T[]) => values[upTo(values.length)]!;
  /** Some hour of a day so long before the last one, one in four at the edge of a window. */
  const past = () => lastMidnight - (upTo(4) ? upTo(700) : oneOf(edges)) * daylong + upTo(12) * 3_600_000;
  const moment = () => (upTo(8) ? past() : asOf + (1 + upTo(40)) * daylong);
  const maybe = <T>(value: T) => (upTo(2) ? value : null);
  const later = (at: number) => at + upTo(100) * daylong;
  const many = <T>(prefix: string, n: number, make: (of: Of) => T) =>
    Array.from({length: n}, (_, i) => make({id: `${prefix}${String(i).padStart(4, "0")}`, customer: upTo(customers)}));

  const orders = many("o", customers * 4, (of) => ({
    ...of,
    customer: Math.floor(customers * 0.8 * roll() ** 2),
    at: past(),
    isCancelled: upTo(10) === 0,
    channel: oneOf(["web", "app", "shop", null]),
    total: upTo(9000),
    refunded: upTo(5) ? 0 : upTo(500)
  }));
  orders.push({id: "last", customer: 0, at: asOf, isCancelled: false, channel: "web", total: 1000, refunded: 0});
  const tickets = many("t", customers, (of) => {
    const at = past();
    return {...of, at, solvedAt: maybe(Math.min(later(at), asOf)), reopens: oneOf([null, 0, 1, 2])};
  });
  const answers = many("r", customers, (of) => ({
    ...of,
    at: past(),
    instrument: oneOf(["nps", "csat", "ces", "rating"]),
    score: 1 + upTo(5)
  }));
  const opportunities = many("p", customers, (of) => {
    const at = maybe(moment());
    const end = oneOf(["open", "won", "lost"]);
    const closedAt = end === "open" ? null : maybe(later(at ?? past()));
    return {...of, at, closedAt, isWon: end === "won", isLost: end === "lost", amount: maybe(upTo(90000))};
  });
  const relations = {
    customers,
    orders,
    refunds: many("f", customers, (of) => ({...of, at: moment(), order: upTo(orders.length), amount: upTo(900)})),
    tickets,
    answers,
    activities: many("a", customers * 2, (of) => {
      const at = maybe(moment());
      return {
        ...of,
        type: oneOf(["call", "visit", "task"]),
        at,
        dueAt: maybe(moment()),
        completedAt: upTo(3) ? null : moment(),
        status: oneOf([null, null, "Completed", "Scheduled", "Cancelled", "Held well"]),
        opportunity: upTo(3) ? null : upTo(opportunities.length)
      };
    }),
    touches: many("m", customers * 3, (of) => {
      const at = upTo(6) ? moment() : null;
      const answer = () => (upTo(3) ? null : later(at ?? past()));
      return {
        ...of,
        at,
        campaign: upTo(3),
        openedAt: answer(),
        clickedAt: answer(),
        unsubscribedAt: upTo(8) ? null : later(at ?? past()),
        isControl: upTo(6) === 0
      };
    }),
    consents: many("c", customers * 3, (of) => ({
      ...of,
      at: oneOf([past(), asOf - 5 * daylong, asOf + daylong]),
      channel: oneOf(["email", "E-Mail", "sms", "phone", "all", "pigeon"]),
      purpose: oneOf([null, "marketing", "profiling"]),
      isGranted: upTo(2) === 0
    })),
    points: many("l", customers * 3, (of) => ({
      ...of,
      at: moment(),
      ...oneOf([
        {type: "earn", points: 1 + upTo(500)},
        {type: "redeem", points: -1 - upTo(200)},
        {type: "adjust", points: upTo(50) - 25}
      ]),
      tier: oneOf([null, "Leaf", "Estate"])
    })),
    subscriptions: many("s", customers, (of) => {
      const at = moment();
      return {
        ...of,
        at,
        cancelledAt: upTo(3) ? null : later(at),
        endedAt: upTo(3) ? null : later(at) + 50 * daylong,
        trialEndsAt: upTo(4) ? null : at + 30 * daylong,
        status: oneOf([null, "active", "Cancelled", "running"]),
        amount: maybe(upTo(20000)),
        interval: oneOf([null, "week", "month", "quarter", "half_year", "year"])
      };
    }),
    opportunities
  };
  return {...relations, fill: fillOf(relations)};
}

const keyOf = ({customer}: Of) => `k${customer}`;
const money = (cents: number | null) => cents && cents / 100;

const fillOf = (all: Omit<Relations, "fill">): string[] => [
  insert(
    rawOrders,
    all.orders.map((o) => ({
      order_id: o.id,
      customer_key: keyOf(o),
      ordered_at: instant(o.at),
      is_cancelled: o.isCancelled,
      sales_channel: o.channel,
      total: o.total / 100,
      refunded: o.refunded / 100
    }))
  ),
  insert(
    rawRefunds,
    all.refunds.map((f) => ({
      refund_id: f.id,
      order_id: all.orders[f.order]!.id,
      refunded_at: instant(f.at),
      amount: f.amount / 100
    }))
  ),
  insert(
    rawTickets,
    all.tickets.map((t) => ({
      ticket_id: t.id,
      customer_key: keyOf(t),
      opened_at: instant(t.at),
      solved_at: instant(t.solvedAt),
      reopens: t.reopens
    }))
  ),
  insert(
    rawFeedback,
    all.answers.map((r) => ({
      response_id: r.id,
      customer_key: keyOf(r),
      answered_at: instant(r.at),
      instrument: r.instrument,
      score: r.score,
      comment: r.score > 5 ? "Delivery was quick and the price is fair" : "The delivery came late, nobody answered"
    }))
  ),
  insert(
    rawActivities,
    all.activities.map((a) => ({
      activity_id: a.id,
      activity_type: a.type,
      customer_key: a.opportunity === null ? keyOf(a) : null,
      opportunity_id: a.opportunity === null ? null : all.opportunities[a.opportunity]!.id,
      happened_at: instant(a.at),
      due_at: instant(a.dueAt),
      completed_at: instant(a.completedAt),
      activity_status: a.status
    }))
  ),
  insert(
    rawCampaigns,
    campaignChannels.map((campaign_channel, i) => ({
      campaign_id: `m${i}`,
      campaign_channel,
      started_at: instant(campaignStart(i))
    }))
  ),
  insert(
    rawTouches,
    all.touches.map((m, i) => ({
      campaign_id: `m${m.campaign}`,
      customer_key: keyOf(m),
      arm: m.isControl ? "control" : null,
      touched_at: instant(m.at),
      opened_at: instant(m.openedAt),
      clicked_at: instant(m.clickedAt),
      unsubscribed_at: instant(m.unsubscribedAt),
      load_row: i + 1
    }))
  ),
  insert(
    rawConsents,
    all.consents.map((c) => ({
      customer_key: keyOf(c),
      channel: c.channel,
      purpose: c.purpose,
      is_granted: c.isGranted,
      recorded_at: instant(c.at)
    }))
  ),
  insert(
    rawLoyaltyLedger,
    all.points.map((l) => ({
      entry_id: l.id,
      customer_key: keyOf(l),
      happened_at: instant(l.at),
      entry_type: l.type,
      points: l.points,
      expires_at: l.type === "earn" ? instant(l.at + 200 * daylong) : null,
      tier: l.tier
    }))
  ),
  insert(
    rawSubscriptions,
    all.subscriptions.map((s) => ({
      subscription_id: s.id,
      customer_key: keyOf(s),
      started_at: instant(s.at),
      cancelled_at: instant(s.cancelledAt),
      ended_at: instant(s.endedAt),
      trial_ends_at: instant(s.trialEndsAt),
      subscription_status: s.status,
      recurring_amount: money(s.amount),
      billing_interval: s.interval
    }))
  ),
  insert(
    rawOpportunities,
    all.opportunities.map((p) => ({
      opportunity_id: p.id,
      customer_key: keyOf(p),
      stage: "s",
      created_at: instant(p.at),
      closed_at: instant(p.closedAt),
      is_won: p.isWon,
      is_lost: p.isLost,
      amount: money(p.amount)
    }))
  )
];
