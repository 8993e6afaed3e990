import {term, type Subject} from "../term.ts";

/** Words of retention and value. */
export const value: Subject = {
  subject: {en: "Retention and value", zh: "留存与价值"},
  terms: [
    term(
      "cohort",
      ["Cohort", "The customers whose first order fell into the same calendar month."],
      ["同期群", "首单在同一自然月的客户。"],
      ["mart_cohort_retention", "cohort_month"]
    ),
    term(
      "retention",
      [
        "Retention",
        "Share of a cohort that orders in month k after the first: active customers in k ÷ customers of the cohort. Month 0 is the first."
      ],
      ["留存", "同期群在首单后第 k 个月下单的比例：第 k 月活跃客户 ÷ 同期群客户。第 0 月为首月。"],
      ["mart_cohort_retention", "retention_share"]
    ),
    term(
      "unbounded-retention",
      ["Unbounded retention", "Share of a cohort that orders in month k or in any later one."],
      ["无界留存", "同期群在第 k 月或之后任一月下单的比例。"],
      ["mart_cohort_retention", "returning_later_share"]
    ),
    term(
      "nrr",
      [
        "Net revenue retention (NRR)",
        "Of the customers of the twelve months before the last: their net revenue in the last twelve months ÷ that in the twelve before. (start + expansion + contraction + churned) ÷ start. It may exceed 100%."
      ],
      [
        "净收入留存（NRR）",
        "前一个十二个月的客户：近十二个月净收入 ÷ 前十二个月净收入，即（期初 + 增购 + 减购 + 流失）÷ 期初，可超过 100%。"
      ],
      ["mart_revenue_bridge", "net_retention_ratio"]
    ),
    term(
      "grr",
      [
        "Gross revenue retention (GRR)",
        "The same without expansion: (start + contraction + churned) ÷ start. It never exceeds 100%."
      ],
      ["毛收入留存（GRR）", "同上但不含增购：（期初 + 减购 + 流失）÷ 期初，不超过 100%。"],
      ["mart_revenue_bridge", "gross_retention_ratio"]
    ),
    term(
      "rfm",
      [
        "RFM",
        "Recency (days since the last order), frequency (orders) and monetary value (net revenue) in the configured window, each scored 1 to 5 by quintile; 5 is best, and equal values share a score."
      ],
      [
        "RFM",
        "配置窗口内的近度（距最后一单天数）、频度（订单数）与金额（净收入），按五分位各得 1 至 5 分；5 为最好，数值相同则同分。"
      ],
      ["mart_rfm"]
    ),
    term(
      "segment",
      [
        "Segment",
        "The name of a customer's recency and frequency score, from the table in the configuration: champions to lost, each pair in exactly one."
      ],
      ["分群", "由近度与频度得分按配置表得出的名称，从冠军客户到已流失；每一组合恰属一个分群。"],
      ["mart_segment"]
    ),
    term(
      "abc",
      [
        "ABC class",
        "Customers by descending net revenue: A while the share before them is under 80%, B under 95%, else C; inside A, A+ to 20%, A to 50%, A− to 80%. No positive revenue is C."
      ],
      [
        "ABC 等级",
        "客户按净收入降序：之前累计占比低于 80% 为 A，低于 95% 为 B，其余为 C；A 内 20% 前为 A+，50% 前为 A，80% 前为 A−。无正收入者为 C。"
      ],
      ["mart_abc", "abc_class"]
    ),
    term(
      "gini",
      [
        "Gini coefficient",
        "How unequal customers' revenue is: 0 where all are equal, towards 1 where one has everything. Σ (2i − n − 1) xᵢ ÷ (n Σ xᵢ) over ascending revenue."
      ],
      ["基尼系数", "客户收入的不均程度：全部相等为 0，集中于一人则趋近 1。按收入升序 Σ (2i − n − 1) xᵢ ÷ (n Σ xᵢ)。"],
      ["mart_pareto", "gini"]
    )
  ]
};
