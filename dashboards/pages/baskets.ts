import {martBasketSummary} from "../../models/marts/mart_basket_summary.ts";
import {martItemPair} from "../../models/marts/mart_item_pair.ts";
import {martItemRule} from "../../models/marts/mart_item_rule.ts";
import {martNextItem} from "../../models/marts/mart_next_item.ts";
import {martNextProduct} from "../../models/marts/mart_next_product.ts";
import {martRecommendationTest} from "../../models/marts/mart_recommendation_test.ts";
import {martReplenishmentDue} from "../../models/marts/mart_replenishment_due.ts";
import {martReplenishmentTest} from "../../models/marts/mart_replenishment_test.ts";
import {page} from "../page.ts";
import {partOf} from "../partOf.ts";
import {body} from "./baskets/body.ts";
import {writeFiles} from "./baskets/writeFiles.ts";

const question = {en: "What goes together, and what comes next?", zh: "哪些商品相配，下一步推荐什么？"};

/** Baskets: what is bought together, what to offer to whom, who is due again for what, and how often that was right. */
export const baskets = page({
  path: "/baskets",
  label: {en: "Baskets", zh: "购物篮"},
  question,
  marts: [
    martBasketSummary,
    partOf(martItemPair, {is_listed: "true"}),
    partOf(martItemRule, {is_listed: "true"}),
    martRecommendationTest,
    partOf(martNextItem, {is_listed: "true"}),
    partOf(martReplenishmentDue, {is_listed: "true"}),
    martReplenishmentTest
  ],
  render: (data, c) =>
    body(
      question[c.lang],
      {
        summary: data.mart_basket_summary[0],
        pairs: data.mart_item_pair,
        rules: data.mart_item_rule,
        tests: data.mart_recommendation_test,
        offers: data.mart_next_item,
        due: data.mart_replenishment_due,
        rhythm: data.mart_replenishment_test
      },
      c
    ),
  files: writeFiles,
  streams: [martNextProduct]
});
