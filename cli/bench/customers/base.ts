import type {Warehouse} from "../../../warehouse/warehouse.ts";
import {intAsOf} from "../../../models/intermediate/int_as_of.ts";
import {intCustomerOrders} from "../../../models/intermediate/int_customer_orders.ts";
import {fill, uniform} from "./fill.ts";

/** Days from the first to the last day of the base. */
const history = 1095;
/** Most purchases of one customer. */
const most = 80;

/**
 * Fills int_as_of and int_customer_orders with so many customers, by SQL alone.
 *
 * Rates are gamma(1, 12 weeks), the chance to leave after each purchase is beta(1, 2.5), days and amounts by hash: the same for everybody who runs
 * it. Only the columns that value and churn read hold something.
 */
export async function makeBase(warehouse: Warehouse, customers: number): Promise<void> {
  await warehouse.run(`create or replace table customer as
    select i as id, cast(floor(${uniform("start", "i")} * ${history}) as integer) as start_day, -ln(${uniform("rate", "i")}) / 84 as rate,
      1 + least(${most}, floor(ln(${uniform("stay", "i")}) / ln(pow(${uniform("leave", "i")}, 1 / 2.5)))) as purchases,
      10 + 60 * ${uniform("taste", "i")} as taste
    from range(${customers}) as t (i)`);
  await warehouse.run(`create or replace table purchase as
    select id, k, taste, start_day + cast(floor(sum(case when k = 0 then 0 else -ln(${uniform("gap", "id", "k")}) / rate end)
      over (partition by id order by k)) as integer) as on_day, start_day
    from (select *, unnest(range(cast(purchases as integer))) as k from customer)`);
  const given: Record<string, string> = {
    order_id: "id || '-' || k",
    customer_id: "'C-' || upper(left(md5(cast(id as varchar)), 12))",
    ordered_at: "timestamp '2023-01-01' + to_days(on_day)",
    ordered_on: "date '2023-01-01' + on_day",
    order_month: "date_trunc('month', date '2023-01-01' + on_day)",
    is_cancelled: "false",
    units: "1",
    net_revenue: `taste * -ln(${uniform("spend", "id", "k")})`,
    refunded: "0",
    order_number: "k + 1",
    is_first: "k = 0",
    is_first_of_day: "on_day > coalesce(lag(on_day) over (partition by id order by k), -1)",
    is_first_of_month: "k = 0",
    first_order_on: "date '2023-01-01' + start_day"
  };
  await fill(warehouse, intCustomerOrders, given, `purchase where on_day <= ${history}`);
  await fill(
    warehouse,
    intAsOf,
    {
      as_of_at: `timestamp '2023-01-01' + to_days(${history})`,
      as_of_on: `date '2023-01-01' + ${history}`,
      as_of_month: "date '2025-12-01'",
      is_month_complete: "true",
      last_complete_month: "date '2025-12-01'",
      history_from_on: "date '2023-01-01'",
      horizon_days: "91"
    },
    "range(1)"
  );
  await warehouse.run("drop table customer; drop table purchase");
}
