import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {stages} from "../baskets/recommend/compare.ts";
import {methods, scopes} from "../baskets/recommend/methods.ts";
import {intRecommendationTest} from "../intermediate/int_recommendation_test.ts";
import {wilsonHigh, wilsonLow} from "../intervals.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";

/**
 * How good lists of ten items were, one row per scope, method and stage.
 *
 * The hit rate is the share of customers, of those who had bought before and bought within the horizon, whose list held an item that they then bought. The
 * method was chosen by the items bought in the stage before the one that is reported; what the regression weighs was learnt before either.
 */
export const martRecommendationTest = model({
  name: "mart_recommendation_test",
  title: {
    en: "How good lists of ten items were, one row per scope, method and stage.",
    zh: "推荐清单效果，每个范围、方法与阶段一行。"
  },
  from: [intRecommendationTest],
  grain: ["scope", "method", "stage"],
  columns: z.strictObject({
    scope: c.oneOf(
      scopes,
      "Among all items, or among those never bought by the customer.",
      "全部商品，或客户从未购买的商品。"
    ),
    method: c.oneOf(
      methods,
      "popularity: customers of the last 30 days; repeat: own purchase days, then the latest, then popularity; rhythm: own purchases, each weighing half after 90 days; item_item: nearness to what was bought; learned: a logistic regression on all of these.",
      "popularity 为近 30 天购买人数，repeat 为自身购买天数，rhythm 为按 90 天半衰期加权的自身购买，item_item 为与已购商品的相近度，learned 为综合以上的逻辑回归。"
    ),
    stage: c.oneOf(
      stages,
      "choose: decided which method is used; test: reported only.",
      "choose 用于选择方法，test 仅用于报告。"
    ),
    from_on: c.day("The day on which the lists were made.", "生成清单之日。"),
    horizon_days: c.wholeDays("Days from it on within which a purchase counts.", "计入购买的天数。"),
    customers: c.count(
      "Customers who had bought before and bought within the horizon.",
      "此前买过且期内再次购买的客户数。"
    ),
    hits: c.count("Of them, whose list held an item that they then bought.", "其中清单命中的客户数。"),
    hit_share: c.share("Hit rate at ten.", "十件命中率。"),
    hit_low: c.share("Lower end of its 95 % interval.", "95% 区间下限。"),
    hit_high: c.share("Upper end of its 95 % interval.", "95% 区间上限。"),
    items_per_customer: c.number(
      "Items of a list of ten that were bought, on average.",
      "每份清单中平均被购买的商品数。"
    ),
    coverage_share: c
      .share("Items on any list ÷ items sold in the 90 days before.", "覆盖率：出现在清单中的商品占在售商品之比。")
      .nullable(),
    gain_popularity: c
      .number("Hit rate less that of popularity, on the same customers.", "命中率减去按热度推荐的命中率。")
      .nullable(),
    gain_popularity_low: c.number("Lower end of its 95 % interval, paired.", "配对 95% 区间下限。").nullable(),
    gain_popularity_high: c.number("Upper end of its 95 % interval, paired.", "配对 95% 区间上限。").nullable(),
    gain_repeat: c
      .number("Hit rate less that of plain repeat, on the same customers.", "命中率减去简单复购的命中率。")
      .nullable(),
    gain_repeat_low: c.number("Lower end of its 95 % interval, paired.", "配对 95% 区间下限。").nullable(),
    gain_repeat_high: c.number("Upper end of its 95 % interval, paired.", "配对 95% 区间上限。").nullable(),
    is_chosen: c.flag("Makes the recommendations of its scope.", "该范围实际采用的方法。")
  }),
  query: (db) =>
    db
      .selectFrom("int_recommendation_test")
      .select(({ref}) => [
        "scope",
        "method",
        "stage",
        "from_on",
        "horizon_days",
        "customers",
        "hits",
        s.ratio(ref("hits"), ref("customers")).$notNull().as("hit_share"),
        wilsonLow(ref("hits"), ref("customers")).as("hit_low"),
        wilsonHigh(ref("hits"), ref("customers")).as("hit_high"),
        s.ratio(ref("items_bought"), ref("customers")).$notNull().as("items_per_customer"),
        s.ratio(ref("items_recommended"), ref("items_offered")).as("coverage_share"),
        "gain_popularity",
        "gain_popularity_low",
        "gain_popularity_high",
        "gain_repeat",
        "gain_repeat_low",
        "gain_repeat_high",
        "is_chosen"
      ])
});
