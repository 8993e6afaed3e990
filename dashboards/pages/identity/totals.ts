import type {LoadRow} from "../health/rows.ts";
import type {PartyRow} from "./rows.ts";

/** People and organisations together. */
export interface Totals {
  sources: number;
  records: number;
  customers: number;
  rule: number;
  score: number;
  steward: number;
  contact: number;
  pairs: number;
  links: number;
  /** Pairs in doubt: waiting for a steward, one customer by other pairs, left unsure. */
  reviews: number;
  settled: number;
  unsure: number;
  /** Mean probability of the links; null where there are none. */
  precision: number | null;
  compared: number;
  unlinkable: number;
}

/** Kinds of export that name no customer. */
const nameless = ["order_lines", "products", "campaigns", "opportunity_stages", "ticket_events"];

export function totalsOf(rows: readonly PartyRow[], loads: readonly LoadRow[]): Totals {
  const sum = (value: (row: PartyRow) => number) => rows.reduce((total, row) => total + value(row), 0);
  const links = sum((row) => row.links);
  return {
    sources: new Set(loads.filter(({kind}) => !nameless.includes(kind)).map(({source}) => source)).size,
    records: sum((row) => row.records),
    customers: sum((row) => row.customers),
    rule: sum((row) => row.rule_records),
    score: sum((row) => row.score_records),
    steward: sum((row) => row.steward_records),
    contact: sum((row) => row.contact_records),
    pairs: sum((row) => row.pairs),
    links,
    reviews: sum((row) => row.reviews),
    settled: sum((row) => row.settled_reviews),
    unsure: sum((row) => row.unsure_reviews),
    precision: links ? sum((row) => row.expected_true_links) / links : null,
    compared: sum((row) => row.compared_records),
    unlinkable: sum((row) => row.unlinkable_records)
  };
}
