import {term, type Subject} from "../term.ts";

/** Words of retention and value. */
export const value: Subject = {
  subject: {en: "Retention and value", zh: "留存与价值"},
  terms: [
    term(
      "cohort",
      ["Cohort", "The customers whose first order fell into the same calendar week, month or quarter."],
      ["同期群", "首单在同一自然周、月或季的客户。"],
      ["mart_cohort_retention", "cohort_on"]
    ),
    term(
      "retention",
      [
        "Retention",
        "Share of a cohort that orders in period k after the first: active customers in k ÷ customers of the cohort. Period 0 is the first; a rolling one is 30 days from the customer's own first order."
      ],
      [
        "留存",
        "同期群在首单后第 k 个周期下单的比例：第 k 期活跃客户 ÷ 同期群客户。第 0 期为首期；滚动周期为自客户首单起每 30 天。"
      ],
      ["mart_cohort_retention", "retention_share"]
    ),
    term(
      "unbounded-retention",
      ["Unbounded retention", "Share of a cohort that orders in period k or in any later one."],
      ["无界留存", "同期群在第 k 期或之后任一期下单的比例。"],
      ["mart_cohort_retention", "returning_later_share"]
    ),
    term(
      "revenue-retention",
      [
        "Revenue retention",
        "Net revenue of a cohort in period k ÷ that in period 0; not told where that is not above zero."
      ],
      ["收入留存", "同期群第 k 期净收入 ÷ 第 0 期净收入；后者不大于零则不显示。"],
      ["mart_cohort_retention", "revenue_retention_ratio"]
    ),
    term(
      "margin",
      [
        "Margin",
        "Net revenue less the cost of the goods, units × unit cost, of orders whose goods all have a known cost."
      ],
      ["毛利", "净收入减商品成本（件数 × 单位成本）；仅含所有商品成本已知的订单。"],
      ["mart_cohort_retention", "margin"]
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
        "The same without expansion: what each customer spent in the last twelve months, at most what they spent in the twelve before, ÷ start. It never exceeds 100%."
      ],
      ["毛收入留存（GRR）", "同上但不含增购：每位客户近十二个月净收入（以前十二个月为上限）之和 ÷ 期初，不超过 100%。"],
      ["mart_revenue_bridge", "gross_retention_ratio"]
    ),
    term(
      "rfm",
      [
        "RFM",
        "Recency (days since the last order), frequency (orders) and monetary value (net revenue) in the configured window, each scored 1 to 5 by quintile, or at limits in the configuration; 5 is best, and equal values share a score."
      ],
      [
        "RFM",
        "配置窗口内的近度（距最后一单天数）、频度（订单数）与金额（净收入），按五分位或配置的界限各得 1 至 5 分；5 为最好，数值相同则同分。"
      ],
      ["mart_rfm"]
    ),
    term(
      "segment",
      [
        "Segment",
        "The name of a customer's recency, frequency and monetary score, from the table in the configuration: champions to lost, each of the 125 codes in exactly one."
      ],
      ["分群", "由近度、频度与金额得分按配置表得出的名称，从冠军客户到已流失；125 种组合各恰属一个分群。"],
      ["mart_segment"]
    ),
    term(
      "segment-move",
      [
        "Move between segments",
        "A customer's segment at an earlier month end against the one today, each scored with what was known then. Up is to a segment of a higher mean score. (new): the first order came since; (returned): there was none in the window then; (gone): there is none in it now."
      ],
      [
        "分群移动",
        "客户在此前月末的分群与现在的分群之比，均按当时已知数据评分。移至平均分更高的分群为上升。(new)：此后才首次下单；(returned)：当时窗口内无订单；(gone)：现在窗口内无订单。"
      ],
      ["mart_segment_move", "to_segment"]
    ),
    term(
      "abc",
      [
        "ABC class",
        "Customers by descending net revenue: A while the share before them is under 80%, B under 95%, else C; inside A, A+ to 20%, A to 50%, A− to 80%, unless the configuration says otherwise. No positive revenue is C."
      ],
      [
        "ABC 等级",
        "客户按净收入降序：之前累计占比低于 80% 为 A，低于 95% 为 B，其余为 C；A 内 20% 前为 A+，50% 前为 A，80% 前为 A−（配置可另定）。无正收入者为 C。"
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
