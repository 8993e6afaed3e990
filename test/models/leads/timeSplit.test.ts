import {expect, it} from "vitest";
import {intLeadFeatures} from "../../../models/intermediate/int_lead_features.ts";
import {intLeadForecast} from "../../../models/intermediate/int_lead_forecast.ts";
import {ModelledWarehouse} from "../warehouseOf.ts";
import {asOf, companyOfLeads} from "./companyOfLeads.ts";

const cut = "2025-03-01";

it("another future changes no past feature, and another past does", async () => {
  const {fill} = companyOfLeads(21, 800);
  const built = async (...more: string[]) => {
    const warehouse = await ModelledWarehouse.of([...fill, ...more], {asOf}, [intLeadFeatures]);
    return {
      horizon: await warehouse.row("select horizon_days from int_lead_horizon"),
      rows: await warehouse.rows(
        `select * exclude (has_converted, is_horizon_closed) from int_lead_features
         where seen_at < timestamp '${cut}' and moment <> 'now' order by lead_id, moment`
      )
    };
  };
  const before = await built();
  expect(before.rows.length).toBeGreaterThan(1000);
  const after = await built(
    `delete from raw_activities where happened_at >= '${cut}' and hash(activity_id) % 2 = 0`,
    `update raw_activities set happened_at = happened_at + interval 2 day where happened_at >= '${cut}'`,
    `delete from raw_leads where created_at >= '${cut}' and hash(lead_id) % 2 = 0`,
    `update raw_leads set is_converted = false, converted_at = null, lead_status = 'Lost'
     where converted_at >= '${cut}' and hash(lead_id) % 3 = 0`
  );
  expect(after).toEqual(before);
  const otherPast = await built(
    `delete from raw_activities where happened_at < '${cut}' and hash(activity_id) % 5 = 0`
  );
  expect(otherPast.rows).not.toEqual(before.rows);
});

it("what is done about a customer counts nowhere before the conversion", async () => {
  const {fill, truth} = companyOfLeads(22, 400);
  const warehouse = await ModelledWarehouse.of(fill, {asOf}, [intLeadFeatures]);
  const rows = await warehouse.rows(
    `select f.lead_id, f.moment, f.activities, count(a.activity_id) as oracle
     from int_lead_features as f left join raw_activities as a on a.lead_id = f.lead_id and a.happened_at <= f.seen_at
     group by all`
  );
  expect(rows.length).toBeGreaterThan(700);
  for (const {activities, oracle} of rows) expect(activities).toBe(oracle);
  const converted = new Map(
    truth.map((one) => [one.lead, one.convertedDay === null ? null : one.convertedDay - one.createdDay])
  );
  const ages = {arrival: 0, week: 7, month: 28, quarter: 91, half_year: 182} as Record<string, number>;
  for (const {lead_id, moment} of rows.filter((row) => row.moment !== "now" && row.moment !== "arrival")) {
    const took = converted.get(lead_id as string)!;
    if (took !== null) expect(took).toBeGreaterThan(ages[moment as string]! - 0.001);
  }
});

it("a forecast learns only from leads whose horizon was over as its quarter began", async () => {
  const warehouse = await ModelledWarehouse.of(companyOfLeads(23, 2000).fill, {asOf}, [intLeadForecast]);
  const rows = await warehouse.rows(
    `select quarter, trained, least, (select count(*) from int_lead_features as past cross join int_lead_horizon
        where past.moment = 'arrival' and past.seen_at + to_days(horizon_days::integer) <= quarter) as known
     from (select date_trunc('quarter', seen_at) as quarter, max(trained_leads) as trained, min(trained_leads) as least
           from int_lead_forecast group by 1)`
  );
  expect(rows.length).toBeGreaterThanOrEqual(3);
  for (const {trained, least, known} of rows) {
    expect(trained).toBe(known);
    expect(least).toBe(known);
  }
});

it("features and forecasts do not depend on the order in which rows were loaded, nor on threads", async () => {
  const {fill} = companyOfLeads(24, 900);
  const read = async (...more: string[]) => {
    const warehouse = await ModelledWarehouse.of([...fill, ...more], {asOf}, [intLeadForecast]);
    return [
      await warehouse.rows("from int_lead_features order by lead_id, moment"),
      await warehouse.rows("from int_lead_forecast order by lead_id, moment")
    ];
  };
  const first = await read("set threads = 1");
  expect(first[1]!.length).toBeGreaterThan(300);
  expect(
    await read(
      "set threads = 4",
      "create table shuffled as from raw_leads order by hash(lead_id)",
      "delete from raw_leads",
      "insert into raw_leads from shuffled",
      "drop table shuffled"
    )
  ).toEqual(first);
});
