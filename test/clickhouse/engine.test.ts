import {mkdtempSync, readdirSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {openLedger} from "../../ingest/ledger.ts";
import {build, type BuiltModel} from "../../models/build.ts";
import type {Model} from "../../models/model.ts";
import type {Settings} from "../../models/settings.ts";
import {clickhouseAddress, type Stage} from "../../warehouse/clickhouse/address.ts";
import {Cluster} from "../../warehouse/clickhouse/cluster.ts";
import {UserError} from "../../warehouse/error.ts";
import {Warehouse} from "../../warehouse/warehouse.ts";
import {serveFolder} from "../browser/serveFolder.ts";
import type {NodeOptions} from "./bridge/options.ts";
import {startNode, type BridgeNode} from "./bridge/startNode.ts";
import {counted, deliverThings, mart, memory, owned, staged, total} from "./tinyModels.ts";

const why = process.env.PERENNIAL_NO_CHDB;
const models = [staged, owned, counted, total, mart] as readonly Model[];
const hosts = (nodes: readonly BridgeNode[]) => nodes.map(({port}) => `127.0.0.1:${port}`).join(",");

describe.skipIf(why)("a build on ClickHouse", () => {
  let folder: string;
  let warehouse: Warehouse;
  const nodes: BridgeNode[] = [];
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "perennial-engine-"));
    warehouse = await Warehouse.open(join(folder, "warehouse.duckdb"));
    await openLedger(warehouse);
  });
  afterEach(async () => {
    warehouse.close();
    for (const node of nodes.splice(0)) await node.close();
    rmSync(folder, {recursive: true});
  });

  const start = async (...options: NodeOptions[]) => {
    for (const option of options) nodes.push(await startNode(option));
  };
  const built = async (
    address = `clickhouse://${hosts(nodes)}/shop`,
    {of = models, stage, pseudonymKey = "one"}: {of?: readonly Model[]; stage?: Stage; pseudonymKey?: string} = {}
  ): Promise<BuiltModel[]> => {
    const cluster = await Cluster.open({...clickhouseAddress(address), ...(stage && {stage})});
    try {
      const options = {cluster, served: new Set(["mart_counted", "int_total"]), scratch: folder};
      return await build(warehouse, of, {pseudonymKey} as Settings, options);
    } finally {
      await cluster.close();
    }
  };
  /** Rows that a node answers a query with. */
  const asked = async (sql: string, k = 0) => {
    const cluster = await Cluster.open(clickhouseAddress(`clickhouse://127.0.0.1:${nodes[k]!.port}/shop`));
    try {
      return await cluster.first.rows(sql);
    } finally {
      await cluster.close();
    }
  };
  const refusal = async (work: Promise<unknown>): Promise<string> => {
    const error: unknown = await work.then(
      () => undefined,
      (error: unknown) => error
    );
    expect(error).toBeInstanceOf(UserError);
    return (error as UserError).message;
  };
  const here = async () => ({
    total: await warehouse.rows("from int_total"),
    mart: await warehouse.row(
      "select count(*) as customers, sum(things) as things, max(all_things) as all from mart_counted"
    )
  });
  const hundred = {total: [{customers: 100, things: 100}], mart: {customers: 100, things: 100, all: 100}};

  describe.each([1, 2, 3])("of %i nodes", (n) => {
    it("is what pages read here and people there, and what has not changed is not made again", async () => {
      await start(...Array.from({length: n}, () => ({})));
      await deliverThings(warehouse, "1", 100);
      expect((await built()).map(({name, rows, rebuilt}) => [name, rows, rebuilt])).toEqual([
        ["stg_thing", 100, true],
        ["int_owned", 100, true],
        ["int_counted", 100, true],
        ["int_total", 1, true],
        ["mart_counted", 100, true]
      ]);
      expect(await here()).toEqual(hundred);
      for (const database of ["shop", "shop_v1"]) {
        expect(await asked(`select * from "${database}"."int_total"`)).toEqual([{customers: 100, things: 100}]);
        expect(
          await asked(
            `select count(*) as customers, sum(things) as things, max(all_things) as all from "${database}"."mart_counted"`
          )
        ).toEqual([hundred.mart]);
      }
      const parts = await Promise.all(
        nodes.map((_, k) =>
          asked(
            `select name, total_rows as n from system.tables where database = 'shop_store' and name like 'int_counted@%'`,
            k
          )
        )
      );
      const cut = parts.flat().filter(({name}) => n === 1 || String(name).includes("#"));
      expect(cut.length).toBe(n);
      expect(cut.reduce((sum, {n}) => sum + Number(n), 0)).toBe(100);
      for (const {n: rows} of cut) expect(Number(rows)).toBeGreaterThan(100 / n / 2);

      const before = nodes.map(({statements}) => statements.length);
      expect((await built()).filter(({rebuilt}) => rebuilt)).toEqual([]);
      const again = nodes.flatMap(({statements}, k) => statements.slice(before[k]));
      expect(again.filter((sql) => /^\s*(insert|rename|create table)/i.test(sql))).toEqual([]);
      expect(await asked("select name from system.databases where name like 'shop_v%'")).toEqual([{name: "shop_v1"}]);
    });
  });

  it("of new loads is a new version; the one before is there until the next, older ones are gone with their tables", async () => {
    await start({});
    for (const [load, things] of [
      ["1", 50],
      ["2", 60],
      ["3", 70]
    ] as const) {
      if (load !== "1") await warehouse.run("delete from ledger.loads");
      await deliverThings(warehouse, load, things);
      await built();
    }
    const shown = async (database: string) => (await asked(`select things from "${database}"."int_total"`))[0];
    expect(await shown("shop")).toEqual({things: 70});
    expect(await shown("shop_v3")).toEqual({things: 70});
    expect(await shown("shop_v2")).toEqual({things: 60});
    expect(await asked("select name from system.databases where name = 'shop_v1'")).toEqual([]);
    expect(
      await asked(
        "select count(*) as n from system.tables where database = 'shop_store' and name like 'mart_counted@%'"
      )
    ).toEqual([{n: 2}]);
  });

  it("says that a node does not answer, and nothing has changed", async () => {
    await start({}, {});
    await deliverThings(warehouse, "1", 100);
    await built();
    await nodes[1]!.kill();
    expect(await refusal(built())).toMatch(
      /^warehouse: ClickHouse at 127\.0\.0\.1:\d+ does not answer \(ECONNREFUSED\); start it or mend the address, and run again$/
    );
    expect(await here()).toEqual(hundred);
  });

  it("in which half of the nodes go down changes nothing, and the next one goes on where it stopped", async () => {
    await start({}, {dies: "insert into .*int_counted@.*~new"});
    await deliverThings(warehouse, "1", 100);
    expect(await refusal(built())).toMatch(
      new RegExp(
        `^warehouse: ClickHouse at 127\\.0\\.0\\.1:${nodes[1]!.port} does not answer \\(.*; the last good marts stay in place$`
      )
    );
    expect(await asked("select name from system.databases where name in ('shop', 'shop_v1')")).toEqual([]);
    const {folder, port} = nodes[1]!;
    nodes[1] = await startNode({folder, port});
    const made = (await built()).filter(({rebuilt}) => rebuilt).map(({name}) => name);
    expect(made).toEqual(expect.arrayContaining(["int_counted", "int_total", "mart_counted"]));
    expect(made).not.toContain("stg_thing");
    expect(await here()).toEqual(hundred);
    for (const k of [0, 1])
      expect(
        await asked("select name from system.tables where database = 'shop_store' and name like '%~new'", k)
      ).toEqual([]);
  });

  it("lets the nodes fetch large tables from a stage, and leaves nothing there", async () => {
    const shelf = join(folder, "stage");
    const server = await serveFolder(shelf);
    try {
      await start({}, {});
      await deliverThings(warehouse, "1", 100);
      await built(undefined, {stage: {folder: shelf, address: `${server.origin}/`}});
      expect(await here()).toEqual(hundred);
      for (const {statements} of nodes) {
        expect(statements.filter((sql) => /insert into .* from url\('http/.test(sql))).not.toEqual([]);
        expect(statements.filter((sql) => /insert into .*format Parquet/i.test(sql))).toEqual([]);
      }
      expect(readdirSync(shelf)).toEqual([]);
      await warehouse.run("update ledger.loads set sha256 = 'other'");
      const elsewhere = {folder: shelf, address: `${server.origin}/elsewhere`};
      expect(await refusal(built(undefined, {stage: elsewhere}))).toMatch(
        /cannot read the stage: .*; look whether its address shows the folder; the last good marts stay in place$/
      );
    } finally {
      await server.close();
    }
  });

  it("refuses an old version, and nodes of two versions", async () => {
    await start({version: "24.3.1.1"});
    expect(await refusal(built())).toMatch(/is version 24\.3\.1\.1; models need 26\.7 or later: upgrade it$/);
    await start({}, {version: "26.9.1.1"});
    expect(await refusal(built(`clickhouse://${hosts(nodes.slice(1))}/shop`))).toMatch(
      /is version 26\.9\.1\.1, the first node 26\.7\.\S+; numbers could differ: upgrade the older one$/
    );
  });

  it("says which right is missing, and whom the server does not know", async () => {
    await start({refuses: "^create database"}, {user: "shop", password: "right"});
    expect(await refusal(built(`clickhouse://${hosts(nodes.slice(0, 1))}/shop`))).toMatch(
      /^warehouse: ClickHouse at \S+ may not do what a build does: .*; grant it \(README, "When the company grows"\); the last good marts stay in place$/
    );
    expect(await refusal(built(`clickhouse://shop:wrong@${hosts(nodes.slice(1))}/shop`))).toMatch(
      /^warehouse: ClickHouse at \S+ does not know the user or the password; mend the address or PERENNIAL_CLICKHOUSE_PASSWORD$/
    );
  });

  it("leaves the databases of others alone, and what is not its own in the one that people read", async () => {
    await start({});
    await deliverThings(warehouse, "1", 100);
    await built();
    expect(await refusal(built(undefined, {pseudonymKey: "other"}))).toMatch(
      /^warehouse: the database "shop_\w+" on ClickHouse at \S+ is not of this warehouse; name another one in the configuration; the last good marts stay in place$/
    );
    const cluster = await Cluster.open(clickhouseAddress(`clickhouse://${hosts(nodes)}/shop`));
    try {
      // Names that only look like versions, and things of people's own.
      for (const sql of [
        "create database shop_v",
        "create database shop_v07",
        "create table shop.notes (a Int64) engine = MergeTree order by a",
        "create view shop.report as select count(*) as n from shop.mart_counted",
        "create database spare_part",
        "create table spare_part.kept (a Int64) engine = MergeTree order by a"
      ])
        await cluster.first.run(sql);
      for (const load of ["2", "3", "4"]) {
        await warehouse.run("delete from ledger.loads");
        await deliverThings(warehouse, load, 100 + Number(load));
        await built();
      }
      expect(await cluster.first.rows("select n from shop.report")).toEqual([{n: 104}]);
      expect(await cluster.first.rows("select count(*) as n from shop.notes")).toEqual([{n: 0}]);
      const found = await cluster.first.rows<{name: string}>(
        "select name from system.databases where name like 'shop_v%' order by name"
      );
      expect(found.map(({name}) => name)).toEqual(["shop_v", "shop_v07", "shop_v3", "shop_v4"]);
      expect(await refusal(built(`clickhouse://${hosts(nodes)}/spare`))).toMatch(
        /^warehouse: the database "spare_part" on/
      );
      expect(await cluster.first.rows("select count(*) as n from spare_part.kept")).toEqual([{n: 0}]);
    } finally {
      await cluster.close();
    }
  });

  it("refuses a grain that is there once on each of two nodes", async () => {
    await start({}, {});
    await deliverThings(warehouse, "1", 100);
    const broken = {...counted, grain: ["things"]} as Model;
    expect(await refusal(built(undefined, {of: [staged, owned as unknown as Model, broken]}))).toMatch(
      /^build: int_counted: duplicate grain \(1\) in 100 rows; the last good marts stay in place$/
    );
  });

  it("makes anew what hangs on the past when the same loads come back", async () => {
    await start({});
    try {
      for (const [run, things] of [50, 60, 50].entries()) {
        memory.salt = `run ${run}`;
        await warehouse.run(
          "delete from ledger.loads; drop table if exists store.load_1; drop table if exists store.load_2"
        );
        await deliverThings(warehouse, things === 50 ? "1" : "2", things);
        await built();
      }
    } finally {
      memory.salt = "";
    }
    const now = await warehouse.rows(
      `select 'C-' || upper(left(md5(product_name || 'run 2'), 12)) as customer_id from raw_products order by all`
    );
    expect(now.length).toBe(50);
    expect(await warehouse.rows("select customer_id from mart_counted order by all")).toEqual(now);
    expect(await asked("select customer_id from shop.mart_counted order by all")).toEqual(now);
  });

  it("that ends while it publishes leaves the last good version whole, and no half one", async () => {
    await start({});
    await deliverThings(warehouse, "1", 50);
    await built();
    const {folder, port} = nodes[0]!;
    await nodes[0]!.kill();
    nodes[0] = await startNode({folder, port, dies: 'create or replace view "shop_next"."mart_counted"'});
    await warehouse.run("delete from ledger.loads");
    await deliverThings(warehouse, "2", 60);
    await refusal(built());
    expect((await here()).total).toEqual([{customers: 50, things: 50}]);
    nodes[0] = await startNode({folder, port});
    expect(await asked("select name from system.databases where name like 'shop_v%'")).toEqual([{name: "shop_v1"}]);
    expect(await asked("select things from shop.int_total")).toEqual([{things: 50}]);
    await built();
    expect(await asked("select things from shop.int_total")).toEqual([{things: 60}]);
    expect(await asked("select things from shop_v1.int_total")).toEqual([{things: 50}]);
    expect(await asked("select name from system.databases where name like 'shop_v%' order by name")).toEqual([
      {name: "shop_v1"},
      {name: "shop_v2"}
    ]);
  });

  it("keeps nothing of rows that break the contract, and serves what it has", async () => {
    await start({});
    await deliverThings(warehouse, "1", 100);
    await built();
    const broken = {...mart, grain: ["all_things"]} as Model;
    expect(await refusal(built(undefined, {of: [...models.slice(0, 4), broken]}))).toMatch(
      /^build: mart_counted: duplicate grain \(100\) in 100 rows; the last good marts stay in place$/
    );
    expect(await here()).toEqual(hundred);
    expect(await asked("select count(*) as n from shop.mart_counted")).toEqual([{n: 100}]);
    expect(await asked("select name from system.tables where database = 'shop_store' and name like '%~new'")).toEqual(
      []
    );
  });

  it("keeps nothing of an answer that breaks off halfway", async () => {
    await start({breaks: "select .*int_counted@.* format Parquet"});
    await deliverThings(warehouse, "1", 100);
    const all = new Set(models.map(({name}) => name));
    const cluster = await Cluster.open(clickhouseAddress(`clickhouse://${hosts(nodes)}/shop`));
    try {
      expect(
        await refusal(
          build(warehouse, models, {pseudonymKey: "one"} as Settings, {cluster, served: all, scratch: folder})
        )
      ).toMatch(/ran out of memory: .*; give the node or the user's profile more; the last good marts stay in place$/);
    } finally {
      await cluster.close();
    }
    expect(await warehouse.rows("select view_name from duckdb_views() where view_name = 'mart_counted'")).toEqual([]);
  });
});
