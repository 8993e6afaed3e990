import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {compareMethods, forgetHistory, stages} from "../baskets/recommend/compare.ts";
import {methods, scopes} from "../baskets/recommend/methods.ts";
import {recommendVersion} from "../baskets/recommend/version.ts";
import {createFromRows} from "../createFromRows.ts";
import {model} from "../model.ts";
import {intAsOf} from "./int_as_of.ts";
import {intBasketItem} from "./int_basket_item.ts";

/**
 * What came of lists of ten items that each method would have shown on past days, one row per scope, method and stage.
 *
 * Three horizons that touch end with as_of: the first is learnt from, the second (choose) chooses the method whose lists had most items bought, the
 * third (test) is reported. None where history is shorter than four horizons or nobody bought twice.
 */
export const intRecommendationTest = model({
  name: "int_recommendation_test",
  title: {
    en: "What came of lists of ten items, one row per scope, method and stage.",
    zh: "十件商品推荐清单的检验，每个范围、方法与阶段一行。"
  },
  from: [intAsOf, intBasketItem],
  grain: ["scope", "method", "stage"],
  columns: z.strictObject({
    scope: c.oneOf(
      scopes,
      "Among all items, or among those never bought by the customer.",
      "全部商品，或客户从未购买的商品。"
    ),
    method: c.oneOf(
      methods,
      "popularity: customers of the last 30 days; repeat: own purchase days; rhythm: own purchases, each weighing half after 90 days; item_item: nearness to what was bought; learned: a logistic regression on all of these.",
      "popularity 为近 30 天购买人数，repeat 为自身购买天数，rhythm 为按 90 天半衰期加权的自身购买，item_item 为与已购商品的相近度，learned 为综合以上的逻辑回归。"
    ),
    stage: c.oneOf(
      stages,
      "choose: decided which method is used; test: reported only.",
      "choose 用于选择方法，test 仅用于报告。"
    ),
    from_on: c.day(
      "The day on which the lists were made: they know what came before.",
      "生成清单之日（只用此前数据）。"
    ),
    horizon_days: c.wholeDays("Days from it on within which a purchase counts.", "计入购买的天数。"),
    customers: c.count(
      "Customers who had bought before and bought within the horizon.",
      "此前买过且期内再次购买的客户数。"
    ),
    hits: c.count("Of them, whose list held an item that they then bought.", "其中清单命中的客户数。"),
    items_bought: c.count("Items of their lists that were bought.", "清单中被购买的商品数。"),
    items_recommended: c.count("Different items on the lists.", "清单中不同商品数。"),
    items_offered: c.count("Items sold in the 90 days before.", "此前 90 天在售商品数。"),
    gain_popularity: c
      .number("Share of customers hit, minus that of popularity.", "命中率减去按热度推荐的命中率。")
      .nullable(),
    gain_popularity_low: c.number("Lower end of its 95 % interval, paired.", "配对 95% 区间下限。").nullable(),
    gain_popularity_high: c.number("Upper end of its 95 % interval, paired.", "配对 95% 区间上限。").nullable(),
    gain_repeat: c
      .number("Share of customers hit, minus that of plain repeat.", "命中率减去简单复购的命中率。")
      .nullable(),
    gain_repeat_low: c.number("Lower end of its 95 % interval, paired.", "配对 95% 区间下限。").nullable(),
    gain_repeat_high: c.number("Upper end of its 95 % interval, paired.", "配对 95% 区间上限。").nullable(),
    is_chosen: c.flag("Makes the recommendations of its scope.", "该范围实际采用的方法。"),
    weights: c
      .text(
        "JSON: the regression learnt from the last closed horizon, for what is recommended now.",
        "JSON：由最近已结束期学得的回归系数，用于当前推荐。"
      )
      .nullable()
  }),
  procedure: {
    version: () => [1, recommendVersion],
    make: async ({warehouse, table}) => {
      const {windows, verdicts, learnt} = await compareMethods(warehouse);
      await forgetHistory(warehouse);
      const rows = verdicts.map(({scope, method, stage, day, gains: {popularity, repeat}, isChosen, ...counts}) => ({
        scope,
        method,
        stage,
        from_on: day,
        horizon_days: windows.horizon,
        customers: counts.customers,
        hits: counts.hits,
        items_bought: counts.items,
        items_recommended: counts.recommended,
        items_offered: counts.offered,
        gain_popularity: popularity?.gain ?? null,
        gain_popularity_low: popularity?.low ?? null,
        gain_popularity_high: popularity?.high ?? null,
        gain_repeat: repeat?.gain ?? null,
        gain_repeat_low: repeat?.low ?? null,
        gain_repeat_high: repeat?.high ?? null,
        is_chosen: isChosen,
        weights: method === "learned" && learnt ? JSON.stringify(learnt) : null
      }));
      await createFromRows(intRecommendationTest, rows, {warehouse, table});
    }
  }
});
