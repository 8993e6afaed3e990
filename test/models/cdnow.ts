import {existsSync, readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import type {PurchaseGroups} from "../../models/statistics/purchase/groups.ts";

const file = fileURLToPath(new URL("../../../shared/datasets/cdnow/CDNOW_sample.txt", import.meta.url));
export const isCdnowAbsent = !existsSync(file);
if (isCdnowAbsent) process.stderr.write(`skipped: published purchase models need ${file}\n`);

/** The 1/10 CDNOW sample as order lines: blank-separated master id, sample id, day, CDs, dollars. */
export const cdnowSample = `insert into raw_order_lines (order_id, quantity, unit_price, customer_key, ordered_at, load_id, load_rank, load_row)
  select cast(row as varchar), 1, cast(cells[5] as decimal(18, 4)), cells[2], strptime(cells[3], '%Y%m%d'), '000001', 1, row
  from (
    select row_number() over () as row, string_split_regex(trim(line), '\\s+') as cells
    from read_csv('${file}', header = false, delim = '\\0', columns = {line: 'varchar'})
  )`;

/** One customer of the sample: purchase days as numbers since 1970, with the dollars of each. */
export interface Shopper {
  days: number[];
  dollars: number[];
}

/** Every customer of the sample in its order, purchases of one day merged. */
export function shoppers(): Shopper[] {
  const all = new Map<string, Map<number, number>>();
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (!line.trim()) continue;
    const [, id, day, , dollars] = line.trim().split(/\s+/) as [string, string, string, string, string];
    const at = Date.UTC(+day.slice(0, 4), +day.slice(4, 6) - 1, +day.slice(6)) / 864e5;
    const days = all.get(id) ?? new Map<number, number>();
    days.set(at, (days.get(at) ?? 0) + Number(dollars));
    all.set(id, days);
  }
  return [...all.values()].map((days) => {
    const sorted = [...days].sort(([a], [b]) => a - b);
    return {days: sorted.map(([day]) => day), dollars: sorted.map(([, dollars]) => dollars)};
  });
}

/** The last day of the published calibration. */
export const calibrationEnd = Date.UTC(1997, 8, 30) / 864e5;

/** Customers as a model sees them at the end of a day, one group each, in weeks. */
export function groupsOf(all: readonly Shopper[], end = calibrationEnd): PurchaseGroups {
  const known = all.map(({days}) => days.filter((day) => day <= end));
  return {
    repeats: Float64Array.from(known, (days) => days.length - 1),
    lastAge: Float64Array.from(known, (days) => (days.at(-1)! - days[0]!) / 7),
    age: Float64Array.from(known, (days) => (end - days[0]!) / 7),
    customers: new Float64Array(known.length).fill(1)
  };
}

/** Groups of equal histories. */
export function grouped({repeats, lastAge, age}: PurchaseGroups): PurchaseGroups {
  const counts = new Map<string, number[]>();
  repeats.forEach((x, i) => {
    const key = `${x} ${lastAge[i]} ${age[i]}`;
    const row = counts.get(key) ?? [x, lastAge[i]!, age[i]!, 0];
    row[3]!++;
    counts.set(key, row);
  });
  const rows = [...counts.values()];
  const column = (at: number) => Float64Array.from(rows, (row) => row[at]!);
  return {repeats: column(0), lastAge: column(1), age: column(2), customers: column(3)};
}
