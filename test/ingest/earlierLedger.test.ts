import {rmSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import {ingest} from "../../ingest/ingest.ts";
import {loads, pastLoads} from "../../ingest/ledger.ts";
import {makeProject, type Sources} from "./project.ts";
import {ticketsFrom, xlsx} from "./tables.ts";

const header = "order_id,customer_key,ordered_at,total\n";
const shop: Sources = {shop: {kind: "orders", files: "orders*.csv", max_rejected_share: 0.9}};

/** The table of loads before they had a history. */
const first = `load_id varchar primary key, source varchar not null, kind varchar not null, file varchar not null,
  sha256 varchar not null, mapping varchar not null, rows_read bigint not null, rows_loaded bigint not null, rows_rejected bigint not null,
  rows_set_aside bigint not null, first_event_at timestamp, last_event_at timestamp, loaded_at timestamp not null, seconds double not null`;
const names = first.split(",").map((column) => column.trim().split(" ")[0]!);

// 2026-11-22: the first ledger was thrown away with the rows of files that were gone.
it("a ledger from before loads had a history keeps the rows of files that are gone, in the order of their names", async () => {
  const {project, open, write} = makeProject(shop, {
    "orders (2).csv": `${header}1,second,2026-01-01,5\n`,
    "orders (10).csv": `${header}1,tenth,2026-01-01,5\nx,a,never,5\n`,
    "orders-new.csv": `${header}2,here,2026-01-01,5\n`
  });
  let warehouse = await open();
  await ingest(warehouse, project);
  await warehouse.run(`create table ledger.old (${first})`);
  await warehouse.run(`insert into ledger.old select ${names.join(", ")} from ledger.loads`);
  await warehouse.run("update ledger.old set mapping = 'earlier'");
  await warehouse.run("drop table ledger.loads");
  await warehouse.run("drop table ledger.past_loads");
  await warehouse.run("alter table ledger.old rename to loads");
  warehouse.close();
  rmSync(join(project.dir, "orders (2).csv"));
  rmSync(join(project.dir, "orders (10).csv"));
  write("orders-new.csv", "order_id,customer_key,ordered_at,total,note\n2,here,2026-01-01,5,x\n");
  project.config.sources.shop!.drift = "freeze";

  warehouse = await open();
  const report = await ingest(warehouse, project);
  expect([report.failed, report.loaded.map(({file}) => file)]).toEqual([[], ["orders-new.csv"]]);
  expect(report.kept.map(({file}) => file)).toEqual(["orders (2).csv", "orders (10).csv"]);
  warehouse.close();
  warehouse = await open();
  expect(
    await warehouse.rows("select order_id, arg_max(customer_key, load_rank) as k from raw_orders group by 1 order by 1")
  ).toEqual([
    {order_id: "1", k: "tenth"},
    {order_id: "2", k: "here"}
  ]);
  expect(await warehouse.rows("select load_id, line from ledger.rejects")).toEqual([{load_id: "000003", line: 3}]);
  expect(await pastLoads(warehouse)).toMatchObject([{file: "orders-new.csv", status: "replaced"}]);
  expect((await loads(warehouse)).map(({load_id}) => load_id)).toEqual(["000004", "000002", "000003"]);
  warehouse.close();
});

it("a ledger from before loads said what their rejects count learns it, and loads nothing again", async () => {
  const table = {names: ["ticket_id", "Betreff"], rows: [["1", "x"]]};
  const {project, open} = makeProject(
    {shop: shop.shop!, sheet: ticketsFrom(table, {files: "t.xlsx"}), log: ticketsFrom(table, {files: "t.json"})},
    {
      "orders.csv": `${header}1,a,2026-01-01,5\n`,
      "orders-bad.csv": "",
      "t.xlsx": await xlsx({Sheet: table}),
      "t.json": JSON.stringify([{ticket_id: "2", Betreff: "y"}])
    }
  );
  const warehouse = await open();
  await ingest(warehouse, project);
  const places = () =>
    warehouse.rows(
      "select file, place from ledger.loads union all select file, place from ledger.past_loads order by all"
    );
  const before = await places();
  expect(before).toEqual([
    {file: "orders-bad.csv", place: "line"},
    {file: "orders.csv", place: "line"},
    {file: "t.json", place: "record"},
    {file: "t.xlsx#Sheet", place: "row"}
  ]);
  for (const table of ["loads", "past_loads"]) {
    await warehouse.run(`create table ledger.old as select * exclude (place) from ledger.${table}`);
    await warehouse.run(`drop table ledger.${table}`);
    await warehouse.run(`alter table ledger.old rename to ${table}`);
  }
  expect((await ingest(warehouse, project)).loaded).toEqual([]);
  expect(await places()).toEqual(before);
  warehouse.close();
});
