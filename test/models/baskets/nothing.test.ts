import {expect, it} from "vitest";
import {martBasketSummary} from "../../../models/marts/mart_basket_summary.ts";
import {martItemPair} from "../../../models/marts/mart_item_pair.ts";
import {martItemRule} from "../../../models/marts/mart_item_rule.ts";
import {martNextItem} from "../../../models/marts/mart_next_item.ts";
import {martReplenishmentDue} from "../../../models/marts/mart_replenishment_due.ts";
import {ModelledWarehouse} from "../warehouseOf.ts";

const asked = [martBasketSummary, martItemPair, martItemRule, martNextItem, martReplenishmentDue];

it("without any export there are no baskets, no rules, no recommendations, and no error", async () => {
  const warehouse = await ModelledWarehouse.of([], {}, asked);
  for (const name of [
    ...asked.map((mart) => mart.name),
    "mart_next_product",
    "mart_recommendation_test",
    "mart_replenishment_test",
    "int_item_neighbour",
    "int_item_set",
    "int_replenishment"
  ])
    expect(await warehouse.row(`select '${name}' as name, count(*) as rows from "${name}"`)).toEqual({name, rows: 0});
});
