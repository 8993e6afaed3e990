import type {Expression} from "kysely";
import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {fromParts, inParts} from "../exact.ts";
import {intLeadForecast} from "../intermediate/int_lead_forecast.ts";
import {intLeadModel} from "../intermediate/int_lead_model.ts";
import {leadMoments, type LeadMoment} from "../intermediate/leadMoments.ts";
import {chanceGroups, leadMethods, meanGains, methodChances} from "../leads/methodChances.ts";
import {model} from "../model.ts";
import {nth} from "../nth.ts";
import {rankedWithin} from "../rankedWithin.ts";
import {aucErrorOf, aucOf, averagePrecisionOf, losses, lossOf, rankedOf, topLiftOf} from "../rankingMeasures.ts";
import * as s from "../sql.ts";
import {LEAST_AUC, LEAST_SKILL} from "./churnChoice.ts";

const moments = ["all", ...leadMoments] as const;
type Moment = "all" | LeadMoment;
const z95 = 1.959963984540054;

/**
 * How well each method foretold conversion, one row per method and moment at which leads were looked at, and one for all moments.
 *
 * Tested are the leads of int_lead_forecast, each foretold by what had been learnt before (split by time). Methods: a logistic
 * regression, a tree ensemble, the rate of the lead's source at that moment, and that of all leads (base). AUC is the share of pairs
 * of one moment ranked rightly, ties half, its error DeLong's; PR AUC is average precision; Brier score and log loss are means. All: means
 * of the moments weighted by leads; the same leads stand at several moments, so their errors are taken to go together, an upper bound.
 * A model is used that is fitted today, has AUC from 0.6 with an interval over 0.5, a Brier score at least 2 % under that of base and under
 * that of source; of two, the one with the smaller Brier score.
 */
