import {mkdirSync, readdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import type {Model} from "../../models/model.ts";
import {serveFolder} from "../browser/serveFolder.ts";
import {TinyCompany, hundred} from "./tinyCompany.ts";
import {counted, memory, owned, staged} from "./tinyModels.ts";

const why = process.env.PERENNIAL_NO_CHDB;

describe.skipIf(why)("a build on ClickHouse", () => {
  const shop = new TinyCompany();

  describe.each([1, 2, 3])("of %i nodes", (n) => {
    it("is what pages read here and people there, and what has not changed is not made again", async () => {
      await shop.start(...Array.from({length: n}, () => ({})));
      await shop.deliver("1", 100);
      expect((await shop.build()).map(({name, rows, rebuilt}) => [name, rows, rebuilt])).toEqual([
        ["stg_thing", 100, true],
        ["int_owned", 100, true],
        ["int_counted", 100, true],
        ["int_total", 1, true],
        ["mart_counted", 100, true]
      ]);
      expect(await shop.here()).toEqual(hundred);
      for (const database of ["shop", "shop_v1"]) {
        expect(await shop.asked(`select * from "${database}"."int_total"`)).toEqual([{customers: 100, things: 100}]);
        expect(
          await shop.asked(
            `select count(*) as customers, sum(things) as things, max(all_things) as all from "${database}"."mart_counted"`
          )
        ).toEqual([hundred.mart]);
      }
      const parts = await Promise.all(
        shop.nodes.map((_, k) =>
          shop.asked(
            `select name, total_rows as n from system.tables where database = 'shop_store' and name like 'int_counted@%'`,
            k
          )
        )
      );
      const cut = parts.flat().filter(({name}) => n === 1 || String(name).includes("#"));
      expect(cut.length).toBe(n);
      expect(cut.reduce((sum, {n}) => sum + Number(n), 0)).toBe(100);
      for (const {n: rows} of cut) expect(Number(rows)).toBeGreaterThan(100 / n / 2);

      const before = shop.nodes.map(({statements}) => statements.length);
      expect((await shop.build()).filter(({rebuilt}) => rebuilt)).toEqual([]);
      const again = shop.nodes.flatMap(({statements}, k) => statements.slice(before[k]));
      expect(again.filter((sql) => /^\s*(insert|rename|create table)/i.test(sql))).toEqual([]);
      expect(await shop.asked("select name from system.databases where name like 'shop_v%'")).toEqual([
        {name: "shop_v1"}
      ]);
    });
  });

  it("of new loads is a new version; the one before is there until the next, older ones are gone with their tables", async () => {
    await shop.start({});
    for (const [load, things] of [
      ["1", 50],
      ["2", 60],
      ["3", 70]
    ] as const) {
      await shop.deliver(load, things);
      await shop.build();
    }
    const shown = async (database: string) => (await shop.asked(`select things from "${database}"."int_total"`))[0];
    expect(await shown("shop")).toEqual({things: 70});
    expect(await shown("shop_v3")).toEqual({things: 70});
    expect(await shown("shop_v2")).toEqual({things: 60});
    expect(await shop.asked("select name from system.databases where name = 'shop_v1'")).toEqual([]);
    expect(
      await shop.asked(
        "select count(*) as n from system.tables where database = 'shop_store' and name like 'mart_counted@%'"
      )
    ).toEqual([{n: 2}]);
  });

  it("lets the nodes fetch large tables from a stage, and leaves nothing of its own there", async () => {
    const shelf = join(shop.folder, "stage");
    const folders = [shelf, join(shop.folder, "transfer")];
    for (const folder of folders) {
      mkdirSync(folder);
      // What a killed build has left, and what is another company's.
      for (const name of ["shop~x.0.parquet", "other~x.0.parquet"]) writeFileSync(join(folder, name), "");
    }
    const server = await serveFolder(shelf);
    try {
      await shop.start({}, {});
      await shop.deliver("1", 100);
      await shop.build({stage: {folder: shelf, address: `${server.origin}/`}});
      expect(await shop.here()).toEqual(hundred);
      for (const {statements} of shop.nodes) {
        expect(statements.filter((sql) => /insert into .* from url\('http/.test(sql))).not.toEqual([]);
        expect(statements.filter((sql) => /insert into .*format Parquet/i.test(sql))).toEqual([]);
      }
      for (const folder of folders) expect(readdirSync(folder)).toEqual(["other~x.0.parquet"]);
      await shop.warehouse.run("update ledger.loads set sha256 = 'other'");
      const elsewhere = {folder: shelf, address: `${server.origin}/elsewhere`};
      expect(await shop.refusal({stage: elsewhere})).toMatch(
        /cannot read the stage: .*; look whether its address shows the folder; the last good marts stay in place$/
      );
    } finally {
      await server.close();
    }
  });

  it("refuses a grain that is there once on each of two nodes", async () => {
    await shop.start({}, {});
    await shop.deliver("1", 100);
    const broken = {...counted, grain: ["things"]} as Model;
    expect(await shop.refusal({models: [staged, owned as unknown as Model, broken]})).toMatch(
      /^build: int_counted: duplicate grain \(1\) in 100 rows; the last good marts stay in place$/
    );
  });

  it("makes anew what hangs on the past when the same loads come back", async () => {
    await shop.start({});
    try {
      for (const [run, things] of [50, 60, 50].entries()) {
        memory.salt = `run ${run}`;
        await shop.deliver(things === 50 ? "1" : "2", things);
        await shop.build();
      }
    } finally {
      memory.salt = "";
    }
    const now = await shop.warehouse.rows(
      `select 'C-' || upper(left(md5(product_name || 'run 2'), 12)) as customer_id from raw_products order by all`
    );
    expect(now.length).toBe(50);
    expect(await shop.warehouse.rows("select customer_id from mart_counted order by all")).toEqual(now);
    expect(await shop.asked("select customer_id from shop.mart_counted order by all")).toEqual(now);
  });
});
