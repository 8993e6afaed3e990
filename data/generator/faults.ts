/**
 * Broken rows the loader must report, each at a fixed record of its file; a sample too small to reach the record lacks it.
 *
 * A record is an order with all its rows, or one row elsewhere. `repeated` delivers the record twice, `cut` ends its
 * (first) row after that many cells, otherwise `value` replaces the cell of `column` in the first row.
 */
export interface Fault {
  file: string;
  record: number;
  problem: string;
  column?: string;
  value?: string;
  repeated?: true;
  cut?: number;
}

/** A fault as written: the 1-based line of the file it stands on. */
export interface PlacedFault {
  file: string;
  line: number;
  column: string | null;
  value: string | null;
  problem: string;
}

export const FAULTS: readonly Fault[] = [
  {
    file: "shop/orders_2024.csv",
    record: 12,
    problem: "impossible date",
    column: "Created at",
    value: "2024-11-31 10:15:00 +0000"
  },
  {
    file: "shop/orders_2025.csv",
    record: 20,
    problem: "price is not a number",
    column: "Lineitem price",
    value: "12,5o"
  },
  {file: "shop/orders_2025.csv", record: 33, problem: "order delivered twice", repeated: true},
  {
    file: "shop/orders_2026.csv",
    record: 9,
    problem: "quantity is not a number",
    column: "Lineitem quantity",
    value: "two"
  },
  {
    file: "shop/orders_2026.csv",
    record: 41,
    problem: "impossible time",
    column: "Created at",
    value: "2026-05-02 25:61:00 +0100"
  },
  {file: "shop/customers.csv", record: 25, problem: "row cut short", cut: 5},
  {file: "shop/customers.csv", record: 48, problem: "customer delivered twice", repeated: true},
  {file: "shop/products.csv", record: 31, problem: "cost is not a number", column: "Cost per item", value: "n/k"},
  {file: "helpdesk/tickets.csv", record: 7, problem: "ticket without id", column: "Id", value: ""},
  {
    file: "helpdesk/tickets.csv",
    record: 19,
    problem: "impossible date",
    column: "Created at",
    value: "2026-13-04 08:30:11"
  },
  {file: "survey/nps_2025.csv", record: 5, problem: "score outside 0 to 10", column: "Q1", value: "11"},
  {file: "survey/nps_2026.csv", record: 8, problem: "score is not a number", column: "Q1", value: "ten"}
];

/** The record as the fault leaves it. */
export function broken(record: string[][], fault: Fault, header: readonly string[]): string[][] {
  const [first, ...rest] = record as [string[], ...string[][]];
  if (fault.repeated) return [...record, ...record];
  if (fault.cut !== undefined) return [first.slice(0, fault.cut), ...rest];
  return [first.map((cell, index) => (header[index] === fault.column ? fault.value! : cell)), ...rest];
}
