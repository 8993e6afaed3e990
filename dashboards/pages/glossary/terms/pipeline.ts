import {term, type Subject} from "../term.ts";

/** Words of the sales pipeline. */
export const pipeline: Subject = {
  subject: {en: "Pipeline", zh: "销售管道"},
  terms: [
    term(
      "open-pipeline",
      [
        "Open pipeline",
        "Opportunities neither won nor lost, and what they might bring: their amounts or, where amounts are only written when a deal closes, the mean of what was won of the same product."
      ],
      [
        "未结管道",
        "尚未赢单或输单的商机及其可能带来的金额：商机金额；若金额仅在结单时填写，则取同产品赢单的平均金额。"
      ],
      ["mart_pipeline_summary", "open_worth"]
    ),
    term(
      "win-rate",
      [
        "Win rate",
        "Won ÷ (won + lost), by the day on which they ended, over 365 days, with Wilson's interval at 95 %. Open ones do not count."
      ],
      ["赢单率", "赢单 ÷（赢单 + 输单），按结单日期，取 365 天，附 95% Wilson 区间。未结者不计。"],
      ["mart_pipeline_summary", "win_share"]
    ),
    term(
      "sales-cycle",
      ["Sales cycle", "Median days from the creation of an opportunity to the day it was won."],
      ["销售周期", "从商机创建到赢单的天数中位数。"],
      ["mart_pipeline_summary", "median_cycle_days"]
    ),
    term(
      "velocity",
      ["Velocity", "Open × win rate × mean amount won ÷ cycle × 30: what is won in thirty days if all stays as it is."],
      ["管道速度", "未结商机数 × 赢单率 × 平均赢单金额 ÷ 周期 × 30：一切照旧时三十天的赢单金额。"],
      ["mart_pipeline_summary", "velocity"]
    ),
    term(
      "pipeline-forecast",
      [
        "Forecast of the pipeline",
        "What open opportunities bring at the chances of their stages as seen on earlier days, and what new ones usually add, for the rest of the month and the two months after it. The interval at 95 % is from the errors of earlier forecasts."
      ],
      [
        "管道预测",
        "按既往观察到的各阶段赢单概率，未结商机在当月余下及其后两个月带来的金额，加上新商机的常见贡献。95% 区间取自既往预测的误差。"
      ],
      ["mart_pipeline_forecast", "expected_value"]
    ),
    term(
      "stage-conversion",
      [
        "Stage conversion",
        "Of opportunities that entered a stage, those that went further or were won ÷ those and the ones lost there; those still there do not count."
      ],
      ["阶段转化率", "进入该阶段的商机中，继续推进或赢单者 ÷（其与在该阶段输单者之和）；仍在该阶段者不计。"],
      ["mart_pipeline_stage", "conversion_share"]
    ),
    term(
      "slipped",
      ["Slipped", "An open opportunity whose expected day of closing is past."],
      ["逾期商机", "预计成交日已过而仍未结的商机。"],
      ["mart_open_opportunity", "is_slipped"]
    ),
    term(
      "stale-deal",
      ["Stale", "An open opportunity without a change of stage or an activity for longer than the configured days."],
      ["停滞商机", "超过设定天数没有阶段变更或跟进活动的未结商机。"],
      ["mart_open_opportunity", "is_stale"]
    )
  ]
};
