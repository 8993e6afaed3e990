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
          t("Effect", "效果"),
          t(
            "What customers reached did more than customers held back by lot; orders count from the message on, on its day and the days of the window after it.",
            "随机触达客户比随机留出客户多做了什么；自消息发出起，当日及其后窗口天数内的订单计入。"
          )
        ],
        [
          t("Response", "响应"),
          t(
            "Orders after a message where nobody was held back; many would have come anyway.",
            "无对照组时消息之后的订单，其中许多本就会发生。"
          )
        ],
        [
          t("Adjusted", "调整后"),
          t(
            "Revenue less what spend in the year before foretells: the same effect, surer.",
            "扣除前一年消费可预测的部分：效果不变，更为精确。"
          )
        ],
        [
          t("Intervals", "区间"),
          t("95%; a difference is named only where its interval leaves zero out.", "95%；区间不含零才称为差异。")
        ],
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
