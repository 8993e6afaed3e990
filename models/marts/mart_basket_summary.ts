import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {mostOfBasket} from "../baskets/frequentSets.ts";
import {basketState, basketStates, recommendState, recommendStates} from "../baskets/states.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intBasket} from "../intermediate/int_basket.ts";
import {intBasketItem} from "../intermediate/int_basket_item.ts";
import {intItem} from "../intermediate/int_item.ts";
import {intItemSet} from "../intermediate/int_item_set.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {martNextProduct} from "./mart_next_product.ts";
import {martRecommendationTest} from "./mart_recommendation_test.ts";

/**
 * What there is to learn from baskets, one row: how many, how large, what was left out, and why nothing could be said where nothing could.
 */
export const martBasketSummary = model({
  name: "mart_basket_summary",
  title: {en: "What there is to learn from baskets, one row.", zh: "购物篮概况，共一行。"},
  from: [intAsOf, intBasket, intBasketItem, intItem, intItemSet, martNextProduct, martRecommendationTest],
  grain: [],
  columns: z.strictObject({
    state: c.oneOf(basketStates, "ready, or why no rule can be given.", "ready 为可用，否则为无法给出规则的原因。"),
    recommend_state: c.oneOf(
      recommendStates,
      "tested, or why recommendations cannot be tested.",
      "tested 为已检验，否则为无法检验推荐的原因。"
    ),
    orders: c.count("Orders that were not cancelled.", "未取消的订单数。"),
    baskets: c.count("Of them, with an item that is named.", "其中含可识别商品的购物篮数。"),
    one_item_baskets: c.count("Of these, with one item alone.", "其中仅含一种商品。"),
    large_baskets: c.count("Of these, of so many items that they are left out of rules.", "其中商品过多而不计入规则。"),
    large_from: c.count("Different items from which on a basket is left out.", "不计入规则的购物篮最少商品种数。"),
    largest_basket: c.count("Items of the largest basket.", "最大购物篮的商品种数。"),
    items_per_basket: c.number("Different items of a basket on average.", "平均每篮商品种数。").nullable(),
    items: c.count("Different items ever sold.", "曾售出的商品种数。"),
    categories: c.count("Different categories of them.", "其类别数。"),
    items_per_customer: c
      .number("Different items of a known customer on average.", "已识别客户平均购买商品种数。")
      .nullable(),
    customers: c.count("Known customers with a basket.", "有购物篮的已识别客户数。"),
    repeat_customers: c.count("Of them, who bought on several days.", "其中多日购买的客户数。"),
    least_baskets: c
      .count("Baskets from which on items that go together are listed.", "列出商品组合的最少购物篮数。")
      .nullable(),
    least_share: c.share("The same as a share of the baskets that count.", "其占计入购物篮的比例。").nullable(),
    pairs: c.count("Frequent pairs.", "频繁商品对数。"),
    longer_sets: c.count("Frequent sets of three items or more.", "三种及以上商品的频繁组合数。"),
    offered_customers: c.count("Customers with a recommendation.", "有推荐的客户数。"),
    cross_sell_customers: c.count(
      "Of them, with a new category among the first three new items.",
      "其中前三件新品含新类别的客户数。"
    ),
    up_sell_customers: c.count(
      "Of them, with a dearer item of a known category among these.",
      "其中前三件新品含同类更高价商品的客户数。"
    ),
    horizon_days: c.wholeDays("Days that recommendations look ahead.", "推荐的视野天数。").nullable()
  }),
  query: (db) =>
    db
      .with("in_basket", (db) =>
        db
          .selectFrom("int_basket_item")
          .groupBy("basket_number")
          .select(["basket_number", s.countRows().as("size")])
      )
      .with("sizes", (db) =>
        db
          .selectFrom("in_basket")
          .select(({ref}) => [
            s.countRows().as("baskets"),
            s.countRows().filterWhere("size", "=", 1).as("one_item_baskets"),
            s.countRows().filterWhere("size", ">", mostOfBasket).as("large_baskets"),
            s.coalesce(s.max(ref("size")), s.num(0)).as("largest_basket"),
            s.ratio(s.sum(ref("size")), s.countRows()).as("items_per_basket")
          ])
      )
      .with("placed", (db) => db.selectFrom("int_basket").select(() => s.countRows().as("orders")))
      .with("sold", (db) =>
        db
          .selectFrom("int_item")
          .select(({ref}) => [s.countRows().as("items"), s.countDistinct(ref("category")).as("categories")])
      )
      .with("who", (db) =>
        db
          .selectFrom("int_basket_item")
          .where("customer_number", "is not", null)
          .groupBy("customer_number")
          .select(({ref}) => [
            "customer_number",
            s.countDistinct(ref("item_number")).as("items"),
            s.countDistinct(ref("ordered_on")).as("days")
          ])
      )
      .with("people", (db) =>
        db
          .selectFrom("who")
          .select(({ref}) => [
            s.countRows().as("customers"),
            s.countRows().filterWhere("days", ">", 1).as("repeat_customers"),
            s.ratio(s.sum(ref("items")), s.countRows()).as("items_per_customer")
          ])
      )
      .with("sets", (db) =>
        db
          .selectFrom("int_item_set")
          .select(({ref}) => [
            s.max(ref("least_baskets")).$castTo<number | null>().as("least_baskets"),
            s.ratio(s.max(ref("least_baskets")), s.max(ref("all_baskets"))).as("least_share"),
            s.countRows().filterWhere("size", "=", 2).as("pairs"),
            s.countRows().filterWhere("size", ">", 2).as("longer_sets")
          ])
      )
      .with("offer", (db) =>
        db
          .selectFrom("mart_next_product")
          .groupBy("customer_id")
          .select(({ref}) => [
            "customer_id",
            s.countRows().filterWhere("kind", "=", "cross_sell").filterWhere("new_rank", "<=", s.num(3)).as("cross"),
            s.countRows().filterWhere("kind", "=", "up_sell").filterWhere("new_rank", "<=", s.num(3)).as("up"),
            s.max(ref("horizon_days")).as("horizon_days")
          ])
      )
      .with("offers", (db) =>
        db
          .selectFrom("offer")
          .select(({ref}) => [
            s.countRows().as("offered_customers"),
            s.countRows().filterWhere("cross", ">", 0).as("cross_sell_customers"),
            s.countRows().filterWhere("up", ">", 0).as("up_sell_customers"),
            s.max(ref("horizon_days")).$castTo<number | null>().as("offer_days")
          ])
      )
      .with("tests", (db) => db.selectFrom("mart_recommendation_test").select(() => s.countRows().as("tested")))
      .selectFrom("int_as_of")
      .crossJoin("sizes")
      .crossJoin("placed")
      .crossJoin("sold")
      .crossJoin("people")
      .crossJoin("sets")
      .crossJoin("offers")
      .crossJoin("tests")
      .select(({ref}) => [
        basketState(ref).as("state"),
        recommendState(ref).as("recommend_state"),
        "orders",
        "baskets",
        "one_item_baskets",
        "large_baskets",
        s.toBigint(s.num(mostOfBasket + 1)).as("large_from"),
        "largest_basket",
        "items_per_basket",
        "items",
        "categories",
        "items_per_customer",
        "customers",
        "repeat_customers",
        "least_baskets",
        "least_share",
        "pairs",
        "longer_sets",
        "offered_customers",
        "cross_sell_customers",
        "up_sell_customers",
        ref("offer_days").as("horizon_days")
      ])
});
