import {expect, it} from "vitest";
import {slicesOf} from "../../../models/text/slices.ts";
import {Warehouse} from "../../../warehouse/warehouse.ts";

it("slices hold every text once, ten thousand short ones or two million characters at most, a longer text for itself", async () => {
  const warehouse = await Warehouse.open(":memory:");
  await warehouse.run(
    "create table said as select n + 1 as text_number, repeat('x', 4000) as said from range(1200) r(n)"
  );
  await warehouse.run("insert into said select n + 1, 'short' from range(1200, 26200) r(n)");
  const slices = await slicesOf(warehouse, "said", "said");
  expect(slices[0]).toEqual({from: 1, to: 500});
  expect(slices.map(({from}) => from)).toEqual([1, ...slices.slice(0, -1).map(({to}) => to + 1)]);
  expect(slices.at(-1)!.to).toBe(26_200);
  expect(Math.max(...slices.map(({from, to}) => to - from + 1))).toBe(10_000);
  await warehouse.run("delete from said");
  expect(await slicesOf(warehouse, "said", "said")).toEqual([]);
});
