import {term, type Subject} from "../term.ts";

/** Words of what is bought together and what comes next. */
export const baskets: Subject = {
  subject: {en: "Baskets", zh: "购物篮"},
  terms: [
    term(
      "basket",
      [
        "Basket",
        "The different products of one order that was not cancelled, less what was given back at once. Very large ones are restocking and count in no pair."
      ],
      ["购物篮", "一笔未取消订单中的不同商品，不含当场退回者。商品过多者为批量补货，不计入组合。"],
      ["mart_basket_summary", "baskets"]
    ),
    term(
      "frequent-pair",
      [
        "Frequent pair",
        "Two products that are together in enough baskets: ten and 0.05% of all, or the share that baskets.min_support sets. Whether they go together is what their lift says."
      ],
      [
        "频繁商品对",
        "同篮次数足够的两种商品：至少十个购物篮且占 0.05%，或按 baskets.min_support 所设比例。是否相配由提升度说明。"
      ],
      ["mart_basket_summary", "pairs"]
    ),
    term(
      "pair-lift",
      [
        "Lift of a pair",
        "Baskets with both products ÷ what chance would bring: baskets with the one × baskets with the other ÷ all baskets. 1 is chance; an association, not an effect."
      ],
      [
        "商品对提升度",
        "同篮数÷随机期望，随机期望为含其一的购物篮数×含另一的购物篮数÷全部购物篮数。1 为随机；仅为关联，并非效果。"
      ],
      ["mart_item_pair", "lift"]
    ),
    term(
      "hit-rate",
      [
        "Hit rate of ten",
        "Of customers who had bought before a past day and bought again within the horizon after it, the share whose list of ten products, made of what was known on the day, held one that they then bought."
      ],
      [
        "十件命中率",
        "在过去某日之前买过、其后期内再次购买的客户中，按当日已知信息生成的十件清单含其随后所购商品者的占比。"
      ],
      ["mart_recommendation_test", "hit_share"]
    ),
    term(
      "new-hit-rate",
      [
        "Hit rate, new products",
        "The same where lists hold only products that the customer had never bought, and only these count as bought."
      ],
      ["新商品命中率", "同上，清单仅含该客户从未购买的商品，且仅这些商品的购买计为命中。"],
      ["mart_recommendation_test", "scope"]
    ),
    term(
      "new-category",
      [
        "New category to offer",
        "Customers with a product of a category that they never bought among their first three new products. The table of products counts the first one alone."
      ],
      ["可推荐新类别", "前三件推荐新品中含其从未购买类别的客户数；商品表仅计首件新品。"],
      ["mart_basket_summary", "cross_sell_customers"]
    ),
    term(
      "due-again",
      [
        "Due again",
        "A customer and a product that they bought on at least three days, where the median gap since the last is over or will be within the days ahead; no longer once 2.5 gaps have passed."
      ],
      ["到期复购", "同一客户至少三天购买过的商品，距上次购买已满或即将满其间隔中位数；超过 2.5 个间隔后不再列入。"],
      ["mart_replenishment_due", "state"]
    )
  ]
};
