import {expect, it} from "vitest";
import {countSetCustomers} from "../../../models/baskets/setCustomers.ts";
import {Warehouse} from "../../../warehouse/warehouse.ts";
import {dice} from "../randomCompany.ts";

const [baskets, customers, items] = [300, 40, 8];
const sets = [[1], [2], [5], [7], [8], [1, 2], [2, 5], [7, 8], [1, 2, 5], [2, 7, 8]];

it("customers of a set are those with a basket that holds all of it, in however many slices they are counted", async () => {
  const roll = dice(5);
  const bought = Array.from({length: baskets}, (_, basket) => ({
    basket,
    customer: roll() < 0.2 ? null : Math.floor(customers * roll()),
    items: Array.from({length: items}, (_, i) => i + 1).filter((item) => roll() < 1 / Math.sqrt(item + 1))
  }));
  const restocking = new Set([3, 77]);
  const counted = bought.filter(({basket}) => !restocking.has(basket));
  const holding = (set: readonly number[]) => counted.filter((one) => set.every((item) => one.items.includes(item)));
  const expected = sets.flatMap((set, i) => {
    const n = new Set(holding(set).flatMap(({customer}) => customer ?? [])).size;
    return n ? [{set_id: i + 1, customers: n}] : [];
  });
  expect(expected.length).toBe(sets.length);

  const warehouse = await Warehouse.open(":memory:");
  try {
    const rows = bought.flatMap((one) =>
      one.items.map((item) => `(${one.basket}, ${item}, ${one.customer ?? "null"})`)
    );
    await warehouse.run(
      `create table int_basket_item as from (values ${rows.join(", ")}) t (basket_number, item_number, customer_number)`
    );
    await warehouse.run(`create table restocking as from (values (3), (77)) t (basket)`);
    const held = sets.map((set, i) => `(${i + 1}, [${set.join(", ")}], ${holding(set).length})`);
    await warehouse.run(`create table item_set as from (values ${held.join(", ")}) t (set_id, items, baskets)`);
    for (const rowsAtOnce of [1e9, 200, 20]) {
      await countSetCustomers(warehouse, rowsAtOnce);
      expect(await warehouse.rows("from set_customers order by set_id")).toEqual(expected);
      await warehouse.run("drop table set_customers");
    }
  } finally {
    warehouse.close();
  }
});
