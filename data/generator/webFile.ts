import {diceFor} from "./dice.ts";
import {DAY, utc} from "./londonTime.ts";
import {openNdjson} from "./ndjsonFile.ts";
import type {Setting, Subject} from "./subject.ts";
import {drawSessions, drawStranger, type Session, valueOf, type WebEvent} from "./webSessions.ts";

/** How many days of events there are, up to the end of the data, and how many strangers visit for each customer. */
const DAYS = 28;
const STRANGERS = 0.2;

/** Visits by how far they came. */
export interface WebTruth {
  events: number;
  sessions: number;
  carts: number;
  checkouts: number;
  purchases: number;
}

/** The last four weeks of the website's and app's events, as a collector such as Segment writes them; times are UTC. */
export function openWeb({out, placed, from, until, seed}: Setting): Subject & {truth: WebTruth} {
  const dice = diceFor(seed, "web");
  const starts = Math.max(from, until - DAYS * DAY);
  const file = openNdjson(out, "web/events.ndjson.gz", placed);
  const truth: WebTruth = {events: 0, sessions: 0, carts: 0, checkouts: 0, purchases: 0};
  return {
    truth,
    write: async ({accounts}) => {
      const ofCustomers = accounts.flatMap((account) => drawSessions(account, starts, until, dice));
      const strangers = Array.from({length: Math.round(accounts.length * STRANGERS)}, () =>
        drawStranger(starts, until, dice)
      );
      const sessions = [...ofCustomers, ...strangers].sort((a, b) => a.events[0]!.at - b.events[0]!.at);
      const events = sessions.flatMap((session) => {
        const number = ++truth.sessions;
        const has = (step: WebEvent["step"]) => Number(session.events.some((event) => event.step === step));
        truth.carts += has("add_to_cart");
        truth.checkouts += has("begin_checkout");
        truth.purchases += has("purchase");
        return session.events.map((event) => ({session, event, number}));
      });
      events.sort((a, b) => a.event.at - b.event.at || a.number - b.number);
      await file.write(events.map(({session, event, number}) => object(session, event, number, ++truth.events)));
    },
    close: async () => [await file.close()]
  };
}

const PATHS = {
  page_view: "/",
  view_item: "/products",
  add_to_cart: "/products",
  begin_checkout: "/checkout",
  purchase: "/thanks"
};

function object({account, source, medium, mailing}: Session, event: WebEvent, session: number, number: number): object {
  const {step, product, order} = event;
  const isKnown = step === "begin_checkout" || step === "purchase";
  const visitor = account ? account.customer.index.toString(36) : `x${session.toString(36)}`;
  return {
    messageId: `ev-${String(number).padStart(7, "0")}`,
    timestamp: utc(event.at),
    event: step,
    anonymousId: `v-${visitor.padStart(5, "0")}`,
    userId: account && isKnown ? account.customer.customerId : null,
    context: {
      sessionId: `s-${String(session).padStart(6, "0")}`,
      page: {path: product ? `${PATHS[step]}/${product.sku.toLowerCase()}` : PATHS[step]},
      campaign: {source, medium, name: mailing?.title ?? null}
    },
    properties: {
      sku: product?.sku ?? null,
      orderId: order ? `#${order.number}` : null,
      value: order ? valueOf(order) : null,
      currency: order ? "GBP" : null
    }
  };
}
