import {term, type Subject} from "../term.ts";

/** Words of campaigns and experiments. */
export const campaigns: Subject = {
  subject: {en: "Campaigns", zh: "营销活动"},
  terms: [
    term(
      "control-group",
      [
        "Control group",
        "Customers who were held back by lot, so that the others can be compared with them. Without one orders after a message are a response, never an effect."
      ],
      ["对照组", "随机留出、不发送消息的客户，用于与其他客户比较。没有对照组时，消息之后的订单只是响应，不是效果。"],
      ["mart_campaign", "control"]
    ),
    term(
      "campaign-effect",
      [
        "Effect of a campaign",
        "Share of the reached with an order in the window less that of the held back, with its 95% interval. The window is the day of the message, from the message on, and the 30 days after it (or as campaigns.window_days sets). Every customer counts in the arm that they were drawn into, whatever reached them; who is in both arms is left out."
      ],
      [
        "活动效果",
        "窗口内触达组下单占比减去对照组下单占比，附 95% 区间。窗口为发送当日（自消息发出起）及其后 30 天（或 campaigns.window_days 所设天数）。客户按抽签所得的分组计算，无论实际是否触达；同属两组者排除。"
      ],
      ["mart_campaign", "share_difference"]
    ),
    term(
      "adjusted-effect",
      [
        "Adjusted effect",
        "Net revenue per customer of the reached less that of the held back, after taking away what spend of the 365 days before foretells (CUPED): the same effect with a narrower interval."
      ],
      ["调整后效果", "触达组与对照组的人均净收入之差，扣除此前 365 天消费可预测的部分（CUPED）：效果不变，区间更窄。"],
      ["mart_campaign", "adjusted_difference"]
    ),
    term(
      "sample-ratio",
      [
        "Sample-ratio check",
        "Whether arms are of the planned sizes. Where lots would make them as uneven in under one of a thousand draws, something went wrong, and no effect is read."
      ],
      ["样本比例检验", "两组人数是否符合计划。若抽签产生如此偏差的概率低于千分之一，则分组有误，不判断效果。"],
      ["mart_campaign", "ratio_p"]
    ),
    term(
      "power",
      [
        "Smallest effect that can be found",
        "The rise that arms of these sizes find significant at 5% in eight of ten experiments: known before the campaign, and again from what the control group did."
      ],
      ["可测最小效果", "在该规模下，十次实验中有八次能以 5% 水平测出的升幅：事前按前期行为估计，事后按对照组计算。"],
      ["mart_campaign", "detectable_before"]
    ),
    term(
      "uplift",
      [
        "Uplift by tenth",
        "The effect among customers of like spend before the campaign: ranked together, whether reached or held back, and cut in ten, five or two equal parts as the control group allows."
      ],
      ["分段增量效果", "按前期消费将触达与对照客户一起排序，依对照组规模等分为十、五或两段，分别计算效果。"],
      ["mart_uplift_tenth", "share_difference"]
    )
  ]
};
