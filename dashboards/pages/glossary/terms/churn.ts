import {term, type Subject} from "../term.ts";

/** Words of the churn pages. */
export const churn: Subject = {
  subject: {en: "Churn", zh: "流失"},
  terms: [
    term(
      "horizon",
      [
        "Horizon",
        "The days without an order that count as churn: configured, or else the 90th percentile of the gaps between purchase days, in whole weeks."
      ],
      ["视野期", "判定流失的无订单天数：由配置指定，否则取购买日间隔的第 90 百分位，取整周。"],
      ["int_as_of", "horizon_days"]
    ),
    term(
      "churn",
      [
        "Churn",
        "A customer churned at a day if no order followed within the horizon. It is known only once the horizon has closed."
      ],
      ["流失", "某日之后的视野期内没有订单，即于该日流失；视野期结束后方可得知。"],
      ["int_churn_features", "has_churned"]
    ),
    term(
      "snapshot",
      ["Snapshot", "A past month end, with what was known of each customer on that day and nothing later."],
      ["快照", "过去的某个月末，只含当日已知的客户信息。"],
      ["int_churn_features", "snapshot_on"]
    ),
    term(
      "usual-gap",
      [
        "Usual gap (rhythm)",
        "The median number of days between a customer's purchase days; the median of all customers where there is none of their own."
      ],
      ["常规间隔（节奏）", "客户购买日之间天数的中位数；自身没有时取全体客户的中位数。"],
      ["mart_churn_risk", "usual_gap_days"]
    ),
    term(
      "silence-ratio",
      ["Silence ratio", "Days since the last order ÷ usual gap. 2 means silent for twice as long as usual."],
      ["沉默倍数", "距最后一单天数 ÷ 常规间隔。2 表示沉默时间为平常的两倍。"],
      ["mart_churn_risk", "silence_ratio"]
    ),
    term(
      "risk",
      [
        "Risk",
        "The probability of no order within the horizon: by the model that foretold later snapshots best, or, where no model proved useful, the share of past customers with the same warnings who churned. Low under 40%, medium under 70%, high from there; relative to the base where few or nearly all leave."
      ],
      [
        "流失风险",
        "视野期内不再下单的概率：取自对更晚快照预测最好的模型；模型均无用时，取有相同预警的以往客户的流失比例。低于 40% 为低，低于 70% 为中，其余为高；流失者极少或极多时按整体流失率划分。"
      ],
      ["mart_churn_risk", "risk_share"]
    ),
    term(
      "warning",
      [
        "Warning",
        "A plain sign of leaving, with configured limits: silence beyond the own rhythm, a last gap beyond it, smaller orders, complaints, a low NPS answer."
      ],
      ["预警", "按配置界限判定的流失信号：沉默超出自身节奏、最近间隔拉长、订单变小、投诉、NPS 评分低。"],
      ["mart_churn_warning", "warning"]
    ),
    term(
      "expected-revenue",
      ["Expected revenue", "Net revenue of the last 365 days × horizon ÷ 365, never below zero."],
      ["预期收入", "近 365 天净收入 × 视野期 ÷ 365，不低于零。"],
      ["mart_churn_risk", "expected_revenue"]
    ),
    term(
      "value-at-risk",
      ["Value at risk", "Risk × expected revenue of the horizon."],
      ["风险价值", "流失风险 × 视野期内的预期收入。"],
      ["mart_churn_risk", "value_at_risk"]
    ),
    term(
      "calibration",
      [
        "Calibration",
        "Whether of those with a foretold risk of 30% about 30% churned: foretold against observed share, tested on later snapshots only."
      ],
      ["校准", "预测风险为 30% 的客户中是否约有 30% 流失：预测与实际占比之比较，只在更晚的快照上检验。"],
      ["mart_churn_calibration", "observed_share"]
    ),
    term(
      "auc",
      [
        "AUC",
        "Share of pairs, one who churned and one who stayed, in which the one who churned had the higher risk. 0.5 is chance, 1 is perfect."
      ],
      ["AUC", "在“流失者与留存者”配对中，流失者风险更高的比例。0.5 为随机，1 为完美。"],
      ["mart_churn_backtest", "auc"]
    ),
    term(
      "pr-auc",
      [
        "PR AUC",
        "Average precision: the mean share of leavers down the list, from the riskiest to each leaver. A ranking by chance reaches the share of leavers."
      ],
      ["PR AUC", "平均准确率：沿风险名单自高至每位流失者的流失占比均值。随机排序时等于流失率。"],
      ["mart_churn_backtest", "pr_auc"]
    ),
    term(
      "brier",
      ["Brier score", "Mean squared difference between foretold risk and what happened (0 or 1). Smaller is better."],
      ["Brier 分数", "预测风险与实际结果（0 或 1）之差的平方均值，越小越好。"],
      ["mart_churn_backtest", "brier"]
    ),
    term(
      "log-loss",
      [
        "Log loss",
        "Mean −ln of the probability that was given to what happened. Certainty that was wrong costs most; smaller is better."
      ],
      ["对数损失", "对实际结果所给概率取 −ln 的均值；错误的确信代价最大，越小越好。"],
      ["mart_churn_backtest", "log_loss"]
    ),
    term(
      "lift",
      ["Lift", "Share of leavers among the riskiest tenth ÷ share of leavers among all. 1 is chance."],
      ["提升度", "最高风险十分之一的流失率 ÷ 全体流失率，1 为随机。"],
      ["mart_churn_lift", "lift"]
    )
  ]
};