export const martLeadMethod = model({
  name: "mart_lead_method",
  title: {
    en: "How well each method foretold conversion, one row per method and moment.",
    zh: "各方法对转换的预测效果，每种方法每个时点一行。"
  },
  from: [intLeadForecast, intLeadModel],
  grain: ["method", "moment"],
  columns: z.strictObject({
    method: c.oneOf(leadMethods, "How it was foretold.", "预测方法。"),
    moment: c.oneOf(moments, "At which age; all: over all of them.", "观察时点；all 为全部。"),
    leads: c.count("Leads tested, each once per moment.", "检验线索数（每个时点计一次）。"),
    converted: c.count("Of them converted within the horizon.", "其中转换数。"),
    auc: c.share("Area under the ROC curve.", "ROC 曲线下面积。").nullable(),
    auc_low: c.share("Lower end of its 95 % interval.", "区间下限。").nullable(),
    auc_high: c.share("Upper end of its interval.", "区间上限。").nullable(),
    pr_auc: c.share("Area under the precision–recall curve.", "PR 曲线下面积。").nullable(),
    brier: c.share("Brier score.", "Brier 得分。"),
    brier_skill: c.number("1 − Brier score ÷ that of base.", "1 − Brier 得分÷总体转换率的 Brier 得分。").nullable(),
    log_loss: c.number("Log loss.", "对数损失。"),
    lift_top_tenth: c
      .number("Conversion of the best tenth ÷ that of all.", "最高十分之一的转换率÷总体转换率。")
      .nullable(),
    source_gain: c.number("Brier score of source less the own.", "来源转换率的 Brier 得分减去自身。"),
    source_gain_low: c.number("Lower end of its 95 % interval.", "区间下限。").nullable(),
    source_gain_high: c.number("Upper end of its interval.", "区间上限。").nullable(),
    is_used: c.flag("The method whose chances are published.", "是否为所采用的方法。")
  }),
  query: (db) =>
    db
      .with("told", (db) => methodChances(db))
      .with("foretold", (db) => chanceGroups(db))
      .with("gained", (db) => meanGains(db))
      .with("ranked", (db) => rankedWithin(db, "foretold", ["n", "moment"]))
      .with("measured", (db) =>
        db
          .selectFrom("ranked")
          .groupBy(["n", "moment"])
          .select(({ref}) => {
            const row = rankedOf(ref);
            const brier = lossOf(row, losses.brier);
            return [
              ref("n").as("n"),
              ref("moment").as("moment"),
              s.max(row.all_customers).as("leads"),
              s.max(row.all_churned).as("converted"),
              aucOf(row).as("auc"),
              aucErrorOf(row).as("auc_error"),
              averagePrecisionOf(row).as("pr_auc"),
              brier.mean.$notNull().as("brier"),
              lossOf(row, losses.logLoss).mean.$notNull().as("log_loss"),
              topLiftOf(row).as("lift")
            ];
          })
      )
      .with("parts", (db) =>
        db
          .selectFrom("measured")
          .innerJoin("gained", (on) => on.onRef("gained_n", "=", "n").onRef("gained_moment", "=", "moment"))
          .crossJoin(s.series(0, 1, "row"))
          .select(({ref}) => [
            "measured.n",
            s.when(s.compare(ref("row.n"), "=", s.num(0)), s.text<string>("all"), ref("moment")).as("moment"),
            "leads",
            "converted",
            "auc",
            "auc_error",
            "pr_auc",
            "brier",
            "log_loss",
            "lift",
            "gain",
            "gain_error"
          ])
      )
      .with("whole", (db) =>
        db
          .selectFrom("parts")
          .groupBy(["n", "moment"])
          .select(({ref}) => {
            const mean = (x: Expression<number | null>) =>
              s.ratio(
                fromParts(s.sum(s.multiply(inParts(x, 1e9), ref("leads"))), 1e9),
                s.sum(s.onlyWhen(s.isKnown(x), ref("leads")))
              );
            return [
              "n",
              "moment",
              s.toBigint(s.sum(ref("leads"))).as("leads"),
              s.toBigint(s.sum(ref("converted"))).as("converted"),
              mean(ref("auc")).as("auc"),
              mean(ref("auc_error")).as("auc_error"),
              mean(ref("pr_auc")).as("pr_auc"),
              mean(ref("brier")).$notNull().as("brier"),
              mean(ref("log_loss")).$notNull().as("log_loss"),
              mean(ref("lift")).as("lift"),
              mean(ref("gain")).$notNull().as("gain"),
              mean(ref("gain_error")).as("gain_error")
            ];
          })
      )
      .with("base", (db) =>
        db
          .selectFrom("whole")
          .where("n", "=", leadMethods.indexOf("base") + 1)
          .select(({ref}) => [ref("moment").as("base_moment"), ref("brier").as("base_brier")])
      )
      .with("judged", (db) =>
        db
          .selectFrom("whole as own")
          .innerJoin("base", "base_moment", "moment")
          .leftJoin("int_lead_model as model", (on) =>
            on.on(({ref}) => s.compare(ref("model.method"), "=", nth(leadMethods, ref("n"))))
          )
          .selectAll("own")
          .select(({ref}) => {
            const skill = s.subtract(s.num(1), s.ratio(ref("brier"), ref("base_brier")));
            const low = s.subtract(ref("auc"), s.multiply(s.num(z95), ref("auc_error")));
            return [
              skill.as("brier_skill"),
              s
                .coalesce(
                  s.both(
                    s.compare(ref("state"), "=", s.text("fitted")),
                    s.compare(ref("moment"), "=", s.text("all")),
                    s.compare(ref("auc"), ">=", s.num(LEAST_AUC)),
                    s.compare(low, ">", s.num(0.5)),
                    s.compare(skill, ">=", s.num(LEAST_SKILL)),
                    s.compare(ref("gain"), ">", s.num(0))
                  ),
                  s.no
                )
                .as("is_usable")
            ];
          })
      )
      .with("best", (db) =>
        db
          .selectFrom("judged")
          .where("is_usable", "=", true)
          .select(({ref}) => [
            ref("n").as("best_n"),
            s.ordered(s.rowNumber(), {orderBy: [ref("brier"), ref("n")]}).as("place")
          ])
      )
      .selectFrom("judged")
      .leftJoin("best", (on) => on.onRef("best_n", "=", "n").on("place", "=", 1))
      .select(({ref}) => {
        const margin = s.multiply(s.num(z95), ref("auc_error"));
        const isKnown = s.isKnown(margin);
        const gainMargin = s.multiply(s.num(z95), ref("gain_error"));
        return [
          nth(leadMethods, ref("n")).$castTo<(typeof leadMethods)[number]>().as("method"),
          ref("moment").$castTo<Moment>().as("moment"),
          "leads",
          "converted",
          "auc",
          s
            .onlyWhen(isKnown, s.greatest<number | null>(s.subtract(ref("auc"), margin), s.toDouble(s.num(0))))
            .as("auc_low"),
          s.onlyWhen(isKnown, s.least<number | null>(s.add(ref("auc"), margin), s.toDouble(s.num(1)))).as("auc_high"),
          "pr_auc",
          "brier",
          "brier_skill",
          "log_loss",
          ref("lift").as("lift_top_tenth"),
          ref("gain").as("source_gain"),
          s.subtract(ref("gain"), gainMargin).as("source_gain_low"),
          s.add(ref("gain"), gainMargin).as("source_gain_high"),
          s.isKnown(ref("best_n")).as("is_used")
        ];
      })
});
