import type {Expression, QueryCreator} from "kysely";
import {unknownGroup} from "../cohortDimensions.ts";
import type {Verdict} from "../feedback/verdict.ts";
import type {intCustomerCategory} from "../intermediate/int_customer_category.ts";
import type {intCustomerProfile} from "../intermediate/int_customer_profile.ts";
import type {intFeedbackAnswer} from "../intermediate/int_feedback_answer.ts";
import type {Database} from "../model.ts";
import * as s from "../sql.ts";
import type {martAbc} from "./mart_abc.ts";
import type {martRfm} from "./mart_rfm.ts";

/** Groups of answers that follow each other, and groups of those of the last year that stand beside each other. */
const periods = ["survey", "month", "quarter"] as const;
export const groups = ["segment", "tier", "channel", "product", "language"] as const;
export const feedbackDimensions = ["all", ...periods, ...groups] as const;

export type FeedbackDimension = (typeof feedbackDimensions)[number];
const isPeriod = (dimension: FeedbackDimension) => (periods as readonly string[]).includes(dimension);

type Tables = Database<
  readonly [
    typeof intCustomerCategory,
    typeof intCustomerProfile,
    typeof intFeedbackAnswer,
    typeof martAbc,
    typeof martRfm
  ]
>;

/**
 * Answers counted by every dimension, one row per instrument, dimension and value: how many, of whom, what they say, Σ score and Σ score². Of
 * dimension all the values are windows, of months and quarters first days.
 */
export const answerSums = (engine: QueryCreator<any>) =>
  (engine as QueryCreator<Tables>)
    .with("described", (db) =>
      db
        .selectFrom("int_feedback_answer as answer")
        .leftJoin("mart_rfm", "mart_rfm.customer_id", "answer.customer_id")
        .leftJoin("mart_abc", "mart_abc.customer_id", "answer.customer_id")
        .leftJoin("int_customer_profile as profile", "profile.customer_id", "answer.customer_id")
        .leftJoin("int_customer_category as bought", (on) =>
          on.onRef("bought.customer_id", "=", "answer.customer_id").on("category_rank", "=", 1)
        )
        .select(({ref}) => {
          const or = (x: Expression<string | null>) => s.coalesce(x, s.text(unknownGroup));
          return [
            "answer.customer_id",
            "answered_on",
            "answer_window",
            "instrument",
            "score",
            "verdict",
            "survey",
            ref("answered_month").as("month_on"),
            s.quarter(ref("answered_on")).as("quarter_on"),
            or(ref("mart_rfm.segment")).as("segment"),
            or(ref("abc_class")).as("tier"),
            or(ref("acquisition_channel")).as("channel"),
            or(ref("bought.category")).as("product"),
            or(ref("answer_language")).as("language")
          ];
        })
    )
    .with("dated", (db) =>
      db
        .selectFrom("described")
        .selectAll()
        .select(({ref}) => [
          s.toType(ref("month_on"), "varchar").$castTo<string>().as("month"),
          s.toType(ref("quarter_on"), "varchar").$castTo<string>().as("quarter")
        ])
    )
    .with("said", (db) => {
      const rows = (dimension: FeedbackDimension) => {
        const valueOf = dimension === "all" ? "answer_window" : (dimension as "segment");
        return db
          .selectFrom("dated")
          .where(({ref}) =>
            isPeriod(dimension)
              ? s.isKnown(ref(dimension as "survey"))
              : s.compare(
                  ref("answer_window"),
                  dimension === "all" ? "<>" : "=",
                  s.text(dimension === "all" ? "earlier" : "year")
                )
          )
          .groupBy(["instrument", valueOf, "customer_id"])
          .select(({ref}) => {
            const those = (verdict: Verdict) =>
              s.count(s.onlyWhen(s.compare(ref("verdict"), "=", s.text(verdict)), s.yes));
            const begins =
              dimension === "month" || dimension === "quarter" ? ref(`${dimension}_on`) : ref("answered_on");
            return [
              "instrument",
              s.text(dimension).$castTo<FeedbackDimension>().as("dimension"),
              ref(valueOf).$castTo<string>().as("value"),
              "customer_id",
              s.min(begins).as("from_on"),
              s.min(ref("answered_on")).as("first_on"),
              s.max(ref("answered_on")).as("last_on"),
              s.countRows().as("answers"),
              those("favourable").as("favourable"),
              those("unfavourable").as("unfavourable"),
              s.toBigint(s.sum(ref("score"))).as("total"),
              s.toBigint(s.sum(s.multiply(ref("score"), ref("score")))).as("squares")
            ];
          });
      };
      const [first, ...rest] = feedbackDimensions.map(rows);
      return rest.reduce((union, next) => union.unionAll(next), first!);
    })
    .selectFrom("said")
    .groupBy(["instrument", "dimension", "value"])
    .select(({ref}) => {
      const total = (name: "answers" | "favourable" | "unfavourable" | "total" | "squares") =>
        s.toBigint(s.sum(ref(name))).as(name);
      return [
        "instrument",
        "dimension",
        "value",
        s.min(ref("from_on")).as("from_on"),
        s.min(ref("first_on")).as("first_on"),
        s.max(ref("last_on")).as("last_on"),
        s.count(ref("customer_id")).as("customers"),
        total("answers"),
        total("favourable"),
        total("unfavourable"),
        total("total"),
        total("squares")
      ];
    });
