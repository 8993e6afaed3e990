import {facts, panel, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";

/** On paper only: what the terms of the report mean. */
export const readingPanel = ({t, f, minCell}: Context): Html =>
  panel({
    title: t("How to read this report", "如何阅读本报告"),
    onlyPrint: true,
    body: facts(
      [
        [
          t("In time", "及时"),
          t(
            "Answered or solved within the target of the priority that the ticket had when its clock started; an open ticket past its target counts as late.",
            "在计时起点优先级的目标内答复或解决；未结且已过目标者计为超时。"
          )
        ],
        [
          t("Business hours", "工作小时"),
          t(
            "Hours of the company's calendar with its holidays; waiting for the customer stops the clock.",
            "按公司日历（含假日）；等待客户时暂停计时。"
          )
        ],
        [t("Intervals", "区间"), t("95 %, after Wilson for shares.", "95%，占比用 Wilson 区间。")],
        [
          t("Withheld", "不显示"),
          minCell > 1
            ? t(`Groups of fewer than ${f.count(minCell)}.`, `少于 ${f.count(minCell)} 的分组。`)
            : t("Nothing.", "无。")
        ]
      ],
      {left: true}
    )
  });
