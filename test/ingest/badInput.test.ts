import {gzipSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import {ingest} from "../../ingest/ingest.ts";
import {parseConfig} from "../../ingest/project.ts";
import {loaded, makeProject} from "./project.ts";

const orders = {shop: {kind: "orders", files: "orders.csv"}} as const;
const header = "order_id,customer_key,ordered_at,total\n";
const good = "1,a,2026-01-01 10:00:00,10.00\n2,b,2026-01-02 10:00:00,20.00\n";

/** Loads one file and gives what was said of it. */
async function refusal(contents: string | Buffer, name = "orders.csv"): Promise<string> {
  const {warehouse, report} = await loaded({shop: {kind: "orders", files: name}}, {[name]: contents});
  const {n} = await warehouse.row<{n: number}>("select count(*) as n from ledger.loads");
  warehouse.close();
  expect(n).toBe(0);
  return report.failed.map(({message}) => message).join("\n");
}

describe("a file that is refused whole says where and why, and changes nothing", () => {
  it("when it is empty", async () =>
    expect(await refusal("")).toMatch(/^ingest: orders\.csv: the file is empty; export it again/));
  it("when it has a header but no rows", async () =>
    expect(await refusal(header)).toMatch(/orders\.csv: has a header but no rows/));
  it("when it is a damaged archive", async () =>
    expect(await refusal(Buffer.from("PK\u0003\u0004 and more"))).toMatch(/orders\.csv: a damaged archive/));
  it("when it is an old spreadsheet", async () =>
    expect(await refusal(Buffer.from("d0cf11e0a1b11ae1", "hex"))).toMatch(/an old Excel file .*save it as \.xlsx/));
  it("when it is a web page", async () =>
    expect(await refusal("<!DOCTYPE html><title>Log in</title>")).toMatch(/a web page or XML/));
  it("when it is binary", async () => expect(await refusal(Buffer.from([1, 0, 2, 0]))).toMatch(/binary data/));
  it("when it is gzip and cut off", async () =>
    expect(await refusal(gzipSync(header + good.repeat(99)).subarray(0, 90))).toMatch(
      /cannot be unpacked: .*download or pack it again/
    ));
  it("when a required column is missing", async () => {
    expect(await refusal("order_id,total\n1,2\n")).toMatch(
      /orders\.csv: missing column "ordered_at" \(also known as created at, .*sources\.shop\.map\.ordered_at.*The file has: order_id, total/
    );
  });
  it("when too many of its rows are bad", async () => {
    expect(await refusal("order_id,ordered_at\n1,x\n2,y\n3,2026-01-01\n")).toMatch(
      /2 of 3 rows are bad.*Nothing of the file was loaded/
    );
  });
});

it("a mapped header that the file lacks is unknown, with the nearest one", async () => {
  const sources = {shop: {...orders.shop, map: {ordered_at: "Creatd at"}}};
  const {report, warehouse} = await loaded(sources, {"orders.csv": "order_id,Created at\n1,2026-01-01\n"});
  warehouse.close();
  expect(report.failed[0]!.message).toBe(
    'ingest: orders.csv: unknown column "Creatd at" (sources.shop.map.ordered_at); did you mean "Created at"?'
  );
});

it("an unknown field of a mapping is named with the nearest one", async () => {
  const {report, warehouse} = await loaded(
    {shop: {...orders.shop, map: {orderd_at: "x"}}},
    {"orders.csv": header + good}
  );
  warehouse.close();
  expect(report.failed[0]!.message).toMatch(
    /config: sources\.shop\.map: unknown field "orderd_at"; did you mean "ordered_at"\?/
  );
});

it("SQL of the config that does not compile is told with its key", async () => {
  const {report, warehouse} = await loaded(
    {shop: {...orders.shop, set_aside: {odd: `"Nothing" = 1`}}},
    {"orders.csv": header + good}
  );
  warehouse.close();
  expect(report.failed[0]!.message).toMatch(/^config: sources\.shop\.set_aside\.odd: .*Nothing/);
});

it("a source without a file is an error unless it is optional", async () => {
  const {project, open} = makeProject(orders);
  const warehouse = await open();
  await expect(ingest(warehouse, project)).rejects.toThrow(
    /ingest: shop: missing file: nothing matches "orders\.csv" in/
  );
  const optional = makeProject({shop: {...orders.shop, optional: true}});
  expect((await ingest(warehouse, optional.project)).loaded).toEqual([]);
  warehouse.close();
});

it("a bad row is rejected with line, column, value and reason, and the others are loaded", async () => {
  const rows = `${header}1,a,2026-01-01 10:00:00,"12,5o"\n2,"b\nc",2026-02-30,20.00\n\n3,c,2026-01-03,1,2\n4,d,2026-01-04,7\n4,d,2026-01-05,8\n5,e,2026-01-05,9\n`;
  const {warehouse, report} = await loaded({shop: {...orders.shop, max_rejected_share: 0.9}}, {"orders.csv": rows});
  expect(report.loaded[0]).toMatchObject({rows_read: 6, rows_loaded: 2, rows_rejected: 4, rows_set_aside: 0});
  expect(await warehouse.rows("select line, field, header, value, reason from ledger.rejects order by line")).toEqual([
    {line: 2, field: "total", header: "total", value: "12,5o", reason: "not a number such as 1234.50"},
    {
      line: 3,
      field: "ordered_at",
      header: "ordered_at",
      value: "2026-02-30",
      reason: "not a time such as 2026-06-24 14:05:00"
    },
    {
      line: 6,
      field: null,
      header: null,
      value: null,
      reason: "too many cells (Expected Number of Columns: 4 Found: 5)"
    },
    {
      line: 8,
      field: "order_id",
      header: "order_id",
      value: "4",
      reason: "duplicate order_id: the file has it before; the first row is kept"
    }
  ]);
  expect(await warehouse.rows("select order_id, load_row from raw_orders order by load_row")).toEqual([
    {order_id: "4", load_row: 3},
    {order_id: "5", load_row: 5}
  ]);
  warehouse.close();
});

it("a negative quantity is rejected unless the source says that it is a return", async () => {
  const files = {"lines.csv": "order_id,quantity,unit_price,ordered_at\n1,-2,5,2026-01-01\n2,1,5,2026-01-02\n"};
  const plain = await loaded({lines: {kind: "order_lines", files: "lines.csv", max_rejected_share: 1}}, files);
  expect(await plain.warehouse.rows("select line, field, value from ledger.rejects")).toEqual([
    {line: 2, field: "quantity", value: "-2"}
  ]);
  plain.warehouse.close();
  const returned = await loaded(
    {lines: {kind: "order_lines", files: "lines.csv", returned: `"quantity" like '-%'`}},
    files
  );
  expect(returned.report.loaded[0]!.rows_loaded).toBe(2);
  returned.warehouse.close();
});

it("an invalid key of the config is named", () => {
  const config = (extra: object) => () =>
    parseConfig({company: {name: "A", currency: "GBP"}, sources: {shop: orders.shop}, ...extra}, "perennial.config.ts");
  expect(config({sorces: {}})).toThrow(
    'config: perennial.config.ts: unknown key "sorces"; remove it or mend its spelling'
  );
  expect(config({company: {name: "A", currency: "pounds"}})).toThrow(/company\.currency: invalid currency/);
  expect(config({company: {name: "A", currency: "GBP", zone: "Mars/Base"}})).toThrow(
    /company\.zone: unknown time zone "Mars\/Base"/
  );
  expect(config({sources: {shop: {...orders.shop, currency: "USD"}}})).toThrow(
    /sources\.shop\.currency: amounts in USD, but the company's currency is GBP/
  );
  expect(config({sources: {shop: {kind: "ordres", files: "x"}}})).toThrow(/sources\.shop\.kind/);
  expect(config({rfm: {segments: [{segment: "all", recency: [1, 2, 3, 4, 5], frequency: [1, 2, 3, 4]}]}})).toThrow(
    /recency 1, frequency 5, monetary 1 has no segment/
  );
});
