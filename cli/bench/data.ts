import {existsSync, mkdirSync, renameSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {Warehouse} from "../../warehouse/warehouse.ts";

/** Columns of the generated order lines and the types that the contract gives them. */
export const lineTypes = {
  order_id: "VARCHAR",
  customer_key: "VARCHAR",
  ordered_at: "TIMESTAMP",
  product_id: "VARCHAR",
  product_name: "VARCHAR",
  quantity: "DECIMAL(18, 4)",
  unit_price: "DECIMAL(18, 4)",
  discount: "DECIMAL(18, 4)"
};

/** Which lines: how many, of orders from which number on, with the products' Chinese names or without. */
export interface Lines {
  lines: number;
  from?: number;
  named?: boolean;
}

export const columnsOf = ({named}: Lines): (keyof typeof lineTypes)[] =>
  (Object.keys(lineTypes) as (keyof typeof lineTypes)[]).filter((name) => named || name !== "product_name");

/** Order lines, three an order and 25 an account: three years of orders; a few accounts order often, most seldom. */
export const linesSql = ({lines, from = 0, named = false}: Lines): string => `
  with orders as (select i + ${from} as n, (hash(i + ${from}) % 1000003) / 1000003.0 as u from range(${Math.ceil(lines / 3)}) as t(i))
  select 'O' || n as order_id, 'K' || cast(floor(${Math.ceil(lines / 25)} * u * u) as bigint) as customer_key,
    strftime(timestamp '2023-01-01' + to_seconds(cast(hash(n * 31) % 94608000 as bigint)), '%Y-%m-%d %H:%M:%S') as ordered_at,
    'P' || (hash(n * 7 + k) % 5000) as product_id, ${named ? `${nameSql("hash(n * 7 + k) % 5000")} as product_name, ` : ""}1 + hash(n + k) % 4 as quantity,
    cast((100 + hash(n * 3 + k) % 9900) / 100.0 as decimal(10, 2)) as unit_price, cast(case when n % 10 = 0 then 1.5 else 0 end as decimal(10, 2)) as discount
  from orders, range(3) as r(k) limit ${lines}`;

const words = [
  ["有机", "手工", "古法", "高山", "冬季限定", "家庭装", "旅行装"],
  ["红茶", "乌龙茶", "桂花蜂蜜", "藕粉", "核桃酥", "枸杞", "速溶咖啡", "护手霜", "竹纤维毛巾", "保温杯", "陶瓷茶壶"],
  ["礼盒", "（二百五十克）", "两件套", "补充装", "买一送一"]
];

const nameSql = (product: string) =>
  words
    .map((list) => `(['${list.join("', '")}'])[1 + cast((${product}) % ${list.length} as integer)]`)
    .concat(`' ' || (${product})`)
    .join(" || ");

/** What must come out equal, as scalar SQL over a table of such lines: how many, sums of the numbers and of hashes of the texts. */
export const lineSums = (what: Lines): string => {
  const texts = columnsOf(what).filter((name) => lineTypes[name] === "VARCHAR");
  return `(count(*), sum(quantity), sum(unit_price), sum(discount), sum(epoch(ordered_at)::bigint), sum(cast(hash(${texts.join(", ")}) as hugeint)))`;
};

/** Writes rows to a file in one of the engine's formats. */
export async function writeRows(path: string, sql: string, format: string): Promise<void> {
  const memory = await Warehouse.open(":memory:");
  await memory.run(`copy (${sql}) to '${path}' (${format})`);
  memory.close();
}

/** Makes a file where there is none; half a file is not taken for one. */
export async function ensure(path: string, make: (path: string) => Promise<void>): Promise<void> {
  if (existsSync(path)) return;
  mkdirSync(dirname(path), {recursive: true});
  await make(`${path}.new`);
  renameSync(`${path}.new`, path);
}

/** Writes the configuration of a company whose order lines are in these files, each a source. */
export function writeConfig(dir: string, files: readonly string[]): void {
  const sources = files.map((file, i) => [`lines${i}`, {kind: "order_lines", files: file}] as const);
  writeFileSync(
    join(dir, "perennial.config.ts"),
    `export default {
  company: {name: "Benchmark", zone: "UTC", currency: "GBP"},
  sources: ${JSON.stringify(Object.fromEntries(sources))},
  rfm: {window_days: 365},
  publish: {pseudonym_key: "benchmark"}
};
`
  );
}
