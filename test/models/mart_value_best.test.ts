import {beforeAll, expect, test} from "vitest";
import {randomCompany, zone} from "./randomCompany.ts";
import {ModelledWarehouse} from "./warehouseOf.ts";

let warehouse: ModelledWarehouse;
beforeAll(async () => {
  warehouse = await ModelledWarehouse.of(randomCompany(3, 400).fill, {zone});
});

test("the tenths of mart_customer_360 hold the customers and the value of mart_value_decile, exactly", async () => {
  const tenths = await warehouse.rows(`
    select value_tenth as tenth, count(*) as customers, sum(clv)::double as clv from mart_customer_360
    where value_tenth is not null group by value_tenth order by value_tenth`);
  expect(tenths).toHaveLength(10);
  expect(tenths).toEqual(
    await warehouse.rows("select tenth, customers, clv::double as clv from mart_value_decile order by tenth")
  );
});

test("the twenty of whom the most is expected stand in order, with what mart_customer_value says of them", async () => {
  const best = await warehouse.rows("select customer_id, clv::double as clv from mart_value_best order by place");
  expect(best).toHaveLength(20);
  expect(best).toEqual(
    await warehouse.rows(
      "select customer_id, clv::double as clv from mart_customer_value order by clv desc, expected_days desc, customer_id limit 20"
    )
  );
});
