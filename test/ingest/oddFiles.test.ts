import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import {ingest} from "../../ingest/ingest.ts";
import {pseudonymKey} from "../../ingest/project.ts";
import {loaded, makeProject, type Sources} from "./project.ts";

const orders: Sources[string] = {kind: "orders", files: "orders*.csv", max_rejected_share: 0.9};
const header = "order_id,customer_key,ordered_at\n";
const ids = (rows: {order_id: string}[]) => rows.map(({order_id}) => order_id);

// 2026-11-22: the engine took brackets and stars in a file's name for a pattern and loaded the file beside it twice.
it("a file whose name looks like a pattern is read itself", async () => {
  const files = {
    "orders[1].csv": `${header}a,k,2026-01-01\n`,
    "orders1.csv": `${header}b,k,2026-01-01\n`,
    "orders*.csv": `${header}c,k,2026-01-01\n`
  };
  const {warehouse, report} = await loaded({shop: orders}, files);
  expect(report.loaded.length).toBe(3);
  expect(ids(await warehouse.rows("select order_id from raw_orders order by 1"))).toEqual(["a", "b", "c"]);
  warehouse.close();
});

it("a project's folder may hold brackets and quotes", async () => {
  const {project, write, open} = makeProject({shop: {...orders, files: "in (1) [x] it's/orders.csv"}});
  const warehouse = await open();
  project.dir = join(project.dir, "d [x] (1) it's");
  write("d [x] (1) it's/orders.csv", `${header}a,k,2026-01-01\n`);
  project.config.sources.shop!.files = ["orders.csv"];
  expect((await ingest(warehouse, project)).loaded.length).toBe(1);
  warehouse.close();
});

// 2026-11-22: a stray quote swallowed ten thousand rows, and they were counted nowhere.
it("a quote that swallows lines refuses the file, and says where", async () => {
  const rows = Array.from({length: 500}, (_, i) => (i === 400 ? `${i},"k,2026-01-01` : `${i},k,2026-01-01`));
  const {warehouse, report} = await loaded({shop: orders}, {"orders.csv": `${header}${rows.join("\n")}\n`});
  expect(report.failed[0]!.message).toMatch(
    /orders\.csv: line 402: a quote opens and does not close, and swallows 99 further lines; mend the quote\. Nothing of the file was loaded/
  );
  expect(await warehouse.row("select count(*) as n from raw_orders")).toEqual({n: 0});
  warehouse.close();
});

it("a quote inside a cell that does not begin with one is a letter, and lines stay right", async () => {
  const {warehouse} = await loaded({shop: orders}, {"orders.csv": `${header}1,5"",2026-01-01\n2,k,never\n`});
  expect(await warehouse.rows("select line, value from ledger.rejects where field = 'ordered_at'")).toEqual([
    {line: 3, value: "never"}
  ]);
  warehouse.close();
});

it("blank lines before the header do not count", async () => {
  const {warehouse} = await loaded({shop: orders}, {"orders.csv": `\n\n${header}\na,k,2026-01-01\nb,k,x\n`});
  expect(ids(await warehouse.rows("select order_id from raw_orders"))).toEqual(["a"]);
  expect(await warehouse.rows("select line, value from ledger.rejects")).toEqual([{line: 6, value: "x"}]);
  warehouse.close();
});

it("a cell of blanks is empty, not wrong", async () => {
  const {warehouse, report} = await loaded({shop: orders}, {"orders.csv": `${header}a, ,2026-01-01\n`});
  expect(report.loaded[0]).toMatchObject({rows_loaded: 1, rows_rejected: 0});
  expect(await warehouse.rows("select customer_key from raw_orders")).toEqual([{customer_key: null}]);
  warehouse.close();
});

