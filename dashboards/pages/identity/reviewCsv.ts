import {csv, type CsvValue} from "../../live/csv.ts";
import type {Reviewed} from "./review.ts";

const columns: Record<string, (pair: Reviewed) => CsvValue> = {
  place: (pair) => pair.place,
  party: (pair) => pair.party,
  left_record: (pair) => pair.records[0],
  right_record: (pair) => pair.records[1],
  left_customer_id: (pair) => pair.customers[0],
  right_customer_id: (pair) => pair.customers[1],
  probability: (pair) => pair.probability,
  weight: (pair) => pair.weight,
  value_at_stake: (pair) => pair.value,
  found_by: (pair) => pair.rule,
  evidence: (pair) => pair.evidence.map(([name, level, weight]) => `${name} ${level} ${weight}`).join(" | ")
};

/** The queue as it stands: plain numbers, pseudonyms, evidence as comparison, level and weight. */
export const reviewCsv = (list: readonly Reviewed[], asOf: string): string =>
  csv(
    [...Object.keys(columns), "as_of", "filter"],
    list.map((pair) => [...Object.values(columns).map((value) => value(pair)), asOf, ""])
  );
