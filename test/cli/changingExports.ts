import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {csvFormatRows, range} from "d3";
import {writeXlsx, type SheetCell} from "../../ingest/decoding/sheetWriter.ts";
import {gbk} from "../ingest/decoding/encoder.ts";
import {zipOf} from "../ingest/decoding/zip.ts";

const config = `export default {
  company: {name: "Kill", currency: "GBP"},
  sources: {
    lines: {kind: "order_lines", files: "lines-*.csv", set_aside: {samples: "sku = 'SAMPLE'"}},
    shop: {kind: "orders", files: "shop-*.csv.gz"},
    tickets: {kind: "tickets", files: "tickets-*.ndjson"},
    catalogue: {kind: "products", files: "catalogue*.xlsx", sheet: "*"},
    people: {kind: "customers", files: "people-*.csv", mode: "snapshot"},
    answers: {kind: "feedback", files: "answers-*.zip", fixed: {instrument: "nps"}}
  },
  publish: {pseudonym_key: "kill-test"}
};
`;

type Files = Record<string, Buffer>;

/** Exports of six systems in as many formats, as they are at first: nothing is loaded yet. Writes the configuration too. */
export async function writeFirstExports(dir: string): Promise<void> {
  writeFileSync(join(dir, "perennial.config.ts"), config);
  await write(dir, {
    "lines-1.csv": lines(1, 400),
    "lines-2.csv": lines(2, 300),
    "shop-1.csv.gz": shop(1),
    "tickets-1.ndjson": tickets(1, 200),
    "catalogue.xlsx": await workbook(dir, {Tea: products("tea", 80), Cups: products("cup", 40)}),
    "people-2026-01.csv": people(100),
    "answers-1.zip": await zipOf({"january.csv": answers("a", 60), "february.csv": answers("b", 60)})
  });
}

/**
 * What the same systems export next: new files of every kind, two corrected ones (the workbook has lost a sheet and won one), a full
 * export that retires the one before, and a file of which nothing can be loaded.
 */
export async function writeNextExports(dir: string): Promise<void> {
  await write(dir, {
    "lines-2.csv": lines(2, 500),
    "lines-3.csv": lines(3, 600),
    "shop-2.csv.gz": shop(2),
    "tickets-2.ndjson": tickets(2, 300),
    "tickets-9.ndjson": Buffer.from('{"id": "x", "created at": "never"}\n'),
    "catalogue.xlsx": await workbook(dir, {Tea: products("tea", 90), Bowls: products("bowl", 50)}),
    "people-2026-02.csv": people(150),
    "answers-2.zip": await zipOf({
      "march.csv": answers("c", 60),
      "april.csv": answers("d", 60),
      "may.csv": answers("e", 60)
    })
  });
}

async function write(dir: string, files: Files): Promise<void> {
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(dir, name), bytes);
}

const day = (i: number): string =>
  `2025-${String(1 + (i % 12)).padStart(2, "0")}-${String(1 + (i % 28)).padStart(2, "0")}`;
const csv = (rows: (string | number)[][]): Buffer =>
  Buffer.from(`${csvFormatRows(rows.map((row) => row.map(String)))}\n`);

/** Some lines with a quantity that is none, and some that are set aside. */
const lines = (file: number, rows: number): Buffer =>
  csv([
    ["order_id", "customer_key", "ordered_at", "sku", "quantity", "unit_price"],
    ...range(rows).map((i) => [
      `${file}-${i >> 1}`,
      `c${(i * 7) % 90}`,
      day(i),
      i % 50 ? `p${i % 30}` : "SAMPLE",
      i % 41 ? 1 + (i % 5) : "three",
      (i % 97) + 0.5
    ])
  ]);

const shop = (file: number): Buffer =>
  gzipSync(
    gbk(
      csv([
        ["订单编号", "客户编号", "下单时间", "总金额", "country"],
        ...range(300).map((i) => [`${file}${i}`, `客户${i % 80}`, i % 60 ? day(i) : "昨天", i, i % 3 ? "中国" : "英国"])
      ]).toString()
    )
  );

const tickets = (file: number, rows: number): Buffer =>
  Buffer.from(
    range(rows)
      .map((i) => ({id: `${file}-${i}`, "created at": i % 45 ? day(i) : "never", status: "solved", reopens: i % 3}))
      .map((ticket) => `${JSON.stringify(ticket)}\n`)
      .join("")
  );

const products = (name: string, rows: number): SheetCell[][] => [
  ["sku", "name", "price", "cost"],
  ...range(rows).map((i): SheetCell[] => [`${name}-${i}`, `${name} no. ${i}`, i % 35 ? i + 0.25 : "ask", i / 2])
];

const people = (rows: number): Buffer =>
  csv([
    ["customer id", "name", "city", "created at"],
    ...range(rows).map((i) => [`c${i}`, `Person ${i}`, rows > 100 ? "Leeds" : "York", i % 30 ? day(i) : "long ago"])
  ]);

const answers = (key: string, rows: number): Buffer =>
  csv([
    ["response id", "end date", "score", "comment"],
    ...range(rows).map((i) => [`${key}${i}`, day(i), i % 25 ? i % 11 : 12, `remark, ${i}`])
  ]);

async function workbook(dir: string, sheets: Record<string, SheetCell[][]>): Promise<Buffer> {
  const path = join(dir, "catalogue.xlsx");
  mkdirSync(dir, {recursive: true});
  await writeXlsx(
    path,
    Object.entries(sheets).map(([name, rows]) => ({name, rows}))
  );
  return readFileSync(path);
}
