import {intAsOf} from "../../../models/intermediate/int_as_of.ts";
import {intCustomerOrders} from "../../../models/intermediate/int_customer_orders.ts";
import {stgOrderLines} from "../../../models/staging/stg_order_lines.ts";
import {stgOrders} from "../../../models/staging/stg_orders.ts";
import {stgProducts} from "../../../models/staging/stg_products.ts";
import type {Warehouse} from "../../../warehouse/warehouse.ts";
import {fill, uniform} from "../customers/fill.ts";

/** Lines of an order and of a customer on average, and products on sale. */
const [perOrder, perCustomer, products] = [4, 25, 5000];

/**
 * Fills the staging of a shop with about so many order lines in two years, by SQL alone and by hash: the same for everybody who runs it.
 *
 * Few items sell much and most little (the place in the range is the square of a uniform number). Four in ten lines are of a habit: one of six items of the customer's
 * own; two in ten go with the line before, its neighbour in the range; the others are drawn from all. One order in 2,000 is a restocking of 400 lines.
 */
export async function makeBaskets(warehouse: Warehouse, lines: number): Promise<void> {
  const [orders, customers] = [Math.floor(lines / (perOrder + 0.2)), Math.ceil(lines / perCustomer)];
  const drawn = (salt: string, ...keys: string[]) =>
    `cast(floor(${products} * pow(${uniform(salt, ...keys)}, 2)) as integer)`;
  await warehouse.run(`create or replace table placed as
    select i as id, cast(floor(${customers} * pow(${uniform("who", "i")}, 1.6)) as integer) as customer,
      timestamp '2023-01-01' + to_seconds(cast(floor(${uniform("when", "i")} * 730 * 86400) as bigint)) as ordered_at,
      case when i % 2000 = 7 then 400 else 1 + cast(floor(${uniform("size", "i")} * ${2 * perOrder - 1}) as integer) end as lines
    from range(${orders}) as t (i)`);
  await warehouse.run(`create or replace table bought as
    with line as (select id, customer, unnest(range(lines))::integer as k from placed),
    first as (
      select id, k, customer, ${uniform("way", "id", "k")} as way, ${drawn("any", "id", "k - k % 2")} as any_item,
        ${drawn("own", "customer", `cast(floor(6 * ${uniform("habit", "id", "k")}) as integer)`)} as own_item
      from line)
    select id, k, case when way < 0.4 then own_item when way < 0.6 and k % 2 = 1 then (any_item + 1) % ${products} else any_item end as item from first`);
  await fill(
    warehouse,
    stgOrderLines,
    {
      load_id: "'000001'",
      load_row: "row_number() over ()",
      order_id: "'O' || id",
      product_id: "'P' || item",
      quantity: "1",
      line_revenue: "2 + item % 40",
      is_return: "false"
    },
    "bought"
  );
  await fill(
    warehouse,
    stgOrders,
    {
      order_id: "'O' || id",
      ordered_at: "ordered_at",
      ordered_on: "ordered_at",
      order_month: "date_trunc('month', ordered_at)",
      lines: "lines",
      is_cancelled: "false"
    },
    "placed"
  );
  await fill(
    warehouse,
    intCustomerOrders,
    {
      order_id: "'O' || id",
      customer_id: "'C-' || upper(left(md5(customer::varchar), 12))",
      ordered_at: "ordered_at",
      ordered_on: "ordered_at",
      order_month: "date_trunc('month', ordered_at)",
      is_cancelled: "false"
    },
    "placed"
  );
  await fill(
    warehouse,
    stgProducts,
    {
      product_id: "'P' || i",
      product_name: "'Product ' || i",
      category: "'Category ' || i % 25",
      list_price: "2 + i % 40"
    },
    `range(${products}) as t (i)`
  );
  await fill(
    warehouse,
    intAsOf,
    {
      as_of_at: "timestamp '2024-12-30'",
      as_of_on: "date '2024-12-30'",
      as_of_month: "date '2024-12-01'",
      last_complete_month: "date '2024-11-01'",
      horizon_days: "91"
    },
    "range(1)"
  );
  await warehouse.run("drop table placed; drop table bought");
}
