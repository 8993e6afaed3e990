import type {Written} from "./csvFile.ts";
import type {Customer} from "./customers.ts";
import type {PlacedFault} from "./faults.ts";
import type {Marketing} from "./marketing.ts";
import type {Membership} from "./memberships.ts";
import type {Order} from "./orders.ts";
import type {Tell} from "./peopleTruth.ts";
import type {Story} from "./story.ts";
import type {Ticket} from "./tickets.ts";
import type {Touch} from "./touches.ts";

/** A customer's story with what came of it outside shop, helpdesk and survey. */
export interface Account extends Story {
  /** Whose the account is, and how the shop's list shows them. */
  entity: string;
  shown: Customer;
  marketing: Marketing;
  touches: Touch[];
  membership: Membership | null;
  /** Orders of which money was paid back, and when. */
  refunds: {order: Order; at: number}[];
}

/** What one batch of customers did. */
export interface Batch {
  accounts: readonly Account[];
  /** Tickets with the row that the helpdesk's export has of them. */
  tickets: readonly {ticket: Ticket; row: readonly string[]}[];
}

/** What every subject needs: where to write, when the data begin and end (instants), and which London years they touch. */
export interface Setting {
  out: string;
  from: number;
  until: number;
  years: readonly number[];
  seed: number;
  placed: PlacedFault[];
  tell: Tell;
}

/** The exports of one subject. Memory holds one batch, or what grows with the number of files, not of customers. */
export interface Subject {
  write: (batch: Batch) => Promise<void>;
  close: () => Promise<Written[]>;
}
