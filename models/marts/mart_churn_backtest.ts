import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {aucOf} from "./auc.ts";
import * as s from "../sql.ts";
import {martChurnFeatures} from "./mart_churn_features.ts";
import {martChurnForecast} from "./mart_churn_forecast.ts";

/**
 * How well past rates foretold churn, one row per tested snapshot.
 *
 * A snapshot is tested with the rates of the snapshots whose horizon had closed by its day, never with its own or later ones, once
 * those hold a thousand customer-snapshots. AUC is the Mann–Whitney share of pairs ranked rightly, ties half; Brier the mean squared error. Rates count in steps of 0.0001. The naive
 * baselines: recency alone (AUC) and the training share for everybody (Brier). Sources: Hanley & McNeil (1982), Brier (1950).
 */
export const martChurnBacktest = model({
  name: "mart_churn_backtest",
  title: {
    en: "How well past rates foretold churn, one row per tested snapshot.",
    zh: "历史流失率的预测效果回测，每个检验快照一行。"
  },
  from: [martChurnForecast, martChurnFeatures],
  grain: ["snapshot_on"],
  columns: z.strictObject({
    snapshot_on: c.day("The tested snapshot.", "检验快照日。"),
    customers: c.count("Customers in it.", "客户数。"),
    churned: c.count("Of them churned.", "其中流失。"),
    churn_share: c.share("Churned ÷ customers.", "流失率。"),
    trained_snapshots: c.count(
      "Customer-snapshots that the rates were learnt from: a customer counts once per snapshot.",
      "训练所用的客户快照数：每位客户在每个快照计一次。"
    ),
    rates_auc: c.share("AUC of the rate table.", "流失率表的 AUC。").nullable(),
    recency_auc: c.share("AUC of days since the last order alone.", "仅用近度的 AUC。").nullable(),
    rates_brier: c.share("Brier score of the rate table.", "流失率表的 Brier 得分。"),
    base_brier: c.share("Brier score of the training share for everybody.", "统一用训练期流失率的 Brier 得分。"),
    is_better_auc: c.flag("The rate table ranks better than recency alone.", "排序优于仅用近度。").nullable(),
    is_better_brier: c.flag("The rate table errs less than one share for everybody.", "误差小于统一流失率。")
  }),
  query: (db) =>
    db
      .with("by_risk", (db) =>
        db
          .selectFrom("mart_churn_forecast")
          .groupBy(["snapshot_on", "risk_10k"])
          .select(({ref}) => [
            ref("snapshot_on").as("snapshot_on"),
            ref("risk_10k").as("score"),
            s.toBigint(s.sum(ref("customers"))).as("customers"),
            s.toBigint(s.sum(ref("churned"))).as("churned")
          ])
      )
      .with("by_recency", (db) =>
        db
          .selectFrom("mart_churn_features")
          .where("is_horizon_closed", "=", true)
          .groupBy(["snapshot_on", "recency_days"])
          .select(({ref}) => [
            ref("snapshot_on").as("snapshot_on"),
            ref("recency_days").as("score"),
            s.countRows().as("customers"),
            s.countRows().filterWhere("has_churned", "=", true).as("churned")
          ])
      )
      .with("rates", (db) => aucOf(db, "by_risk"))
      .with("recencies", (db) => aucOf(db, "by_recency"))
      .with("errors", (db) =>
        db
          .selectFrom("mart_churn_forecast")
          .groupBy(["snapshot_on", "trained_snapshots"])
          .select(({ref}) => {
            const squared = (x: s.Value<number>) => s.multiply(x, x);
            const errorOf = (risk: s.Value<number>) =>
              s.ratio(
                s.sum(
                  s.add(
                    s.multiply(ref("churned"), squared(s.subtract(s.num(10000), risk))),
                    s.multiply(s.subtract(ref("customers"), ref("churned")), squared(risk))
                  )
                ),
                s.multiply(s.toDouble(s.num(1e8)), s.sum(ref("customers")))
              );
            return [
              ref("snapshot_on").as("tested_on"),
              "trained_snapshots",
              s.toBigint(s.sum(ref("customers"))).as("customers"),
              s.toBigint(s.sum(ref("churned"))).as("churned"),
              errorOf(s.add(ref("risk_10k"), s.num(0)))
                .$notNull()
                .as("rates_brier"),
              errorOf(s.add(ref("base_10k"), s.num(0)))
                .$notNull()
                .as("base_brier")
            ];
          })
      )
      .selectFrom("errors")
      .leftJoin("rates", "rates.snapshot_on", "tested_on")
      .leftJoin("recencies", "recencies.snapshot_on", "tested_on")
      .select(({ref}) => [
        ref("tested_on").as("snapshot_on"),
        "customers",
        "churned",
        s.ratio(ref("churned"), ref("customers")).$notNull().as("churn_share"),
        "trained_snapshots",
        ref("rates.auc").as("rates_auc"),
        ref("recencies.auc").as("recency_auc"),
        "rates_brier",
        "base_brier",
        s.compare(ref("rates.auc"), ">", ref("recencies.auc")).$castTo<boolean | null>().as("is_better_auc"),
        s.compare(ref("rates_brier"), "<", ref("base_brier")).as("is_better_brier")
      ])
});
