import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {npsMargin} from "../intervals.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {biasDimensions, martResponseBias} from "./mart_response_bias.ts";

const counts = ["customers", "answered", "promoters", "detractors"] as const;

/** Groups with fewer answers are taken together: their own spread is not known. */
const leastAnswers = 10;

/**
 * The net promoter score as it would be if every group of customers were heard by its number, one row; none where nobody answered.
 *
 * By the dimension in which those who answered differ most from all: half the sum of |answered share − share|. Each group's score counts by its
 * share of customers (post-stratification); groups with fewer than 10 answers are taken together and have the spread of all answers. Groups
 * of whom nobody answered are left out where they stand alone, and covered_share says how many customers are not. The interval's variance is
 * Σ share² × the group's variance ÷ its answers. One answer, or answers all alike, have no spread: null. Source: Holt & Smith (1979).
 */
export const martNpsWeighted = model({
  name: "mart_nps_weighted",
  title: {
    en: "The net promoter score weighted by who could have answered, one row.",
    zh: "按可作答客户加权的净推荐值，共一行。"
  },
  from: [martResponseBias],
  grain: ["by"],
  columns: z.strictObject({
    by: c.oneOf(biasDimensions, "The dimension weighted by.", "加权维度。"),
    dissimilarity: c.share(
      "Share of those who answered who would have to be others for all to be heard alike.",
      "差异度：须替换多少比例的作答者才与客户构成一致。"
    ),
    customers: c.count("Customers who could have answered.", "可能作答的客户数。"),
    answered: c.count("Of them, those who answered.", "其中作答者。"),
    covered_share: c.share("Share of customers in groups that answered.", "所在分组有人作答的客户占比。"),
    nps: c.number("Score of those who answered.", "作答者的净推荐值。"),
    low: c.number("Lower end of its 95 % interval.", "95% 区间下限。").nullable(),
    high: c.number("Upper end of its 95 % interval.", "95% 区间上限。").nullable(),
    weighted_nps: c.number("The weighted score.", "加权净推荐值。"),
    weighted_low: c.number("Lower end of its 95 % interval.", "95% 区间下限。").nullable(),
    weighted_high: c.number("Upper end of its 95 % interval.", "95% 区间上限。").nullable()
  }),
  query: (db) =>
    db
      .with("apart", (db) =>
        db
          .selectFrom("mart_response_bias")
          .where("answered_share", "is not", null)
          .groupBy("dimension")
          .select(({ref}) => [
            ref("dimension").as("apart_dimension"),
            s
              .round(s.ratio(s.sum(s.abs(s.subtract(ref("answered_share"), ref("share")))), s.num(2)), 9)
              .as("dissimilarity")
          ])
      )
      .with("ranked", (db) =>
        db
          .selectFrom("apart")
          .selectAll()
          .select(({ref}) =>
            s
              .ordered(s.rowNumber(), {orderBy: [s.descending(ref("dissimilarity")), ref("apart_dimension")]})
              .as("place")
          )
      )
      .with("pooled", (db) =>
        db
          .selectFrom("mart_response_bias")
          .innerJoin("ranked", (on) => on.onRef("apart_dimension", "=", "dimension").on("place", "=", 1))
          .select(({ref}) => {
            const isSmall = s.compare(ref("answered"), "<", s.num(leastAnswers));
            return [
              "dimension",
              "dissimilarity",
              isSmall.as("is_small"),
              s.when(isSmall, s.text(""), ref("value")).as("pool"),
              ...counts
            ];
          })
      )
      .with("strata", (db) =>
        db
          .selectFrom("pooled")
          .groupBy(["dimension", "dissimilarity", "is_small", "pool"])
          .select(({ref}) => [
            "dimension",
            "dissimilarity",
            "is_small",
            ...counts.map((name) => s.toBigint(s.sum(ref(name))).as(name))
          ])
      )
      .with("totalled", (db) =>
        db
          .selectFrom("strata")
          .selectAll()
          .select(({ref}) => {
            const heard = s.onlyWhen(s.compare(ref("answered"), ">", s.num(0)), ref("customers"));
            return [
              ...counts.map((name) => s.toBigint(s.overall(s.sum(ref(name)))).as(`all_${name}`)),
              s.toBigint(s.overall(s.sum(heard))).as("heard_customers")
            ];
          })
      )
      .with("weighed", (db) =>
        db
          .selectFrom("totalled")
          .where("answered", ">", 0)
          .select(({ref}) => {
            const margin = (prefix: "" | "all_") =>
              npsMargin(ref(`${prefix}promoters`), ref(`${prefix}detractors`), ref(`${prefix}answered`));
            const spread = (x: s.Value<number | null>, n: "answered" | "all_answered") =>
              s.multiply(s.multiply(x, x), s.toDouble(ref(n)));
            const weight = s.ratio(ref("customers"), ref("heard_customers"));
            const score = s.ratio(
              s.multiply(s.num(100), s.subtract(ref("promoters"), ref("detractors"))),
              ref("answered")
            );
            const variance = s.ratio(
              s.when(ref("is_small"), spread(margin("all_"), "all_answered"), spread(margin(""), "answered")),
              ref("answered")
            );
            return [
              "dimension",
              "dissimilarity",
              "all_customers",
              "all_answered",
              "heard_customers",
              s
                .ratio(
                  s.multiply(s.num(100), s.subtract(ref("all_promoters"), ref("all_detractors"))),
                  ref("all_answered")
                )
                .as("score"),
              margin("all_").as("margin"),
              s.multiply(weight, score).as("part"),
              s.multiply(s.multiply(weight, weight), variance).as("variance")
            ];
          })
      )
      .with("summed", (db) =>
        db
          .selectFrom("weighed")
          .groupBy([
            "dimension",
            "dissimilarity",
            "all_customers",
            "all_answered",
            "heard_customers",
            "score",
            "margin"
          ])
          .select(({ref}) => [
            "dimension",
            "dissimilarity",
            "all_customers",
            "all_answered",
            "heard_customers",
            "score",
            "margin",
            s.round(s.sum(ref("part")), 9).as("weighted"),
            s.round(s.sqrt(s.sum(ref("variance"))), 9).as("weighted_margin")
          ])
      )
      .selectFrom("summed")
      .select(({ref}) => {
        const end = (score: "score" | "weighted", margin: "margin" | "weighted_margin", side: "low" | "high") => {
          const known = s.onlyWhen(s.compare(ref("margin"), ">", s.num(0)), ref(margin));
          const [least, most] = [s.toDouble(s.num(-100)), s.toDouble(s.num(100))];
          const at = side === "low" ? s.subtract(ref(score), known) : s.add(ref(score), known);
          const within = side === "low" ? s.greatest<number | null>(least, at) : s.least<number | null>(most, at);
          return s.onlyWhen(s.isKnown(at), within);
        };
        return [
          ref("dimension").as("by"),
          ref("dissimilarity").$notNull().as("dissimilarity"),
          ref("all_customers").as("customers"),
          ref("all_answered").as("answered"),
          s.ratio(ref("heard_customers"), ref("all_customers")).$notNull().as("covered_share"),
          ref("score").$notNull().as("nps"),
          end("score", "margin", "low").as("low"),
          end("score", "margin", "high").as("high"),
          ref("weighted").$notNull().as("weighted_nps"),
          end("weighted", "weighted_margin", "low").as("weighted_low"),
          end("weighted", "weighted_margin", "high").as("weighted_high")
        ];
      })
});
