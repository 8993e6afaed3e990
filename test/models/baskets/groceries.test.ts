import {existsSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {describe, expect, it} from "vitest";
import {martBasketSummary} from "../../../models/marts/mart_basket_summary.ts";
import {martItemPair} from "../../../models/marts/mart_item_pair.ts";
import {martItemRule} from "../../../models/marts/mart_item_rule.ts";
import {ModelledWarehouse} from "../warehouseOf.ts";

const file = fileURLToPath(new URL("../../../../shared/datasets/groceries/groceries.csv", import.meta.url));

/** One basket a line, products between commas, of nobody known. */
const lines = `insert into raw_order_lines (order_id, product_name, quantity, unit_price, ordered_at, load_id, load_rank, load_row)
  select 'G' || basket, unnest(string_split(line, ',')), 1, 1, timestamp '2024-01-01', '000001', 1, row_number() over ()
  from (select row_number() over () as basket, rtrim(line, chr(13)) as line
    from read_csv('${file}', header = false, delim = '\\0', quote = '', columns = {line: 'varchar'}))`;

describe.skipIf(!existsSync(file))("9,835 baskets of a grocery store, as order lines without customers", () => {
  const rulesAt = async (leastSupport: number, leastConfidence: number) => {
    const warehouse = await ModelledWarehouse.of([lines], {baskets: {leastSupport, leastConfidence, mostItems: 5}}, [
      martItemRule,
      martItemPair,
      martBasketSummary
    ]);
    return warehouse;
  };

  // REFERENCE: Groceries (9,835 baskets, 169 items).
  it("has 463 rules at support 0.006 and confidence 0.25", async () => {
    const warehouse = await rulesAt(0.006, 0.25);
    expect((await warehouse.row("select count(*) as n from mart_item_rule")).n).toBe(463);
    expect(
      await warehouse.row("select state, recommend_state, baskets, items, customers from mart_basket_summary")
    ).toEqual({state: "ready", recommend_state: "no_customers", baskets: 9835, items: 169, customers: 0});
    const {most} = await warehouse.row(
      "select max(abs(lift - confidence_share * 9835 / n)) as most from mart_item_rule join (select item_id, lines as n from int_item) on item_id = consequent"
    );
    expect(most).toBeLessThan(1e-9);
  }, 120_000);

  it("has 15 rules at support 0.01 and confidence 0.5", async () => {
    expect((await (await rulesAt(0.01, 0.5)).row("select count(*) as n from mart_item_rule")).n).toBe(15);
  }, 120_000);
});
