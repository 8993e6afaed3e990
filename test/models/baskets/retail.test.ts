import {existsSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {beforeAll, describe, expect, it} from "vitest";
import {martBasketSummary} from "../../../models/marts/mart_basket_summary.ts";
import {martItemPair} from "../../../models/marts/mart_item_pair.ts";
import {martReplenishmentDue} from "../../../models/marts/mart_replenishment_due.ts";
import {ModelledWarehouse} from "../warehouseOf.ts";

const file = fileURLToPath(new URL("../../../../shared/datasets/online-retail/online_retail.csv.gz", import.meta.url));
if (!existsSync(file)) process.stderr.write(`skipped: recommendations are published on ${file}\n`);

/** Lines of goods: without postage, fees and corrections by hand, which are no products. */
const lines = `insert into raw_order_lines
    (order_id, product_id, quantity, unit_price, customer_key, ordered_at, load_id, load_rank, load_row)
  select "InvoiceNo", "StockCode", "Quantity", "UnitPrice", "CustomerID", "InvoiceDate", '000001', 1, row_number() over ()
  from read_csv('${file}', types = {InvoiceNo: 'varchar', StockCode: 'varchar', CustomerID: 'varchar',
    UnitPrice: 'decimal(18, 4)', Quantity: 'decimal(18, 4)', InvoiceDate: 'timestamp'})
  where "CustomerID" is not null and "Quantity" > 0 and "UnitPrice" > 0
    and "StockCode" not in ('POST', 'D', 'M', 'C2', 'DOT', 'BANK CHARGES', 'AMAZONFEE', 'CRUK', 'PADS')`;

describe.skipIf(!existsSync(file))("UCI Online Retail, a year of a wholesaler of gifts", () => {
  let warehouse: ModelledWarehouse;
  beforeAll(async () => {
    warehouse = await ModelledWarehouse.of([lines], {}, [martBasketSummary, martItemPair, martReplenishmentDue]);
  }, 300_000);

  // The table of the README. Lists of ten made on 2011-10-25, for the 1,628 known customers who bought within 46 days.
  it("lists of ten hit more often than popularity and plain repeat, by methods chosen on an earlier stretch", async () => {
    const rows = await warehouse.rows(
      `select scope, method, customers, hits, round(hit_share, 4) as hit_share, round(coverage_share, 2) as coverage_share, is_chosen
       from mart_recommendation_test where stage = 'test' and from_on = '2011-10-25' and horizon_days = 46 order by scope, hits`
    );
    expect(rows.map(({scope, method, hits}) => [scope, method, hits])).toEqual([
      ["all", "popularity", 962],
      ["all", "item_item", 1035],
      ["all", "rhythm", 1348],
      ["all", "repeat", 1354],
      ["all", "learned", 1376],
      ["new", "item_item", 621],
      ["new", "popularity", 638],
      ["new", "learned", 751]
    ]);
    expect(
      rows.filter(({is_chosen}) => is_chosen).map(({scope, method, hit_share}) => [scope, method, hit_share])
    ).toEqual([
      ["all", "learned", 0.8452],
      ["new", "learned", 0.4613]
    ]);
    expect(new Set(rows.map(({customers}) => customers))).toEqual(new Set([1628]));
    expect(rows.find(({scope, method}) => scope === "all" && method === "learned")!.coverage_share).toBe(0.45);
  });

  it("the gain over both clears its interval", async () => {
    const [all, fresh] = await warehouse.rows(
      "select * from mart_recommendation_test where stage = 'test' and is_chosen order by scope"
    );
    expect(all!.gain_popularity_low).toBeGreaterThan(0.2);
    expect(all!.gain_repeat).toBeCloseTo(22 / 1628, 12);
    expect(all!.gain_repeat_low).toBeGreaterThan(0);
    expect(fresh!.gain_popularity_low).toBeGreaterThan(0.04);
  });

  it("what falls due is bought more often than what is not due yet, and that more often than what was given up", async () => {
    const rows = await warehouse.rows("select state, buy_share, buy_low, buy_high from mart_replenishment_test");
    const of = (state: string) => rows.find((row) => row.state === state)!;
    expect(of("soon").buy_low).toBeGreaterThan(of("due").buy_high);
    expect(of("due").buy_low).toBeGreaterThan(of("early").buy_high);
    expect(of("early").buy_low).toBeGreaterThan(of("broken").buy_high);
  });

  it("everybody who ever bought has ten products with a probability strictly between 0 and 1", async () => {
    const {offered, customers} = await warehouse.row(
      "select count(*) as offered, count(distinct customer_id) as customers from mart_next_product where rank <= 10"
    );
    expect(customers).toBe(4334);
    expect(offered).toBe(43340);
    const {least, most} = await warehouse.row(
      "select min(buy_share) as least, max(buy_share) as most from mart_next_product"
    );
    expect(least).toBeGreaterThan(0);
    expect(most).toBeLessThan(1);
  });

  it("a restocking of over 100 products says nothing of pairs", async () => {
    expect(
      await warehouse.row("select state, orders, baskets, large_baskets, largest_basket from mart_basket_summary")
    ).toEqual({state: "ready", orders: 18402, baskets: 18402, large_baskets: 205, largest_basket: 540});
    expect((await warehouse.row("select max(all_baskets) as n from mart_item_pair")).n).toBe(18402 - 205);
  });
});
