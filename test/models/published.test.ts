import {existsSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {describe, expect, it} from "vitest";
import {martCohortRetention} from "../../models/marts/mart_cohort_retention.ts";
import {martPareto} from "../../models/marts/mart_pareto.ts";
import {martRfm} from "../../models/marts/mart_rfm.ts";
import {ModelledWarehouse} from "./warehouseOf.ts";

const folder = fileURLToPath(new URL("../../../shared/datasets", import.meta.url));
const absent = !existsSync(folder);
if (absent) process.stderr.write(`skipped: published numbers need the data sets in ${folder}\n`);

/** One purchase a row: blank-separated customer, day, number of CDs, dollars. */
const cdnow = `insert into raw_order_lines (order_id, quantity, unit_price, customer_key, ordered_at, load_id, load_rank, load_row)
  select cast(row as varchar), 1, cast(cells[4] as decimal(18, 4)), cells[1], strptime(cells[2], '%Y%m%d'), '000001', 1, row
  from (
    select row_number() over () as row, string_split_regex(trim(line), '\\s+') as cells
    from read_csv('${folder}/cdnow/CDNOW_master.txt.gz', header = false, skip = 1, delim = '\\0', columns = {line: 'varchar'})
  )`;

const onlineRetail = (where: string) => `insert into raw_order_lines
    (order_id, product_id, quantity, unit_price, is_return, customer_key, ordered_at, country, load_id, load_rank, load_row)
  select "InvoiceNo", "StockCode", "Quantity", "UnitPrice", "Quantity" < 0, "CustomerID", "InvoiceDate", "Country", '000001', 1,
    row_number() over ()
  from read_csv('${folder}/online-retail/online_retail.csv.gz', types = {InvoiceNo: 'varchar', StockCode: 'varchar',
    CustomerID: 'varchar', UnitPrice: 'decimal(18, 4)', Quantity: 'decimal(18, 4)', InvoiceDate: 'timestamp'})
  where "CustomerID" is not null and ${where}`;

const cohort = async (warehouse: ModelledWarehouse, month: string) =>
  (
    await warehouse.rows(
      `select active_customers from mart_cohort_retention
       where period = 'month' and dimension = 'all' and cohort_on = '${month}' order by periods_since_first`
    )
  ).map(({active_customers}) => active_customers as number);

describe.skipIf(absent)("CDNOW master file", () => {
  const asOf = "1998-07-01T00:00:00Z";
  const open = () => ModelledWarehouse.of([cdnow], {asOf}, [martCohortRetention, martPareto, martRfm]);

  it("keeps every purchase and its dollars", async () => {
    const warehouse = await open();
    expect(
      await warehouse.row(
        "select count(*) as orders, count(distinct customer_id) as customers, sum(net_revenue) as revenue from int_customer_orders"
      )
    ).toEqual({orders: 69659, customers: 23570, revenue: 2500315.63});
  });

  // REFERENCE: month of first purchase, customers active k months later.
  it("has the published cohorts", async () => {
    const warehouse = await open();
    expect(await cohort(warehouse, "1997-01-01")).toEqual([
      7846, 1157, 964, 810, 679, 736, 720, 582, 559, 594, 673, 634, 528, 511, 664, 472, 497, 498
    ]);
    expect(await cohort(warehouse, "1997-02-01")).toEqual([
      8476, 1312, 980, 783, 847, 786, 626, 619, 666, 721, 661, 545, 568, 718, 545, 548, 551
    ]);
    expect(await cohort(warehouse, "1997-03-01")).toEqual([
      7248, 1032, 752, 756, 674, 564, 561, 579, 634, 569, 464, 472, 678, 420, 443, 457
    ]);
  });

  it("has the published recency, purchase days and money of its first five customers", async () => {
    const warehouse = await open();
    const rows = await warehouse.rows(
      `select recency_days, purchase_days, monetary from mart_rfm join int_customer_keys using (customer_id)
       where source_key <= '00005' order by source_key`
    );
    expect(rows.map(Object.values)).toEqual([
      [546, 1, 11.77],
      [535, 1, 89],
      [34, 6, 156.46],
      [201, 4, 100.5],
      [179, 11, 385.61]
    ]);
  });

  it("scores at the published quantiles, equal values alike", async () => {
    const warehouse = await open();
    const cuts = (measure: string, score: string, ordered: string) =>
      warehouse.rows(
        `select ${score} as score, min(${measure}) as low, max(${measure}) as high from mart_rfm group by all order by score ${ordered}`
      );
    const recency = await cuts("recency_days", "recency_score", "desc");
    const monetary = await cuts("monetary", "monetary_score", "asc");
    [142, 433, 486, 513].forEach((cut, i) => {
      expect(recency[i]!.high).toBeLessThanOrEqual(cut);
      expect(recency[i + 1]!.low).toBeGreaterThan(cut);
    });
    [15.36, 31.35, 59.924, 133.95].forEach((cut, i) => {
      expect(monetary[i]!.high).toBeLessThanOrEqual(cut);
      expect(monetary[i + 1]!.low).toBeGreaterThan(cut);
    });
  });

  it("gives the top fifth of customers the published share of revenue", async () => {
    const warehouse = await open();
    const {revenue_share} = await warehouse.row("select revenue_share from mart_pareto where top_percent = 20");
    expect(revenue_share).toBeCloseTo(0.67777, 5);
  });
});

describe.skipIf(absent)("UCI Online Retail", () => {
  it("has the published cohorts over all rows with a customer, the running December marked partial", async () => {
    const warehouse = await ModelledWarehouse.of([onlineRetail("true")], {}, [martCohortRetention]);
    expect(await cohort(warehouse, "2010-12-01")).toEqual([
      948, 362, 317, 367, 341, 376, 360, 336, 336, 374, 354, 474, 260
    ]);
    expect(await cohort(warehouse, "2011-01-01")).toEqual([421, 101, 119, 102, 138, 126, 110, 108, 131, 146, 155, 63]);
    expect(
      await warehouse.row(
        "select distinct period_on as month from mart_cohort_retention where is_partial and period = 'month' and dimension = 'all'"
      )
    ).toEqual({
      month: "2011-12-01"
    });
  });

  it("has the published sales: lines, customers, revenue, first cohort", async () => {
    const sales = `"Quantity" > 0 and "UnitPrice" > 0`;
    const warehouse = await ModelledWarehouse.of([onlineRetail(sales)], {}, [martCohortRetention]);
    expect(
      await warehouse.row(
        `select sum(lines) as lines, count(distinct customer_key) as customers, sum(net_revenue) as revenue from stg_orders`
      )
    ).toEqual({lines: 397884, customers: 4338, revenue: 8911407.904});
    expect(await cohort(warehouse, "2010-12-01")).toEqual([
      885, 324, 286, 340, 321, 352, 321, 309, 313, 350, 331, 445, 235
    ]);
  });
});
