import {term, type Subject} from "../term.ts";

/** Words of service. */
export const service: Subject = {
  subject: {en: "Service", zh: "服务"},
  terms: [
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
    ),
    term(
      "first-reply-kept",
      [
        "First reply in time",
        "Share of tickets opened in the last 90 days that were answered within the target of the priority they had when the clock started; one still open past its target counts as late, one still inside it does not count yet."
      ],
      [
        "首次回复及时率",
        "近 90 天新建工单中，在计时起点优先级的目标内得到首次回复的占比；未回复且已过目标者计为超时，尚在目标内者暂不计入。"
      ],
      ["mart_service_summary", "first_reply_kept_share"]
    ),
    term(
      "resolution-kept",
      ["Solved in time", "The same for the solution; waiting for the customer and being on hold stop the clock."],
      ["解决及时率", "同上，按解决计；等待客户与挂起时暂停计时。"],
      ["mart_service_summary", "resolution_kept_share"]
    ),
    term(
      "reopened",
      ["Reopened", "Share of solved tickets that were opened again."],
      ["重开率", "已解决工单中被重新打开的占比。"],
      ["mart_service_summary", "reopened_share"]
    ),
    term(
      "contact-rate",
      ["Tickets per 100 orders", "Tickets opened in the last 90 days for each 100 orders placed in them."],
      ["每百单工单数", "近 90 天新建工单与同期每 100 份订单之比。"],
      ["mart_service_summary", "tickets_per_100_orders"]
    ),
    term(
      "service-effect",
      [
        "Difference after bad service",
        "Change of purchases of customers with a bad service event, less the change of customers alike without one, per customer (difference in differences); an association, checked by the same pairs a year earlier."
      ],
      [
        "糟糕服务后的差异",
        "经历糟糕服务的客户的购买变化减去相似客户的变化（双重差分），按每位客户计；为关联，并以同一批配对一年前的差异作检验。"
      ],
      ["mart_service_effect", "difference"]
    ),
    term(
      "business-hours",
      [
        "Business hours",
        "Time inside the weekly hours of the company's calendar, without its holidays, in its zone; versions of the calendar count from the day on which they begin."
      ],
      ["工作小时", "公司日历每周工作时段内的时间，按其时区计，不含假日；日历各版本自生效日起适用。"]
    )
  ]
};
