import {term, type Subject} from "../term.ts";

/** Words of the contracts page. */
export const contracts: Subject = {
  subject: {en: "Contracts", zh: "合同"},
  terms: [
    term(
      "contract",
      [
        "Contract",
        "A subscription from its first paid day (the end of a trial, else the start of the service) to the day on which the service ended, or was cancelled where no end is told. A customer who comes back has a new contract."
      ],
      [
        "合同",
        "一项订阅自首个付费日（试用结束，否则服务开始）至服务终止日；未给出终止日时取取消日。客户重新订阅计为新合同。"
      ],
      ["int_contract_span", "duration_days"]
    ),
    term(
      "survival",
      [
        "Survival",
        "Share of contracts that outlast a number of days. At each day the share of those still there that ended then is taken off (Kaplan–Meier), so that contracts that still run count as far as they have come."
      ],
      [
        "存续率",
        "存续超过若干天的合同比例：逐日扣除当日仍在的合同中终止的比例（Kaplan–Meier），仍有效的合同计至目前时长。"
      ],
      ["mart_contract_survival", "survival"]
    ),
    term(
      "median-life",
      ["Median life", "Days after which half of the contracts have ended, with Brookmeyer and Crowley's interval."],
      ["存续中位数", "半数合同终止所需的天数，区间用 Brookmeyer–Crowley 法。"],
      ["mart_contract_group", "median_days"]
    ),
    term(
      "log-rank",
      [
        "Log-rank test",
        "Whether groups of contracts end alike: at each day with an end, a group expects its share of those still there of the ends. Chances are adjusted for the number of comparisons (Holm)."
      ],
      [
        "对数秩检验",
        "各组合同终止是否一致：每个有终止的日子，各组期望的终止数为其在仍有效合同中的占比。概率经 Holm 多重校正。"
      ],
      ["mart_contract_test", "p_adjusted"]
    ),
    term(
      "hazard-ratio",
      [
        "Hazard ratio",
        "How many times as likely a contract is to end on any day as one of the reference that is alike in everything else in the model (Cox)."
      ],
      ["风险比", "在模型其他因素相同时，合同在任一天终止的可能性为参照的多少倍（Cox）。"],
      ["mart_contract_hazard", "hazard_ratio"]
    ),
    term(
      "contract-churn",
      ["Contract churn", "Share of the contracts running at the start of a month that ended in it."],
      ["合同流失率", "月初有效合同中当月终止的比例。"],
      ["mart_contract_month", "churn_share"]
    ),
    term(
      "recurring-revenue",
      [
        "Recurring revenue",
        "What running contracts bring a month before tax: a yearly price ÷ 12, a weekly one × 52 ÷ 12, nothing while on trial."
      ],
      ["经常性收入", "有效合同每月带来的金额（税前）：年付 ÷ 12，周付 × 52 ÷ 12，试用期不计。"],
      ["mart_contract_summary", "monthly_amount"]
    ),
    term(
      "recurring-risk",
      [
        "Recurring revenue at risk",
        "Σ monthly amount × (1 − S(age + days) ÷ S(age)) over running contracts, where S is the survival of all contracts."
      ],
      ["经常性收入风险", "对有效合同求和：每月金额 ×（1 − S（时长 + 天数）÷ S（时长）），S 为全部合同的存续率。"],
      ["mart_contract_loss", "expected_loss"]
    )
  ]
};
