import type {Expression} from "kysely";
import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {unknownGroup} from "../cohortDimensions.ts";
import {scales} from "../feedback/verdict.ts";
import {intCustomerStage} from "../intermediate/int_customer_stage.ts";
import {intFeedbackAsked} from "../intermediate/int_feedback_asked.ts";
import {wilsonHigh, wilsonLow} from "../intervals.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {martAbc} from "./mart_abc.ts";
import {martRfm} from "./mart_rfm.ts";

export const biasDimensions = ["segment", "tier", "stage", "tenure"] as const;
export type BiasDimension = (typeof biasDimensions)[number];

/** Days since the first order, in bands. */
const tenures = [
  [730, "730+"],
  [365, "365-729"],
  [90, "90-364"],
  [0, "0-89"]
] as const;

/**
 * Who answers the NPS question and who does not, one row per dimension and group of customers who could have.
 *
 * Those are the customers invited in the last 365 days, where no invitation is known all who have ever ordered; a customer counts once, with the
 * last answer of these days. The ratio is the group's share of those who answered ÷ its share of all: above 1 it is heard more than its
 * number. Its interval is Wilson's of the answered share at 95 %. Groups are those of today.
 */
export const martResponseBias = model({
  name: "mart_response_bias",
  title: {
    en: "Who answers and who does not, one row per dimension and group.",
    zh: "谁作答、谁没有，每个维度每组一行。"
  },
  from: [intCustomerStage, intFeedbackAsked, martAbc, martRfm],
  grain: ["dimension", "value"],
  columns: z.strictObject({
    dimension: c.oneOf(biasDimensions, "What customers are grouped by.", "分组维度。"),
    value: c.text("The group; of tenure, days since the first order.", "分组；tenure 为距首单天数。"),
    customers: c.count("Customers who could have answered.", "可能作答的客户数。"),
    answered: c.count("Of them, those who answered.", "其中作答者。"),
    promoters: c.count("Of those, 9 or 10.", "其中推荐者（9–10）。"),
    detractors: c.count("Of those, 0 to 6.", "其中贬损者（0–6）。"),
    share: c.share("Share of all customers who could have answered.", "占可作答客户的比例。"),
    answered_share: c
      .share("Share of those who answered; null: nobody did.", "占作答者的比例；无人作答为空。")
      .nullable(),
    ratio: c.number("Answered share ÷ share.", "代表比：作答者占比÷客户占比。").nullable(),
    low: c.number("Lower end of its 95 % interval.", "95% 区间下限。").nullable(),
    high: c.number("Upper end of its 95 % interval.", "95% 区间上限。").nullable(),
    nps: c.number("Net promoter score of those who answered.", "作答者的净推荐值。").nullable()
  }),
  query: (db) =>
    db
      .with("described", (db) =>
        db
          .selectFrom("int_feedback_asked as asked")
          .leftJoin("mart_rfm", "mart_rfm.customer_id", "asked.customer_id")
          .leftJoin("mart_abc", "mart_abc.customer_id", "asked.customer_id")
          .leftJoin("int_customer_stage as life", "life.customer_id", "asked.customer_id")
          .select(({ref}) => {
            const or = (x: Expression<string | null>) => s.coalesce(x, s.text(unknownGroup));
            const tenure = tenures.reduceRight<s.Value<string>>(
              (otherwise, [from, name]) =>
                s.when(s.compare(ref("tenure_days"), ">=", s.num(from)), s.text(name), otherwise),
              s.text(unknownGroup)
            );
            return [
              "nps_score",
              or(ref("mart_rfm.segment")).as("segment"),
              or(ref("abc_class")).as("tier"),
              or(ref("stage")).as("stage"),
              tenure.as("tenure")
            ];
          })
      )
      .with("spread", (db) => {
        const rows = (dimension: BiasDimension) =>
          db
            .selectFrom("described")
            .select(({ref}) => [
              s.text(dimension).$castTo<BiasDimension>().as("dimension"),
              ref(dimension).as("value"),
              "nps_score"
            ]);
        const [first, ...rest] = biasDimensions.map(rows);
        return rest.reduce((union, next) => union.unionAll(next), first!);
      })
      .with("counted", (db) =>
        db
          .selectFrom("spread")
          .groupBy(["dimension", "value"])
          .select(({ref}) => {
            const those = (condition: s.Value<boolean>) => s.count(s.onlyWhen(condition, s.yes));
            return [
              "dimension",
              "value",
              s.countRows().as("customers"),
              s.count(ref("nps_score")).as("answered"),
              those(s.compare(ref("nps_score"), ">=", s.num(scales.nps.favourable))).as("promoters"),
              those(s.compare(ref("nps_score"), "<=", s.num(scales.nps.unfavourable))).as("detractors")
            ];
          })
      )
      .with("totalled", (db) =>
        db
          .selectFrom("counted")
          .selectAll()
          .select(({ref}) => [
            s.overall(s.sum(ref("customers")), ref("dimension")).as("all_customers"),
            s.overall(s.sum(ref("answered")), ref("dimension")).as("all_answered")
          ])
      )
      .selectFrom("totalled")
      .select(({ref}) => {
        const share = s.ratio(ref("customers"), ref("all_customers"));
        const answeredShare = s.ratio(ref("answered"), ref("all_answered"));
        const end = (side: typeof wilsonLow) =>
          s.onlyWhen(
            s.compare(ref("all_answered"), ">", s.num(0)),
            s.ratio(side(ref("answered"), ref("all_answered")), share)
          );
        return [
          "dimension",
          "value",
          "customers",
          "answered",
          "promoters",
          "detractors",
          share.$notNull().as("share"),
          answeredShare.as("answered_share"),
          s.ratio(answeredShare, share).as("ratio"),
          end(wilsonLow).as("low"),
          end(wilsonHigh).as("high"),
          s.ratio(s.multiply(s.num(100), s.subtract(ref("promoters"), ref("detractors"))), ref("answered")).as("nps")
        ];
      })
});
