import {beforeAll, expect, it} from "vitest";
import {intChurnFeatures} from "../../../models/intermediate/int_churn_features.ts";
import {intChurnForecast} from "../../../models/intermediate/int_churn_forecast.ts";
import {intChurnScore} from "../../../models/intermediate/int_churn_score.ts";
import {usual} from "../retention.ts";
import {ModelledWarehouse} from "../warehouseOf.ts";
import {causes, companyOfCauses, type Blow} from "./causes.ts";

const days = 540;
let warehouse: ModelledWarehouse;
let blows: Blow[];

beforeAll(async () => {
  const company = companyOfCauses(7, 2000, days);
  blows = company.blows;
  const asOf = new Date(Date.UTC(2024, 0, 1) + days * 86_400_000).toISOString().slice(0, 19);
  const churn = {...usual.churn, horizonDays: 60, snapshots: 7};
  warehouse = await ModelledWarehouse.of(company.fill, {asOf, churn}, [intChurnScore, intChurnForecast]);
}, 180_000);

/** Reasons of the customers who met a blow in the last weeks and left over it. */
async function reasonsOf(
  method: "logistic" | "trees",
  where = "true"
): Promise<{cause: string; first: string | undefined}[]> {
  const rows = await warehouse.rows(
    `select source_key, ${method}_reasons as reasons from int_churn_score join int_customer_keys using (customer_id)
     join ${intChurnFeatures.name} using (customer_id) join int_as_of on snapshot_on = as_of_on
     where key_kind = 'customer_key' and ${where}`
  );
  const told = new Map(rows.map(({source_key, reasons}) => [source_key as string, reasons as string]));
  return blows
    .filter(({leaves, day}) => leaves && day > days - 45 && day < days - 10)
    .flatMap(({customer, cause}) => {
      const reasons = told.get(customer);
      return reasons ? [{cause, first: (JSON.parse(reasons) as [string, number][])[0]?.[0]}] : [];
    });
}

const shareNamed = (rows: {cause: string; first: string | undefined}[]) =>
  rows.filter(({cause, first}) => cause === first).length / rows.length;

it("the logistic regression names the injected cause first, whichever of the causes it is", async () => {
  const rows = await reasonsOf("logistic");
  expect(rows.length).toBeGreaterThan(40);
  expect(shareNamed(rows)).toBeGreaterThan(0.85);
  for (const cause of causes) expect(shareNamed(rows.filter((row) => row.cause === cause))).toBeGreaterThan(0.7);
});

it("trees name it first while the customer is not silent beyond their own rhythm, and often even then", async () => {
  const early = await reasonsOf("trees", "recency_days <= 1.2 * median_gap_days");
  expect(early.length).toBeGreaterThan(15);
  expect(shareNamed(early)).toBeGreaterThan(0.85);
  expect(shareNamed(await reasonsOf("trees"))).toBeGreaterThan(0.4);
});

it("both foretell what recency alone and the purchase model cannot", async () => {
  const [row] = await warehouse.rows(
    `select avg((has_churned::int - logistic_risk) ** 2) as logistic, avg((has_churned::int - trees_risk) ** 2) as trees,
       avg((has_churned::int - recency_risk) ** 2) as recency, avg((has_churned::int - alive_risk) ** 2) as alive
     from int_churn_forecast where is_horizon_closed`
  );
  const brier = row as Record<"logistic" | "trees" | "recency" | "alive", number>;
  expect(brier.logistic).toBeLessThan(Math.min(brier.recency, brier.alive) / 1.5);
  expect(brier.trees).toBeLessThan(Math.min(brier.recency, brier.alive) / 1.5);
});
