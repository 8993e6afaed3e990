import type {ReviewRow} from "./rows.ts";

/** What one comparison says of a pair: which, how alike (0 differs), and its weight. */
export type Evidence = [comparison: string, level: number, weight: number];

/** A pair of the queue, as the page and its browser code hold it. */
export interface Reviewed {
  place: number;
  /** Both record pseudonyms, joined by "~". */
  id: string;
  party: ReviewRow["party"];
  records: [string, string];
  customers: [string, string];
  weight: number;
  probability: number;
  value: number;
  rule: string;
  evidence: Evidence[];
}

const to = (decimals: number) => (value: number) => Math.round(value * 10 ** decimals) / 10 ** decimals;

/** A row of the mart, rounded to what a reader or a spreadsheet can use; comparisons that say nothing are left out. */
export const reviewed = (row: ReviewRow): Reviewed => ({
  place: row.place,
  id: `${row.left_record}~${row.right_record}`,
  party: row.party,
  records: [row.left_record, row.right_record],
  customers: [row.left_customer_id, row.right_customer_id],
  weight: to(2)(row.weight),
  probability: to(4)(row.probability),
  value: to(2)(row.value_at_stake),
  rule: row.found_by,
  evidence: (JSON.parse(row.evidence) as Evidence[]).filter(([, level]) => level !== null && level >= 0)
});
