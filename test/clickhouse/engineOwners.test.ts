import {describe, expect, it} from "vitest";
import {clickhouseAddress} from "../../warehouse/clickhouse/address.ts";
import {Cluster} from "../../warehouse/clickhouse/cluster.ts";
import {TinyCompany} from "./tinyCompany.ts";

const why = process.env.PERENNIAL_NO_CHDB;

describe.skipIf(why)("a build on ClickHouse", () => {
  const shop = new TinyCompany();

  it("leaves the databases of others alone, and what is not its own in the one that people read", async () => {
    await shop.start({});
    await shop.deliver("1", 100);
    await shop.build();
    expect(await shop.refusal({pseudonymKey: "other"})).toMatch(
      /^warehouse: the database "shop_\w+" on ClickHouse at \S+ is not of this warehouse; name another one in the configuration; the last good marts stay in place$/
    );
    const cluster = await Cluster.open(clickhouseAddress(shop.address()));
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
        await shop.deliver(load, 100 + Number(load));
        await shop.build();
      }
      expect(await cluster.first.rows("select n from shop.report")).toEqual([{n: 104}]);
      expect(await cluster.first.rows("select count(*) as n from shop.notes")).toEqual([{n: 0}]);
      const found = await cluster.first.rows<{name: string}>(
        "select name from system.databases where name like 'shop_v%' order by name"
      );
      expect(found.map(({name}) => name)).toEqual(["shop_v", "shop_v07", "shop_v3", "shop_v4"]);
      expect(await shop.refusal({address: shop.address(shop.nodes, "spare")})).toMatch(
        /^warehouse: the database "spare_part" on/
      );
      expect(await cluster.first.rows("select count(*) as n from spare_part.kept")).toEqual([{n: 0}]);
    } finally {
      await cluster.close();
    }
  });
});
