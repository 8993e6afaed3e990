import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {intChurnForetold, methods} from "../intermediate/int_churn_foretold.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {rankedRisks} from "./rankedRisks.ts";
import {
  aucErrorOf,
  aucOf,
  averagePrecisionOf,
  losses,
  lossOf,
  precisionOf,
  topLiftOf,
  type Ranked
} from "../rankingMeasures.ts";

/** Days of calling that a list is for. */
const CALLING_DAYS = 5;

/**
 * How well each method foretold churn, one row per tested snapshot and method.
 *
 * A snapshot is tested with what had been learnt from snapshots whose horizon was over by its day, never from its own or later ones. Of
 * a large base a fixed sample is tested and stands for the whole. Methods: a logistic regression, a tree ensemble, the churn rate by
 * recency alone, 1 − the probability of a purchase by the purchase model (alive), and one share for everybody (base). AUC is the
 * share of pairs ranked rightly, ties half, its error DeLong's; PR AUC is average precision; Brier and log loss are means over customers,
 * risks clipped to [0.000001, 0.999999] for the logarithm. Calls are what the team manages in five days. Equal risks share their
 * place: of those at the end of a list the mean share is taken.
 */
export const martChurnBacktest = model({
  name: "mart_churn_backtest",
  title: {
    en: "How well each method foretold churn, one row per tested snapshot and method.",
    zh: "各方法的流失预测回测，每个检验快照、每种方法一行。"
  },
  from: [intChurnForetold],
  grain: ["snapshot_on", "method"],
  columns: z.strictObject({
    snapshot_on: c.day("The tested snapshot.", "检验快照日。"),
    method: c.oneOf(methods, "How it was foretold.", "预测方法。"),
    customers: c.count("Customers tested.", "检验客户数。"),
    churned: c.count("Of them churned.", "其中流失。"),
    churn_share: c.share("Churned ÷ customers.", "流失率。"),
    auc: c
      .share(
        "Area under the ROC curve; null where nobody or everybody churned.",
        "ROC 曲线下面积；全部或无人流失为空。"
      )
      .nullable(),
    auc_error: c.number("Its standard error.", "其标准误。").nullable(),
    pr_auc: c
      .share("Area under the precision–recall curve; null where nobody churned.", "PR 曲线下面积；无人流失为空。")
      .nullable(),
    brier: c.share("Brier score: mean squared error of the risks.", "Brier 得分：风险的均方误差。"),
    brier_error: c.number("Its standard error.", "其标准误。").nullable(),
    log_loss: c.number("Mean −ln of the risk given to what came.", "对数损失。"),
    log_loss_error: c.number("Its standard error.", "其标准误。").nullable(),
    calls: c.count(
      "Calls of five days, or all customers where they are fewer.",
      "五天可联系的客户数，不超过客户总数。"
    ),
    precision_at_calls: c.share("Of so many riskiest, churned.", "风险最高的该数量客户中流失的占比。"),
    lift_top_tenth: c
      .number("Churn of the riskiest tenth ÷ churn of all.", "最高风险十分之一的流失率÷全体流失率。")
      .nullable(),
    trained_rows: c.count("Customer-snapshots learnt from.", "训练所用的客户快照数。")
  }),
  query: (db, {churn}) =>
    db
      .with("ranked", rankedRisks)
      .selectFrom("ranked")
      .groupBy(["snapshot_on", "method"])
      .select(({ref}) => {
        const row: Ranked = {
          risk_share: ref("risk_share"),
          customers: ref("customers"),
          churned: ref("churned"),
          kept: ref("kept"),
          above: ref("above"),
          churned_above: ref("churned_above"),
          kept_below: ref("kept_below"),
          all_customers: ref("all_customers"),
          all_churned: ref("all_churned"),
          all_kept: ref("all_kept")
        };
        const calls = s.least(s.toBigint(s.num(churn.callsPerDay * CALLING_DAYS)), ref("all_customers"));
        const [brier, logLoss] = [lossOf(row, losses.brier), lossOf(row, losses.logLoss)];
        return [
          "snapshot_on",
          "method",
          s.max(ref("all_customers")).as("customers"),
          s.max(ref("all_churned")).as("churned"),
          s
            .ratio(s.max(ref("all_churned")), s.max(ref("all_customers")))
            .$notNull()
            .as("churn_share"),
          aucOf(row).as("auc"),
          aucErrorOf(row).as("auc_error"),
          averagePrecisionOf(row).as("pr_auc"),
          brier.mean.$notNull().as("brier"),
          brier.error.as("brier_error"),
          logLoss.mean.$notNull().as("log_loss"),
          logLoss.error.as("log_loss_error"),
          s.max(calls).as("calls"),
          precisionOf(row, calls).$notNull().as("precision_at_calls"),
          topLiftOf(row).as("lift_top_tenth"),
          s.max(ref("trained_rows")).as("trained_rows")
        ];
      })
});
