import type {Locale} from "../../format/locale.ts";
import type {DueRow, RhythmRow, Summary, TestRow} from "./rows.ts";

/** What a way to recommend is called. */
export const methodName = (method: TestRow["method"], {t}: Locale): string =>
  ({
    popularity: t("Popularity of 30 days", "近 30 天热度"),
    repeat: t("Plain repeat", "简单复购"),
    rhythm: t("Recent purchases", "近期购买"),
    item_item: t("Item to item", "商品相近度"),
    learned: t("Learned from all of these", "综合学习")
  })[method];

/** Where a customer stands in the rhythm of an item. */
export const rhythmName = (state: RhythmRow["state"] | DueRow["state"], {t}: Locale): string =>
  ({
    early: t("not due yet", "未到期"),
    soon: t("due soon", "即将到期"),
    due: t("due", "已到期"),
    late: t("late", "超期"),
    broken: t("rhythm broken", "节奏中断")
  })[state];

/** Why no rule can be given, and what to do. */
export const noRules = (state: Summary["state"], {t, f}: Locale, summary?: Summary): [string, string] => {
  const states: Record<Summary["state"], [string, string]> = {
    ready: ["", ""],
    no_orders: [
      t("No orders", "没有订单"),
      t(
        "Add exports of kind orders and order_lines, then run perennial run.",
        "请添加 orders 与 order_lines 类型的导出，再运行 perennial run。"
      )
    ],
    no_items: [
      t("No line names a product", "明细没有商品"),
      t(
        "Add an export of kind order_lines, or map product_id or product_name in it, then run perennial run.",
        "请添加 order_lines 类型的导出，或映射其 product_id 或 product_name，再运行 perennial run。"
      )
    ],
    one_item: [
      t("There is one product only", "仅有一种商品"),
      t(
        "Nothing can be bought together with it; check the map of product_id if there should be more.",
        "没有可同购的商品；若应有更多，请检查 product_id 的映射。"
      )
    ],
    one_item_baskets: [
      t("No basket holds two products", "没有同时购买两种商品的订单"),
      t(
        "Every order is of one product, so nothing is bought together. If orders should have several lines, check that order_id is that of the order, not of the line.",
        "每单仅一种商品，因此没有同购。若订单应有多行，请检查 order_id 是否为订单号而非明细号。"
      )
    ],
    too_few: [
      t("No pair is bought together often enough", "没有足够频繁的商品对"),
      t(
        `The largest basket holds ${f.count(summary?.largest_basket)} products, but no two of them are in ten baskets or in the share that baskets.min_support asks for. Lower min_support, or wait for more orders.`,
        `最大的购物篮有 ${f.count(summary?.largest_basket)} 种商品，但没有任意两种同时出现在十个购物篮或 baskets.min_support 所要求的比例中。请降低 min_support 或等待更多订单。`
      )
    ]
  };
  return states[state];
};

/** Why recommendations could not be tested. */
export const notTested = (state: Summary["recommend_state"], {t}: Locale): [string, string] => {
  const states: Record<Summary["recommend_state"], [string, string]> = {
    tested: ["", ""],
    no_customers: [
      t("No buyer is known", "购买者未知"),
      t(
        "Orders name no customer: map customer_key, email or phone in them.",
        "订单没有客户：请映射 customer_key、email 或 phone。"
      )
    ],
    nobody_returned: [
      t("Nobody has bought on two days", "没有客户在两天购买"),
      t(
        "There is no next purchase to learn from or to test on; what is shown follows what is popular and what is near.",
        "没有可学习或检验的再次购买；所示按热度与相近度给出。"
      )
    ],
    one_item: [
      t("There is one product only", "仅有一种商品"),
      t("There is nothing to choose from.", "没有可选择的商品。")
    ],
    too_short: [
      t("History is too short to test", "历史过短，无法检验"),
      t(
        "Four horizons of at least 14 days are needed: to look back, learn, choose and report. Until then recent purchases and item to item are used, untested.",
        "需要四个不短于 14 天的期间：回看、学习、选择与报告。此前采用未经检验的近期购买与商品相近度。"
      )
    ]
  };
  return states[state];
};
