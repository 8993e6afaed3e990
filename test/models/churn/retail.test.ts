import {existsSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {beforeAll, describe, expect, it} from "vitest";
import {intChurnForecast} from "../../../models/intermediate/int_churn_forecast.ts";
import {martChurnBacktest} from "../../../models/marts/mart_churn_backtest.ts";
import {usual} from "../retention.ts";
import {ModelledWarehouse} from "../warehouseOf.ts";

const file = fileURLToPath(new URL("../../../../shared/datasets/online-retail/online_retail.csv.gz", import.meta.url));
const absent = !existsSync(file);
if (absent) process.stderr.write(`skipped: the churn table of Online Retail needs ${file}\n`);

/** Lines with a customer, a quantity and a price above zero, exact duplicates dropped. */
const retail = `insert into raw_order_lines
    (order_id, product_id, quantity, unit_price, customer_key, ordered_at, country, load_id, load_rank, load_row)
  select "InvoiceNo", "StockCode", "Quantity", "UnitPrice", "CustomerID", "InvoiceDate", "Country", '000001', 1, row_number() over ()
  from (select distinct * from read_csv('${file}', types = {InvoiceNo: 'varchar', StockCode: 'varchar', CustomerID: 'varchar',
    UnitPrice: 'decimal(18, 4)', Quantity: 'decimal(18, 4)', InvoiceDate: 'timestamp'}))
  where "CustomerID" is not null and "Quantity" > 0 and "UnitPrice" > 0`;

/**
 * Online Retail (UCI): customers with an order before 2011-09-01, no order in the 90 days after it, learnt from the ends of February to
 * May. scikit-learn's logistic regression on 17 features reaches AUC 0.738, tuned gradient boosting 0.743 and Brier 0.205, recency alone
 * 0.684 and 0.233.
 */
describe.skipIf(absent)("churn on Online Retail", () => {
  let warehouse: ModelledWarehouse;
  beforeAll(async () => {
    const churn = {...usual.churn, horizonDays: 90, snapshots: 9};
    warehouse = await ModelledWarehouse.of([retail], {asOf: "2011-11-30T23:59:59", churn}, [
      intChurnForecast,
      martChurnBacktest
    ]);
  }, 180_000);

  it("has the customers and the churn of the published split, and learns from the four closed snapshots before", async () => {
    expect(
      await warehouse.row(
        `select count(*) as customers, count(*) filter (has_churned) as churned, max(trained_rows) as trained
         from int_churn_forecast where snapshot_on = '2011-08-31'`
      )
    ).toEqual({customers: 3317, churned: 1453, trained: 8968});
  });

  it("ranks and errs at least as well as tuned gradient boosting", async () => {
    const rows = await warehouse.rows(
      "select method, auc, brier from mart_churn_backtest where snapshot_on = '2011-08-31' order by method"
    );
    const of = (method: string) => rows.find((row) => row.method === method) as {auc: number; brier: number};
    for (const method of ["logistic", "trees"]) {
      expect(of(method).auc).toBeGreaterThanOrEqual(0.743);
      expect(of(method).brier).toBeLessThanOrEqual(0.205);
    }
    expect(of("recency").auc).toBeCloseTo(0.684, 2);
    expect(of("recency").brier).toBeCloseTo(0.233, 3);
    expect(of("alive").auc).toBeCloseTo(0.735, 3);
    expect(of("base").auc).toBe(0.5);
  });
});
