import {term, type Subject} from "../term.ts";

/** Words of the stages of life. */
export const lifecycle: Subject = {
  subject: {en: "Lifecycle", zh: "生命周期"},
  terms: [
    term(
      "stage",
      [
        "Stage of life",
        "Prospect, new, active, loyal, slipping, dormant, lost or reactivated: by purchase days and days of silence, against the gaps between purchases of the whole base known by that day, unless the configuration sets the days."
      ],
      [
        "生命周期阶段",
        "潜在、新客、活跃、忠诚、渐冷、休眠、流失或唤回：按购买日数与沉默天数，对照当日所知的全体购买间隔；配置另有设定者除外。"
      ],
      ["mart_stage_month", "stage"]
    ),
    term(
      "in-rhythm",
      [
        "In rhythm",
        "Silent for no longer than slipping begins: new, active, loyal and reactivated customers together."
      ],
      ["按节奏购买", "沉默未达渐冷的客户：新客、活跃、忠诚与唤回合计。"],
      ["mart_stage_net", "stage"]
    ),
    term(
      "net-movement",
      [
        "Net movement",
        "Customers who entered a stage less those who left it, between two days, with the 95 % interval of a change in the same customers."
      ],
      ["净流动", "两日之间进入某阶段的客户减去离开的客户，含同一批客户变化的 95% 区间。"],
      ["mart_stage_net", "net_customers"]
    ),
    term(
      "second-order",
      [
        "Time to the second order",
        "Share of customers with a second purchase day within so many days of the first (Kaplan–Meier): who has not been watched for that long does not count on that day."
      ],
      ["二次购买时间", "首单后若干天内第二次购买的客户比例（Kaplan–Meier）：尚未观察满该天数者不计入该日。"],
      ["mart_second_order", "returned_share"]
    ),
    term(
      "reactivation",
      [
        "Reactivation rate",
        "Of the customers who were dormant or lost when a month began: the share that ordered in it, with Wilson's interval."
      ],
      ["唤回率", "月初休眠或流失的客户中当月下单的比例，含 Wilson 区间。"],
      ["mart_stage_reactivation", "reactivated_share"]
    )
  ]
};
