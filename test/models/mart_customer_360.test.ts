import {beforeAll, describe, expect, it} from "vitest";
import {gapsOf, quantile} from "./oracle.ts";
import {daylong} from "./randomCompany.ts";
import {asOf, campaignChannels, campaignStart, randomRelations, type Relations} from "./randomRelations.ts";
import {ModelledWarehouse} from "./warehouseOf.ts";

const dayOf = (at: number) => Math.floor(at / daylong);
const today = dayOf(asOf);
const iso = (at: number) => new Date(at).toISOString().slice(0, 10);
const isWithin = (days: number) => (at: number) => dayOf(at) > today - days;
const happened = (at: number | null): at is number => at !== null && at <= asOf;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const latest = <T extends {at: number; id: string}>(rows: readonly T[]): T | undefined =>
  [...rows].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)).at(-1);
const round = (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits;

/** The gaps of all customers, from which the stages are cut. */
function cutsOf({orders, customers}: Relations) {
  const gaps = Array.from({length: customers}, (_, customer) => customer).flatMap((customer) => {
    const mine = orders.filter((order) => order.customer === customer && !order.isCancelled);
    return gapsOf(mine.map(({at}) => ({day: dayOf(at)})).sort((a, b) => a.day - b.day));
  });
  const dormant = 7 * Math.max(1, Math.round(quantile(gaps, 0.9)! / 7));
  return {
    slipping: Math.min(quantile(gaps, 0.75)!, dormant),
    dormant,
    lost: Math.max(quantile(gaps, 0.98)!, 2 * dormant)
  };
}

function stageOf(days: readonly number[], cuts: ReturnType<typeof cutsOf>): string {
  if (!days.length) return "prospect";
  const silence = today - days.at(-1)!;
  if (silence > cuts.lost) return "lost";
  if (silence > cuts.dormant) return "dormant";
  if (silence > cuts.slipping) return "slipping";
  if (days.length === 1) return "new";
  if (days.at(-1)! - days.at(-2)! > cuts.dormant) return "reactivated";
  return days.length >= 4 ? "loyal" : "active";
}

const isOpenState = (status: string | null) => status === "Scheduled";
const isDoneState = (status: string | null) => status === "Completed";

/** When an activity happened and when it is planned. */
function activityTimes({at, dueAt, completedAt, status}: Relations["activities"][number]) {
  const doneAt = happened(completedAt) ? completedAt : null;
  const isOpen = doneAt === null && (isOpenState(status) || (status === null && dueAt !== null));
  const isOff = status === "Cancelled";
  const when = doneAt ?? (happened(at) ? at : null);
  const planned = dueAt ?? at;
  const isPlanned = planned !== null && planned > asOf && doneAt === null && !isOff && !isDoneState(status);
  return {at: isOpen || isOff ? null : when, plannedAt: isPlanned ? planned : null};
}

const channelWords: Record<string, string> = {
  email: "email",
  "E-Mail": "email",
  sms: "text",
  phone: "call",
  all: "all"
};

const perMonth: Record<string, number> = {week: 52 / 12, month: 1, quarter: 1 / 3, half_year: 1 / 6, year: 1 / 12};

/** What mart_customer_360 says of a customer, one event at a time. */
function expectedOf(all: Relations, customer: number, cuts: ReturnType<typeof cutsOf>) {
  const of = <T extends {customer: number}>(rows: T[]) => rows.filter((row) => row.customer === customer);
  const orders = of(all.orders).filter(({isCancelled}) => !isCancelled);
  const days = [...new Set(orders.map(({at}) => dayOf(at)))].sort((a, b) => a - b);
  const tickets = of(all.tickets);
  const answers = of(all.answers);
  const channels = [...new Set(orders.flatMap(({channel}) => channel ?? []))].map((channel) => {
    const there = orders.filter((order) => order.channel === channel);
    return {channel, n: there.length, last: Math.max(...there.map(({at}) => at))};
  });
  channels.sort((a, b) => b.n - a.n || b.last - a.last || (a.channel < b.channel ? -1 : 1));
  const resolutions = tickets.flatMap(({at, solvedAt}) => (solvedAt === null ? [] : [(solvedAt - at) / 3_600_000]));
  const activities = all.activities
    .filter((activity) => {
      const {opportunity} = activity;
      return (opportunity === null ? activity : all.opportunities[opportunity]!).customer === customer;
    })
    // An opportunity that is opened after as_of does not exist yet, and nobody knows whose its activities are.
    .filter(({opportunity}) => {
      const opened = opportunity === null ? null : all.opportunities[opportunity]!.at;
      return opened === null || opened <= asOf;
    })
    .map((activity) => ({...activityTimes(activity), type: activity.type}));
  const messages = of(all.touches)
    .filter(({isControl}) => !isControl)
    .map((touch) => ({...touch, sentAt: touch.at ?? campaignStart(touch.campaign)}))
    .filter(({sentAt}) => sentAt === null || sentAt <= asOf);
  const recent = messages.filter(({sentAt}) => sentAt !== null && isWithin(90)(sentAt));
  const met: [string, number][] = [
    ...tickets.map(({at}): [string, number] => ["ticket", at]),
    ...answers.map(({at}): [string, number] => ["feedback", at]),
    ...activities.flatMap(({at}): [string, number][] => (at === null ? [] : [["activity", at]])),
    ...messages.flatMap(({sentAt}): [string, number][] => (sentAt === null ? [] : [["touch", sentAt]]))
  ];
  const lastMet = Math.max(...met.map(([, at]) => at));
  const planned = activities.filter(({plannedAt}) => plannedAt !== null);
  const next = Math.min(...planned.map(({plannedAt}) => plannedAt!));
  const said = [
    ...of(all.consents)
      .filter(({at, purpose, isGranted}) => (at <= asOf || !isGranted) && purpose !== "profiling")
      .map(({at, channel, isGranted}) => ({
        at: Math.min(at, asOf),
        channel: channelWords[channel],
        isGranted
      })),
    ...messages.flatMap(({unsubscribedAt, campaign}) =>
      unsubscribedAt !== null
        ? [
            {
              at: Math.min(unsubscribedAt, asOf),
              channel: campaignChannels[campaign] === "sms" ? "text" : "email",
              isGranted: false
            }
          ]
        : []
    )
  ];
  const may = (channel: string) => {
    const about = said.filter((answer) => answer.channel === channel || answer.channel === "all");
    const last = Math.max(...about.map(({at}) => at));
    return about.length ? about.every(({at, isGranted}) => at < last || isGranted) : null;
  };
  const points = of(all.points).filter(({at}) => at <= asOf);
  const subscriptions = of(all.subscriptions).filter(({at}) => at <= asOf);
  const active = subscriptions.filter(({endedAt, cancelledAt, status}) => {
    if (endedAt !== null) return endedAt > asOf;
    return status === null ? !happened(cancelledAt) : status !== "Cancelled";
  });
  const open = of(all.opportunities).filter(
    ({at, closedAt, isWon, isLost}) =>
      (at === null || at <= asOf) && ((!isWon && !isLost) || (closedAt !== null && closedAt > asOf))
  );
  const scoreOf = (instrument: string) => latest(answers.filter((answer) => answer.instrument === instrument));
  const opened = tickets.map(({at}) => at);
  return {
    stage: stageOf(days, cuts),
    orders: orders.length,
    orders_30d: orders.filter(({at}) => isWithin(30)(at)).length,
    orders_90d: orders.filter(({at}) => isWithin(90)(at)).length,
    orders_365d: orders.filter(({at}) => isWithin(365)(at)).length,
    net_revenue: sum(orders.map(({total, refunded}) => total - refunded)) / 100,
    refunded: sum(orders.map(({refunded}) => refunded)) / 100,
    preferred_channel: channels[0]?.channel ?? null,
    tickets: opened.length,
    tickets_30d: opened.filter(isWithin(30)).length,
    tickets_90d: opened.filter(isWithin(90)).length,
    tickets_365d: opened.filter(isWithin(365)).length,
    open_tickets: tickets.length - resolutions.length,
    reopened_tickets: tickets.filter(({reopens}) => (reopens ?? 0) > 0).length,
    median_resolution_hours: quantile(resolutions, 0.5),
    answers: answers.length,
    answers_365d: answers.filter(({at}) => isWithin(365)(at)).length,
    last_nps_score: scoreOf("nps")?.score ?? null,
    last_csat_score: scoreOf("csat")?.score ?? null,
    last_csat_on: scoreOf("csat") ? iso(scoreOf("csat")!.at) : null,
    last_rating_score: scoreOf("rating")?.score ?? null,
    last_contact_on: met.length ? iso(lastMet) : null,
    last_contact_channel: met.find(([, at]) => at === lastMet)?.[0] ?? null,
    next_contact_on: planned.length ? iso(next) : null,
    next_contact_about:
      planned
        .filter(({plannedAt}) => plannedAt === next)
        .map(({type}) => type)
        .sort()[0] ?? null,
    may_email: may("email"),
    may_call: may("call"),
    may_text: may("text"),
    touches_90d: recent.length,
    opened_90d: recent.filter(({openedAt}) => happened(openedAt)).length,
    clicked_90d: recent.filter(({clickedAt}) => happened(clickedAt)).length,
    points_balance: points.length ? sum(points.map((entry) => entry.points)) : null,
    loyalty_tier: latest(points.filter(({tier}) => tier !== null))?.tier ?? null,
    active_subscriptions: active.length,
    recurring_revenue: round(
      sum(
        active
          .filter(({trialEndsAt}) => trialEndsAt === null || trialEndsAt <= asOf)
          .map(({amount, interval}) => round(((amount ?? 0) / 100) * (perMonth[interval ?? ""] ?? 0), 4))
      ),
      4
    ),
    open_opportunities: open.length,
    open_opportunity_amount: sum(open.map(({amount}) => amount ?? 0)) / 100
  };
}

describe.each([1, 2, 3])("random events %i of every kind against brute force", (seed) => {
  let all: Relations;
  let warehouse: ModelledWarehouse;
  let idOf: Map<number, string>;

  beforeAll(async () => {
    all = randomRelations(seed);
    warehouse = await ModelledWarehouse.of(all.fill);
    const keys = await warehouse.rows(
      "select source_key, customer_id from int_customer_keys where source_key like 'k%'"
    );
    idOf = new Map(keys.map(({source_key, customer_id}) => [Number(source_key.slice(1)), customer_id]));
  });

  it("customer 360 says of every customer what a look at each event says", async () => {
    const cuts = cutsOf(all);
    const rows = await warehouse.rows("select * from mart_customer_360");
    expect(new Set(rows.map(({customer_id}) => customer_id))).toEqual(new Set(idOf.values()));
    for (const [customer, customer_id] of idOf) {
      const row = rows.find((row) => row.customer_id === customer_id)!;
      expect({customer, ...row}).toMatchObject({customer, ...expectedOf(all, customer, cuts)});
    }
    const stages = new Set(rows.map(({stage}) => stage));
    expect(stages.size).toBeGreaterThan(5);
  });

  it("the timeline holds every event up to as_of once, and none after it", async () => {
    const counted = (rows: readonly {at: number | null}[]) => rows.filter(({at}) => happened(at)).length;
    const messages = all.touches
      .filter(({isControl}) => !isControl)
      .map((touch) => ({...touch, sentAt: touch.at ?? campaignStart(touch.campaign)}))
      .filter(({sentAt}) => sentAt === null || sentAt <= asOf);
    const left = all.subscriptions
      .filter(({at}) => at <= asOf)
      .map(({cancelledAt, endedAt}) => ({at: happened(cancelledAt) ? cancelledAt : endedAt}));
    const refusals = all.consents.filter(({isGranted}) => !isGranted);
    const deals = all.opportunities.filter(({at}) => at === null || at <= asOf);
    const whose = all.activities.filter(({opportunity}) => {
      const opened = opportunity === null ? null : all.opportunities[opportunity]!.at;
      return opened === null || opened <= asOf;
    });
    const expected = {
      order: all.orders.filter(({isCancelled}) => !isCancelled).length,
      cancelled: all.orders.filter(({isCancelled}) => isCancelled).length,
      refund: counted(all.refunds),
      ticket: all.tickets.length,
      solved: all.tickets.filter(({solvedAt}) => solvedAt !== null).length,
      feedback: all.answers.length,
      sent: messages.filter(({sentAt}) => sentAt !== null).length,
      opened: messages.filter(({openedAt}) => happened(openedAt)).length,
      clicked: messages.filter(({clickedAt}) => happened(clickedAt)).length,
      activity: counted(whose.map(activityTimes)),
      points: counted(all.points),
      subscribed: counted(all.subscriptions),
      unsubscribed: counted(left),
      consent: counted(all.consents.filter(({isGranted}) => isGranted)),
      refusal: refusals.length + messages.filter(({unsubscribedAt}) => unsubscribedAt !== null).length,
      opportunity: counted(all.opportunities),
      won: counted(deals.filter(({isWon}) => isWon).map(({closedAt}) => ({at: closedAt}))),
      lost: counted(deals.filter(({isLost}) => isLost).map(({closedAt}) => ({at: closedAt})))
    };
    const rows = await warehouse.rows(
      "select kind, count(*) as n, max(event_at) as last from mart_customer_timeline group by kind"
    );
    expect(Object.fromEntries(rows.map(({kind, n}) => [kind, n]))).toEqual(expected);
    for (const {last} of rows) expect((last as Date).getTime()).toBeLessThanOrEqual(asOf);
  });
});
