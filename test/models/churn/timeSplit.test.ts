import {expect, it} from "vitest";
import {intChurnFeatures} from "../../../models/intermediate/int_churn_features.ts";
import {intChurnForecast} from "../../../models/intermediate/int_churn_forecast.ts";
import {usual} from "../retention.ts";
import {isoDay, randomCompany, zone, type Company} from "../randomCompany.ts";
import {ModelledWarehouse} from "../warehouseOf.ts";

const lastDay = ({orders}: Company) => Math.max(...orders.map(({day}) => day));
const churn = {...usual.churn, horizonDays: 45, snapshots: 16};

it("a forecast learns only from snapshots whose horizon had closed by then and whose history was as long as a horizon", async () => {
  const warehouse = await ModelledWarehouse.of(randomCompany(31, 150).fill, {zone, churn}, [intChurnForecast]);
  const rows = await warehouse.rows(
    `select told.snapshot_on, any_value(trained_rows) as trained, any_value(base_risk) as base,
       (select count(*) from int_churn_features as past join int_snapshot as shot using (snapshot_on)
        where shot.horizon_on <= told.snapshot_on and shot.snapshot_on - history_from_on + 1 >= horizon_days) as known,
       (select avg(has_churned::int) from int_churn_features as past join int_snapshot as shot using (snapshot_on)
        where shot.horizon_on <= told.snapshot_on and shot.snapshot_on - history_from_on + 1 >= horizon_days) as churned
     from int_churn_forecast as told cross join int_as_of group by told.snapshot_on, history_from_on, horizon_days order by 1`
  );
  expect(rows.length).toBeGreaterThan(5);
  for (const {trained, known, base, churned} of rows) {
    expect(trained).toBe(known);
    expect(base).toBeCloseTo(churned as number, 12);
  }
});

it("another future changes no past forecast, and another past does", async () => {
  const company = randomCompany(32, 150);
  const cut = isoDay(lastDay(company) - 60);
  const asOf = `${isoDay(lastDay(company))}T15:59:59`;
  const past = `select * exclude (has_churned, is_horizon_closed) from int_churn_forecast
    where snapshot_on <= date '${cut}' order by all`;
  const built = async (...more: string[]) =>
    (await ModelledWarehouse.of([...company.fill, ...more], {zone, churn, asOf}, [intChurnForecast])).rows(past);
  const before = await built();
  expect(before.length).toBeGreaterThan(300);
  const after = `'${isoDay(lastDay(company) - 58)}'`;
  expect(
    await built(
      `delete from raw_orders where ordered_at >= ${after} and hash(order_id) % 2 = 0`,
      `update raw_feedback set score = 10 - score where answered_at >= ${after}`,
      `update raw_tickets set solved_at = solved_at + interval 3 day where solved_at >= ${after}`
    )
  ).toEqual(before);
  expect(await built(`delete from raw_orders where ordered_at < ${after} and hash(order_id) % 9 = 0`)).not.toEqual(
    before
  );
});

it("features and forecasts do not depend on the order in which rows were loaded, nor on threads", async () => {
  const company = randomCompany(33, 130);
  const read = async (...more: string[]) => {
    const warehouse = await ModelledWarehouse.of([...company.fill, ...more], {zone, churn}, [
      intChurnFeatures,
      intChurnForecast
    ]);
    return [
      await warehouse.rows("select * from int_churn_features order by customer_id, snapshot_on"),
      await warehouse.rows("select * from int_churn_forecast order by customer_id, snapshot_on")
    ];
  };
  const first = await read("set threads = 1");
  expect(first[1]!.length).toBeGreaterThan(300);
  expect(
    await read(
      "set threads = 4",
      "create table shuffled as from raw_orders order by hash(order_id)",
      "delete from raw_orders",
      "insert into raw_orders from shuffled",
      "drop table shuffled"
    )
  ).toEqual(first);
});
