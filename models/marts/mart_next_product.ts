import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {forgetHistory} from "../baskets/recommend/compare.ts";
import {eachNext} from "../baskets/recommend/next.ts";
import {methodsInUse} from "../baskets/recommend/use.ts";
import {recommendVersion} from "../baskets/recommend/version.ts";
import {createFromRows} from "../createFromRows.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intBasket} from "../intermediate/int_basket.ts";
import {intBasketItem} from "../intermediate/int_basket_item.ts";
import {intItem} from "../intermediate/int_item.ts";
import {intItemNeighbour} from "../intermediate/int_item_neighbour.ts";
import {intRecommendationTest} from "../intermediate/int_recommendation_test.ts";
import {model} from "../model.ts";

/** What an offer is to the customer. */
export const offerKinds = ["again", "cross_sell", "up_sell", "alike"] as const;

/** A new item is dearer where its price is so many times what the customer's items of that category cost on average. */
const dearer = 1.25;

/**
 * What to offer each customer next, one row per customer and rank: the ten items that come first, and the first three that the customer has never bought.
 *
 * Of customers who ever bought an item and items that somebody bought in the last 90 days. again: bought before; cross_sell: of a category new to the
 * customer; up_sell: a new item at least a quarter dearer than what the customer has bought of its category; alike: any other new item. The share is the
 * probability to buy the item within horizon_days: to buy at all × this item, given that.
 */
export const martNextProduct = model({
  name: "mart_next_product",
  title: {
    en: "What to offer each customer next, one row per customer and rank.",
    zh: "每位客户的推荐商品，每位客户每个名次一行。"
  },
  from: [intAsOf, intBasket, intBasketItem, intItem, intItemNeighbour, intRecommendationTest],
  grain: ["customer_id", "rank"],
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    rank: c.count("Place in the customer's list, from 1.", "推荐名次，从 1 开始。"),
    item_id: c.id("The product's key, else its name.", "商品编号；没有则为名称。", "public"),
    product_name: c.text("Name of the product.", "商品名称。").nullable(),
    category: c.text("Group of products.", "商品类别。").nullable(),
    kind: c.oneOf(
      offerKinds,
      "again: bought before; cross_sell: a category new to the customer; up_sell: dearer than what was bought of the category; alike: another new item.",
      "again 为再次购买，cross_sell 为新类别，up_sell 为同类更高价，alike 为其他新商品。"
    ),
    new_rank: c.count("Place among items never bought, from 1.", "从未购买商品中的名次。").nullable(),
    buy_share: c
      .share(
        "Probability to buy it within horizon_days; null where too little was bought to learn it.",
        "期内购买概率；数据不足时为空。"
      )
      .nullable(),
    horizon_days: c.wholeDays("Days that the probability looks ahead.", "概率的视野天数。"),
    unit_price: c.money("Price of a unit.", "单价。").nullable(),
    expected_revenue: c
      .money("Probability × what a purchase of the item brings on average.", "购买概率×该商品平均每次购买收入。")
      .nullable(),
    because_name: c
      .text("The item of the customer's own that speaks most for it.", "最支持该推荐的已购商品。")
      .nullable()
  }),
  procedure: {
    version: () => [1, recommendVersion, dearer],
    make: async ({warehouse, table}) => {
      const use = await methodsInUse(warehouse);
      await createFromRows(martNextProduct, [], {warehouse, table});
      await warehouse.run(`create or replace temp table named as
        select customer_number::integer as customer, any_value(customer_id) as customer_id from int_basket where customer_number is not null group by 1 order by 1`);
      await warehouse.run(`create or replace temp table purchase as
        select item_number, sum(line_revenue)::double / count(*) as revenue from int_basket_item group by item_number`);
      await eachNext(warehouse, use, () =>
        warehouse.run(`insert into ${table} by name
          with paid as (
            select customer, category, sum(unit_price)::double / count(unit_price) as mean_price
            from item_day join buyer using (customer) join int_item on item_number = item where category is not null group by customer, category)
          select customer_id, place as rank, int_item.item_id, int_item.product_name, int_item.category,
            case when days is not null then 'again'
              when int_item.category is null then 'alike'
              when paid.customer is null then 'cross_sell'
              when int_item.unit_price >= ${dearer} * mean_price then 'up_sell'
              else 'alike' end as kind,
            new_place as new_rank, buy_share, ${use.horizon}::bigint as horizon_days, int_item.unit_price,
            cast(round(buy_share * greatest(revenue, 0), 4) as decimal(18, 4)) as expected_revenue,
            case when days is null then coalesce(own.product_name, own.item_id) end as because_name
          from next_item join named using (customer) join int_item on int_item.item_number = item join purchase on purchase.item_number = item
            left join paid on paid.customer = next_item.customer and paid.category = int_item.category
            left join int_item own on own.item_number = because`)
      );
      await forgetHistory(warehouse);
    }
  }
});
