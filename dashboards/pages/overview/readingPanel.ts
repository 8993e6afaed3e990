import {facts, panel, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";

/** On paper only: what the terms of the page mean. */
export const readingPanel = ({t, minCell}: Context): Html =>
  panel({
    span: 4,
    title: t("How to read this report", "如何阅读本报告"),
    onlyPrint: true,
    body: facts(
      [
        [
          t("Retention", "留存"),
          t(
            "Spent by the customers of the year before, of what they spent then.",
            "上一年客户本年消费占其当时消费的比例。"
          )
        ],
        [t("Return", "复购"), t("An order in the given calendar month after the first.", "首单后指定自然月内有订单。")],
        [
          t("At risk", "风险价值"),
          t("Usual spending within the horizon × risk of no order in it.", "视野期内的常规消费 × 其间不再下单的风险。")
        ],
        [
          t("Interval", "区间"),
          t("95%. A change is named only where it clears its interval.", "95%。仅当变化超出区间时才作说明。")
        ],
        [
          t("Withheld", "不显示"),
          minCell > 1
            ? t(`Groups of fewer than ${minCell} customers.`, `少于 ${minCell} 位客户的组。`)
            : t("Nothing.", "无。")
        ]
      ],
      {left: true}
    )
  });
