import type {Expression} from "kysely";
import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {exactMean} from "../exact.ts";
import {methods} from "../intermediate/int_churn_foretold.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intChurnGroup} from "../intermediate/int_churn_group.ts";
import {intChurnModel} from "../intermediate/int_churn_model.ts";
import {wilsonHigh, wilsonLow} from "../intervals.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {tMargin} from "../studentT.ts";
import {LEAST_AUC, LEAST_SKILL, recurs} from "./churnChoice.ts";
import {martChurnBacktest} from "./mart_churn_backtest.ts";

const z95 = 1.959963984540054;

/**
 * How well each method foretold churn over all tested snapshots, one row per method.
 *
 * Every measure is the mean over the snapshots, each counting once. Tested snapshots hold much the same customers, so their errors are taken
 * to go together: the intervals of AUC, Brier score and log loss use the mean of the snapshots' standard errors, an upper bound; that of
 * the precision is Wilson's for the calls of one snapshot. That of PR AUC and those of the gains over recency and over one share for
 * everybody are t intervals over snapshots; there is none with a single snapshot, which cannot say how much another would differ. A
 * model is used that was fitted, has mean AUC from 0.6 and a Brier score at least 2 % under that of one share for everybody, and below
 * that of recency; of two, the one with the smaller Brier score. None is used where more than 98 % of the customers have one purchase day.
 */
