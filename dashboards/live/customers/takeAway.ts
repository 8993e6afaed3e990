import {csv, type CsvValue} from "../csv.ts";
import {numberOf, wordOf, type Base} from "./base.ts";
import {otherName} from "../../pages/customers/words.ts";
import {monthOf} from "./columns.ts";

type Column = [name: string, value: (row: number) => CsvValue];

/** A word of an open set; in a file the less frequent ones are "other" in every language, as its columns are English. */
const word = (base: Base, column: "channel" | "country", row: number): string | null => {
  const found = wordOf(base, column, row);
  return found === null ? null : otherName(found, (en) => en);
};

const columnsOf = (base: Base): Column[] => [
  ["customer_id", (row) => base.keys[row]],
  ...Object.entries(base.personal).map(([name, texts]): Column => [name, (row) => texts[row]]),
  ["segment", (row) => wordOf(base, "segment", row)],
  ["abc_class", (row) => wordOf(base, "abc", row)],
  ["net_revenue", (row) => base.numbers.netRevenue[row]],
  ["orders", (row) => base.numbers.orders[row]],
  ["days_since_last_order", (row) => numberOf(base, "silentDays", row)],
  ["risk_share", (row) => numberOf(base, "risk", row)],
  ["risk_band", (row) => wordOf(base, "band", row)],
  ["value_at_risk", (row) => numberOf(base, "valueAtRisk", row)],
  [
    "cohort_month",
    (row) => {
      const code = numberOf(base, "cohort", row);
      return code === null ? null : monthOf(code).toISOString().slice(0, 10);
    }
  ],
  ["acquisition_channel", (row) => word(base, "channel", row)],
  ["country", (row) => word(base, "country", row)]
];

/** The shown customers in their order as CSV, with as_of and the filter of the address in every row. */
export function takeAway(base: Base, rows: Iterable<number>, asOf: string, filter: string): string {
  const columns = columnsOf(base);
  return csv(
    [...columns.map(([name]) => name), "as_of", "filter"],
    Array.from(rows, (row) => [...columns.map(([, value]) => value(row)), asOf, filter])
  );
}
