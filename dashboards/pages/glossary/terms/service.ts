import {term, type Subject} from "../term.ts";

/** Words of service and feedback. */
export const service: Subject = {
  subject: {en: "Service and feedback", zh: "服务与反馈"},
  terms: [
    term(
      "nps",
      [
        "Net promoter score (NPS)",
        "Share of promoters (9–10) − share of detractors (0–6), in points from −100 to +100."
      ],
      ["净推荐值（NPS）", "推荐者（9–10）占比 − 贬损者（0–6）占比，单位为点，−100 至 +100。"],
      ["mart_nps_month", "nps"]
    ),
    term(
      "first-reply",
      [
        "First reply time",
        "Elapsed time from the opening of a ticket to the first answer of an agent; median and 90th percentile rather than means."
      ],
      ["首次回复时间", "从工单创建到客服首次回复的自然时间；取中位数与第 90 百分位，不取均值。"],
      ["mart_service_month", "median_first_reply_hours"]
    ),
    term(
      "resolution",
      ["Resolution time", "Elapsed time from the opening of a ticket to its last solution."],
      ["解决时间", "从工单创建到最后一次解决的自然时间。"],
      ["mart_service_month", "median_resolution_hours"]
    ),
    term(
      "backlog",
      ["Backlog", "Tickets open at the end of a day: opened − closed so far."],
      ["未结工单", "当日结束时未结的工单：累计创建 − 累计关闭。"],
      ["mart_backlog", "open_tickets"]
    )
  ]
};