it("names that repeat become different ones, whatever is there already", async () => {
  const text = "order_id,ordered_at,total,total,total_2\n1,2026-01-01,5,6,1\n";
  const {warehouse, report} = await loaded(
    {shop: {...orders, map: {total: "total_2"}, derive: {refunded: `"total_2_2"`}}},
    {"orders.csv": text}
  );
  expect(report.failed).toEqual([]);
  expect(await warehouse.rows("select total, refunded from raw_orders")).toEqual([{total: 6, refunded: 1}]);
  warehouse.close();
});

it("lines that end with a carriage return alone are refused", async () => {
  const {warehouse, report} = await loaded(
    {shop: orders},
    {"orders.csv": `${header}1,a,2026-01-01\n`.replaceAll("\n", "\r")}
  );
  expect(report.failed[0]!.message).toMatch(/lines end with a carriage return alone/);
  warehouse.close();
});

it("a pattern with an offset reads it, and the source's zone does not count", async () => {
  const sources: Sources = {shop: {...orders, zone: "Europe/Paris", dates: ["%d/%m/%Y %H:%M %z", "%d/%m/%Y %H:%M"]}};
  const {warehouse} = await loaded(sources, {
    "orders.csv": `${header}1,a,01/07/2026 10:00 +0200\n2,a,01/07/2026 10:00 +0000\n3,a,01/07/2026 10:00\n`
  });
  const at = await warehouse.rows<{at: Date}>("select ordered_at as at from raw_orders order by order_id");
  expect(at.map(({at}) => at.toISOString().slice(11, 16))).toEqual(["08:00", "10:00", "08:00"]);
  warehouse.close();
});

it("a source with a namespace keeps its keys apart from another's", async () => {
  const sources: Sources = {
    one: {...orders, files: "orders-1.csv"},
    two: {...orders, files: "orders-2.csv", keys: "two"}
  };
  const {warehouse} = await loaded(sources, {
    "orders-1.csv": `${header}1001,7,2026-01-01\n`,
    "orders-2.csv": `${header}1001,7,2026-01-01\n`
  });
  expect(await warehouse.rows("select order_id, customer_key from raw_orders order by 1")).toEqual([
    {order_id: "1001", customer_key: "7"},
    {order_id: "two:1001", customer_key: "two:7"}
  ]);
  warehouse.close();
});

// 2026-11-22: a field added to a contract made the raw view bind to loads that lacked it, and every later run failed.
it("a load from before a field was in the contract stays readable", async () => {
  const {warehouse, write, again} = await loaded({shop: orders}, {"orders-1.csv": `${header}1,a,2026-01-01\n`});
  await warehouse.run("drop view raw_orders");
  await warehouse.run("alter table store.load_000001 drop column country");
  write("orders-2.csv", `${header}2,a,2026-01-01\n`);
  expect((await again()).failed).toEqual([]);
  expect(await warehouse.rows("select order_id, country from raw_orders order by 1")).toEqual([
    {order_id: "1", country: null},
    {order_id: "2", country: null}
  ]);
  warehouse.close();
});

it("half a pseudonym secret is refused, and a new one is made whole", () => {
  const {project} = makeProject({shop: orders});
  delete project.config.publish.pseudonym_key;
  expect(pseudonymKey(project)).toMatch(/^[0-9a-f]{48}$/);
  expect(pseudonymKey(project)).toBe(pseudonymKey(project));
  writeFileSync(join(project.dir, "pseudonym.key"), "");
  expect(() => pseudonymKey(project)).toThrow(/pseudonym\.key holds no secret of 8 characters/);
});

it("keys that two sources deliver are told, and the latest delivery counts", async () => {
  const sources: Sources = {one: {...orders, files: "orders-1.csv"}, two: {...orders, files: "orders-2.csv"}};
  const text = `${header}1001,7,2026-01-01\n`;
  const {warehouse, report} = await loaded(sources, {"orders-1.csv": text + "1,7,2026-01-01\n", "orders-2.csv": text});
  expect(report.shared).toEqual([
    {kind: "orders", field: "order_id", sources: ["one", "two"], keys: 1, example: "1001"}
  ]);
  warehouse.close();
});

