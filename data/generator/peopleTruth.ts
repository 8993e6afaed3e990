import {audienceKey, payerKey, requesterKey} from "./keys.ts";
import type {Account} from "./subject.ts";

/** Header of the truth about identities: whose a record is. `people.csv` stands beside `truth.csv` and is no export. */
export const PEOPLE_HEADER = ["record_key", "party", "entity"] as const;

/**
 * Says that a record, `customer:` or `lead:` and its key, is of a person or an organisation. Records of one have one entity: `P` and the
 * number of the customer who arrived first, `M` and a number for somebody with nothing but a card, `T` for the trade's people, `O` for
 * its businesses.
 */
export type Tell = (key: string, entity: string) => void;

/** Collects what is told, to be taken batch by batch. */
export function openPeople(): {tell: Tell; take: () => string[][]} {
  let rows: string[][] = [];
  return {
    tell: (key, entity) => rows.push([key, entity.startsWith("O") ? "organisation" : "person", entity]),
    take: () => {
      const taken = rows;
      rows = [];
      return taken;
    }
  };
}

/** Tells whose a customer's keys in shop, audience, helpdesk and payments are. */
export function tellKeys({customer, entity, marketing, tickets, orders}: Account, tell: Tell): void {
  const {customerId, index} = customer;
  tell(`customer:${customerId}`, entity);
  if (marketing.list !== null) tell(`customer:${audienceKey(index)}`, entity);
  if (tickets.length) tell(`customer:${requesterKey(index)}`, entity);
  if (orders.length) tell(`customer:${payerKey(index)}`, entity);
}