export const martChurnMethod = model({
  name: "mart_churn_method",
  title: {
    en: "How well each method foretold churn over all tested snapshots, one row per method.",
    zh: "各方法在全部检验快照上的预测效果，每种方法一行。"
  },
  from: [intAsOf, intChurnGroup, intChurnModel, martChurnBacktest],
  grain: ["method"],
  columns: z.strictObject({
    method: c.oneOf(methods, "How it was foretold.", "预测方法。"),
    snapshots: c.count("Tested snapshots.", "检验快照数。"),
    customers: c.count("Customer-snapshots tested.", "检验的客户快照数。"),
    churned: c.count("Of them churned.", "其中流失。"),
    calls: c.count("Calls of five days.", "五天可联系的客户数。"),
    auc: c.share("Mean area under the ROC curve.", "ROC 曲线下面积均值。").nullable(),
    auc_low: c.share("Lower end of its 95 % interval.", "区间下限。").nullable(),
    auc_high: c.share("Upper end of its interval.", "区间上限。").nullable(),
    pr_auc: c.share("Mean area under the precision–recall curve.", "PR 曲线下面积均值。").nullable(),
    pr_auc_low: c
      .share("Lower end of its 95 % interval; null with one snapshot.", "区间下限；仅一个快照时为空。")
      .nullable(),
    pr_auc_high: c.share("Upper end of its interval.", "区间上限。").nullable(),
    brier: c.share("Mean Brier score.", "Brier 得分均值。"),
    brier_low: c.share("Lower end of its 95 % interval.", "区间下限。").nullable(),
    brier_high: c.share("Upper end of its interval.", "区间上限。").nullable(),
    brier_skill: c
      .number("1 − Brier score ÷ that of one share for everybody.", "1 − Brier 得分÷统一流失率的 Brier 得分。")
      .nullable(),
    log_loss: c.number("Mean log loss.", "对数损失均值。"),
    log_loss_low: c.number("Lower end of its 95 % interval.", "区间下限。").nullable(),
    log_loss_high: c.number("Upper end of its interval.", "区间上限。").nullable(),
    precision_at_calls: c.share("Mean share of leavers among the calls.", "可联系客户中流失占比的均值。"),
    precision_low: c.share("Lower end of its 95 % interval.", "区间下限。"),
    precision_high: c.share("Upper end of its interval.", "区间上限。"),
    lift_top_tenth: c.number("Mean lift of the riskiest tenth.", "最高风险十分之一提升度的均值。").nullable(),
    auc_gain: c.number("Mean AUC less that of recency alone.", "AUC 减去仅用近度的 AUC，均值。").nullable(),
    auc_gain_low: c
      .number("Lower end of its 95 % interval; null with one snapshot.", "区间下限；仅一个快照时为空。")
      .nullable(),
    auc_gain_high: c.number("Upper end of its interval.", "区间上限。").nullable(),
    brier_gain: c
      .number("Mean Brier score of recency alone less the own.", "仅用近度的 Brier 得分减去自身，均值。")
      .nullable(),
    brier_gain_low: c
      .number("Lower end of its 95 % interval; null with one snapshot.", "区间下限；仅一个快照时为空。")
      .nullable(),
    brier_gain_high: c.number("Upper end of its interval.", "区间上限。").nullable(),
    base_gain: c
      .number("Mean Brier score of one share for everybody less the own.", "统一流失率的 Brier 得分减去自身，均值。")
      .nullable(),
    base_gain_low: c
      .number("Lower end of its 95 % interval; null with one snapshot.", "区间下限；仅一个快照时为空。")
      .nullable(),
    base_gain_high: c.number("Upper end of its interval.", "区间上限。").nullable(),
    is_skilled: c.flag(
      "AUC from 0.6 and Brier score at least 2 % under that of one share.",
      "AUC 不低于 0.6，且 Brier 得分至少低 2%。"
    ),
    is_used: c.flag("The method whose risks are published.", "所采用的方法。")
  }),
  query: (db) =>
    db
      .with("recency", (db) =>
        db
          .selectFrom("mart_churn_backtest")
          .where("method", "=", "recency")
          .select(({ref}) => [
            ref("snapshot_on").as("recency_on"),
            ref("auc").as("recency_auc"),
            ref("brier").as("recency_brier")
          ])
      )
      .with("base", (db) =>
        db
          .selectFrom("mart_churn_backtest")
          .where("method", "=", "base")
          .select(({ref}) => [ref("snapshot_on").as("base_on"), ref("brier").as("base_brier")])
      )
      .with("paired", (db) =>
        db
          .selectFrom("mart_churn_backtest as own")
          .leftJoin("recency", "recency_on", "snapshot_on")
          .leftJoin("base", "base_on", "snapshot_on")
          .selectAll("own")
          .select(({ref}) => [
            "base_brier",
            s.subtract(ref("auc"), ref("recency_auc")).as("auc_gain"),
            s.subtract(ref("recency_brier"), ref("brier")).as("brier_gain"),
            s.subtract(ref("base_brier"), ref("brier")).as("base_gain")
          ])
      )
      .with("pooled", (db) =>
        db
          .selectFrom("paired")
          .groupBy("method")
          .select(({ref}) => {
            const mean = <const A extends string>(column: Averaged, alias: A) => exactMean(ref(column)).as(alias);
            const margin = <const A extends string>(column: Varying, alias: A) => tMargin(ref(column)).as(alias);
            return [
              "method",
              s.countRows().as("snapshots"),
              s.toBigint(s.sum(ref("customers"))).as("customers"),
              s.toBigint(s.sum(ref("churned"))).as("churned"),
              s.max(ref("calls")).as("calls"),
              mean("auc", "auc"),
              mean("auc_error", "auc_error"),
              mean("pr_auc", "pr_auc"),
              margin("pr_auc", "pr_auc_margin"),
              mean("brier", "brier"),
              mean("brier_error", "brier_error"),
              mean("base_brier", "base_brier"),
              mean("log_loss", "log_loss"),
              mean("log_loss_error", "log_loss_error"),
              mean("precision_at_calls", "precision_at_calls"),
              mean("lift_top_tenth", "lift_top_tenth"),
              mean("auc_gain", "auc_gain"),
              margin("auc_gain", "auc_gain_margin"),
              mean("brier_gain", "brier_gain"),
              margin("brier_gain", "brier_gain_margin"),
              mean("base_gain", "base_gain"),
              margin("base_gain", "base_gain_margin")
            ];
          })
      )
      .with("buyers", (db) =>
        db
          .selectFrom("int_churn_group")
          .innerJoin("int_as_of", "as_of_on", "snapshot_on")
          .select(({ref}) =>
            recurs(s.sum(ref("repeat_customers")), s.sum(ref("int_churn_group.customers"))).as("recurs")
          )
      )
      .with("models", (db) => db.selectFrom("int_churn_model").select(({ref}) => [ref("method").as("model"), "state"]))
      .with("judged", (db) =>
        db
          .selectFrom("pooled")
          .crossJoin("buyers")
          .leftJoin("models", "model", "method")
          .selectAll("pooled")
          .select(({ref}) => {
            const skill = s.subtract(s.num(1), s.ratio(ref("brier"), ref("base_brier")));
            const isSkilled = s.coalesce(
              s.both(s.compare(ref("auc"), ">=", s.num(LEAST_AUC)), s.compare(skill, ">=", s.num(LEAST_SKILL))),
              s.no
            );
            const isFitted = s.compare(ref("state"), "=", s.text("fitted"));
            return [
              skill.as("brier_skill"),
              isSkilled.as("is_skilled"),
              s
                .coalesce(s.both(isSkilled, isFitted, ref("recurs"), s.compare(ref("brier_gain"), ">", s.num(0))), s.no)
                .as("is_usable")
            ];
          })
      )
      .with("placed", (db) =>
        db
          .selectFrom("judged")
          .selectAll()
          .select(({ref}) => {
            const last = s.when(ref("is_usable"), s.num(0), s.num(1));
            return s.ordered(s.rowNumber(), {orderBy: [last, ref("brier"), ref("method")]}).as("place");
          })
      )
      .selectFrom("placed")
      .select(({ref}) => {
        const ends = <const A extends string>(
          column: Bounded,
          margin: Expression<number | null>,
          alias: A,
          isShare: boolean
        ) => {
          const [low, high] = [s.subtract(ref(column), margin), s.add(ref(column), margin)];
          const isKnown = s.isKnown(margin);
          const floor = s.onlyWhen(isKnown, s.greatest<number | null>(low, s.toDouble(s.num(0))));
          const ceiling = s.onlyWhen(isKnown, s.least<number | null>(high, s.toDouble(s.num(1))));
          return [(isShare ? floor : low).as(`${alias}_low`), (isShare ? ceiling : high).as(`${alias}_high`)] as const;
        };
        const errors = (column: "auc_error" | "brier_error" | "log_loss_error") => s.multiply(s.num(z95), ref(column));
        const called = s.multiply(ref("precision_at_calls").$notNull(), ref("calls"));
        return [
          "method",
          "snapshots",
          "customers",
          "churned",
          "calls",
          "auc",
          ...ends("auc", errors("auc_error"), "auc", true),
          "pr_auc",
          ...ends("pr_auc", ref("pr_auc_margin"), "pr_auc", true),
          ref("brier").$notNull().as("brier"),
          ...ends("brier", errors("brier_error"), "brier", true),
          "brier_skill",
          ref("log_loss").$notNull().as("log_loss"),
          ...ends("log_loss", errors("log_loss_error"), "log_loss", false),
          ref("precision_at_calls").$notNull().as("precision_at_calls"),
          wilsonLow(called, ref("calls")).as("precision_low"),
          wilsonHigh(called, ref("calls")).as("precision_high"),
          "lift_top_tenth",
          "auc_gain",
          ...ends("auc_gain", ref("auc_gain_margin"), "auc_gain", false),
          "brier_gain",
          ...ends("brier_gain", ref("brier_gain_margin"), "brier_gain", false),
          "base_gain",
          ...ends("base_gain", ref("base_gain_margin"), "base_gain", false),
          "is_skilled",
          s.both(ref("is_usable"), s.compare(ref("place"), "=", s.num(1))).as("is_used")
        ];
      })
});

type Varying = "pr_auc" | "auc_gain" | "brier_gain" | "base_gain";
type Bounded = Varying | "auc" | "brier" | "log_loss";
type Averaged =
  Bounded | "auc_error" | "brier_error" | "log_loss_error" | "base_brier" | "precision_at_calls" | "lift_top_tenth";
