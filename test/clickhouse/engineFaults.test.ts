import {describe, expect, it} from "vitest";
import type {Model} from "../../models/model.ts";
import {startNode} from "./bridge/startNode.ts";
import {TinyCompany, hundred} from "./tinyCompany.ts";
import {mart, tinyModels} from "./tinyModels.ts";

const why = process.env.PERENNIAL_NO_CHDB;

describe.skipIf(why)("a build on ClickHouse that cannot go on", () => {
  const shop = new TinyCompany();

  it("says that a node does not answer, and nothing has changed", async () => {
    await shop.start({}, {});
    await shop.deliver("1", 100);
    await shop.build();
    await shop.nodes[1]!.kill();
    expect(await shop.refusal()).toMatch(
      /^warehouse: ClickHouse at 127\.0\.0\.1:\d+ does not answer \(ECONNREFUSED\); start it or mend the address, and run again$/
    );
    expect(await shop.here()).toEqual(hundred);
  });

  it("in which half of the nodes go down changes nothing, and the next one goes on where it stopped", async () => {
    await shop.start({}, {dies: "insert into .*int_counted@.*~new"});
    await shop.deliver("1", 100);
    expect(await shop.refusal()).toMatch(
      new RegExp(
        `^warehouse: ClickHouse at 127\\.0\\.0\\.1:${shop.nodes[1]!.port} does not answer \\(.*; the last good marts stay in place$`
      )
    );
    expect(await shop.asked("select name from system.databases where name in ('shop', 'shop_v1')")).toEqual([]);
    const {folder, port} = shop.nodes[1]!;
    shop.nodes[1] = await startNode({folder, port});
    const made = (await shop.build()).filter(({rebuilt}) => rebuilt).map(({name}) => name);
    expect(made).toEqual(expect.arrayContaining(["int_counted", "int_total", "mart_counted"]));
    expect(made).not.toContain("stg_thing");
    expect(await shop.here()).toEqual(hundred);
    for (const k of [0, 1])
      expect(
        await shop.asked("select name from system.tables where database = 'shop_store' and name like '%~new'", k)
      ).toEqual([]);
  });

  it("refuses an old version, and nodes of two versions", async () => {
    await shop.start({version: "24.3.1.1"});
    expect(await shop.refusal()).toMatch(/is version 24\.3\.1\.1; models need 26\.7 or later: upgrade it$/);
    await shop.start({}, {version: "26.9.1.1"});
    expect(await shop.refusal({address: shop.address(shop.nodes.slice(1))})).toMatch(
      /is version 26\.9\.1\.1, the first node 26\.7\.\S+; numbers could differ: upgrade the older one$/
    );
  });

  it("says which right is missing, and whom the server does not know", async () => {
    await shop.start({refuses: "^create database"}, {user: "shop", password: "right"});
    expect(await shop.refusal({address: shop.address(shop.nodes.slice(0, 1))})).toMatch(
      /^warehouse: ClickHouse at \S+ may not do what a build does: .*; grant it \(README, "When the company grows"\); the last good marts stay in place$/
    );
    expect(await shop.refusal({address: shop.address(shop.nodes.slice(1)).replace("//", "//shop:wrong@")})).toMatch(
      /^warehouse: ClickHouse at \S+ does not know the user or the password; mend the address or PERENNIAL_CLICKHOUSE_PASSWORD$/
    );
  });

  it("that ends while it publishes leaves the last good version whole, and no half one", async () => {
    await shop.start({});
    await shop.deliver("1", 50);
    await shop.build();
    const {folder, port} = shop.nodes[0]!;
    await shop.nodes[0]!.kill();
    shop.nodes[0] = await startNode({folder, port, dies: 'create or replace view "shop_next"."mart_counted"'});
    await shop.deliver("2", 60);
    await shop.refusal();
    expect((await shop.here()).total).toEqual([{customers: 50, things: 50}]);
    shop.nodes[0] = await startNode({folder, port});
    expect(await shop.asked("select name from system.databases where name like 'shop_v%'")).toEqual([
      {name: "shop_v1"}
    ]);
    expect(await shop.asked("select things from shop.int_total")).toEqual([{things: 50}]);
    await shop.build();
    expect(await shop.asked("select things from shop.int_total")).toEqual([{things: 60}]);
    expect(await shop.asked("select things from shop_v1.int_total")).toEqual([{things: 50}]);
    expect(await shop.asked("select name from system.databases where name like 'shop_v%' order by name")).toEqual([
      {name: "shop_v1"},
      {name: "shop_v2"}
    ]);
  });

  it("keeps nothing of rows that break the contract, and serves what it has", async () => {
    await shop.start({});
    await shop.deliver("1", 100);
    await shop.build();
    const broken = {...mart, grain: ["all_things"]} as Model;
    expect(await shop.refusal({models: [...tinyModels.slice(0, 4), broken]})).toMatch(
      /^build: mart_counted: duplicate grain \(100\) in 100 rows; the last good marts stay in place$/
    );
    expect(await shop.here()).toEqual(hundred);
    expect(await shop.asked("select count(*) as n from shop.mart_counted")).toEqual([{n: 100}]);
    expect(
      await shop.asked("select name from system.tables where database = 'shop_store' and name like '%~new'")
    ).toEqual([]);
  });

  it("keeps nothing of an answer that breaks off halfway", async () => {
    await shop.start({breaks: "select .*int_counted@.* format Parquet"});
    await shop.deliver("1", 100);
    const served = new Set(tinyModels.map(({name}) => name));
    expect(await shop.refusal({served})).toMatch(
      /ran out of memory: .*; give the node or the user's profile more; the last good marts stay in place$/
    );
    expect(await shop.warehouse.rows("select view_name from duckdb_views() where view_name = 'mart_counted'")).toEqual(
      []
    );
  });
});
