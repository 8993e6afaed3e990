import {existsSync, mkdirSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {Warehouse} from "../../warehouse/warehouse.ts";

/** Writes a CSV of so many order lines (three an order, 25 an account) and a project that loads it; keeps what is there already. */
export async function benchProject(dir: string, lines: number): Promise<{dir: string; file: string; bytes: number}> {
  const file = join(dir, `lines-${lines}.csv`);
  mkdirSync(dir, {recursive: true});
  if (!existsSync(file)) {
    const memory = await Warehouse.open(":memory:");
    await memory.run(`copy (${linesSql(lines)}) to '${file}' (header)`);
    memory.close();
  }
  writeFileSync(join(dir, "perennial.config.ts"), config(`lines-${lines}.csv`));
  return {dir, file, bytes: statSync(file).size};
}

// Three years of orders; a few accounts order often, most seldom.
const linesSql = (lines: number) => `
  with orders as (select i as n, (hash(i) % 1000003) / 1000003.0 as u from range(${Math.ceil(lines / 3)}) as t(i))
  select 'O' || n as order_id, 'K' || cast(floor(${Math.ceil(lines / 25)} * u * u) as bigint) as customer_key,
    strftime(timestamp '2023-01-01' + to_seconds(cast(hash(n * 31) % 94608000 as bigint)), '%Y-%m-%d %H:%M:%S') as ordered_at,
    'P' || (hash(n * 7 + k) % 5000) as product_id, 1 + hash(n + k) % 4 as quantity,
    cast((100 + hash(n * 3 + k) % 9900) / 100.0 as decimal(10, 2)) as unit_price, cast(case when n % 10 = 0 then 1.5 else 0 end as decimal(10, 2)) as discount
  from orders, range(3) as r(k) limit ${lines}`;

const config = (file: string) => `export default {
  company: {name: "Benchmark", zone: "UTC", currency: "GBP"},
  sources: {lines: {kind: "order_lines", files: ${JSON.stringify(file)}}},
  rfm: {window_days: 365},
  publish: {pseudonym_key: "benchmark"}
};
`;