it("a barcode in the quantity is rejected, and the other lines are loaded", async () => {
  const lines: Sources[string] = {kind: "order_lines", files: "lines.csv", max_rejected_share: 0.9};
  const text = "order_id,ordered_at,quantity,unit_price\n1,2026-01-01,5901234123457,10\n2,2026-01-01,1000,12000000\n";
  const {warehouse, report} = await loaded({lines}, {"lines.csv": text});
  expect(report.loaded[0]).toMatchObject({rows_loaded: 1, rows_rejected: 1});
  expect(await warehouse.rows("select line, value from ledger.rejects")).toEqual([{line: 2, value: "5901234123457"}]);
  warehouse.close();
});

// 2026-11-22: the engine failed at a bad byte in a column that no field needs, and the run ended as a fault.
it("a byte that is no text rejects its row, in whichever column it stands", async () => {
  const rows = (bad: string) =>
    `order_id,customer_key,ordered_at,a,b,c,d,é\n1,k,2026-01-01,,,,,x\n2,k,2026-01-02,,,,,${bad}\n`;
  const text = Buffer.from(rows("@").repeat(1), "utf8");
  text[text.lastIndexOf("@")] = 0xff;
  const {warehouse, report} = await loaded(
    {shop: {...orders, encoding: "utf-8", max_rejected_share: 0.5}},
    {"orders.csv": text}
  );
  expect(report.failed).toEqual([]);
  expect(report.loaded[0]).toMatchObject({rows_read: 2, rows_loaded: 1, rows_rejected: 1});
  expect(await warehouse.rows("select line, reason from ledger.rejects")).toEqual([
    {line: 3, reason: "bytes that are no text in the encoding of the file"}
  ]);
  warehouse.close();
});

it("a line that is no JSON object is rejected as that", async () => {
  const lines = ['{"order_id": "1", "ordered_at": "2026-01-01"}', '{"order_id": "2", "ordered', "[1]"];
  const {warehouse} = await loaded(
    {shop: {...orders, max_rejected_share: 0.9}},
    {"orders.csv": `${lines.join("\n")}\n`}
  );
  expect(await warehouse.rows("select line, field, reason, record from ledger.rejects order by line")).toEqual([
    {line: 2, field: null, reason: "not a JSON object with values", record: lines[1]},
    {line: 3, field: null, reason: "not a JSON object with values", record: lines[2]}
  ]);
  warehouse.close();
});

// 2026-11-22: a broken line became a row of nothing, which loaded where every field was fixed, and which a rule could set aside.
it("a line of nothing is rejected whatever is fixed, filled down or set aside", async () => {
  const lines = [
    '{"nothing": "x", "Nothing_": {"y": 1}}',
    '{"nothing": "',
    '{"nothing": null}',
    "{}",
    '{"nothing": "-"}'
  ];
  const all: Sources[string] = {
    kind: "feedback",
    files: "*.ndjson",
    map: {},
    fixed: {answered_at: "2026-01-01", instrument: "nps", score: 9},
    max_rejected_share: 0.9
  };
  const {warehouse, report} = await loaded(
    {
      fixed: {...all, derive: {response_id: "'r' || row"}},
      ruled: {
        ...all,
        derive: {response_id: "'r' || row"},
        fill_down: ["nothing"],
        set_aside: {blank: `"nothing" is null`, any: "true"}
      }
    },
    {"a.ndjson": `${lines.join("\n")}\n`}
  );
  expect(report.failed).toEqual([]);
  expect(report.loaded.map((load) => [load.source, load.rows_loaded, load.rows_set_aside, load.rows_rejected])).toEqual(
    [
      ["fixed", 2, 0, 3],
      ["ruled", 0, 2, 3]
    ]
  );
  expect(
    await warehouse.rows("select distinct line, field, header, value, reason from ledger.rejects order by line")
  ).toEqual(
    [2, 3, 4].map((line) => ({line, field: null, header: null, value: null, reason: "not a JSON object with values"}))
  );
  warehouse.close();
});
