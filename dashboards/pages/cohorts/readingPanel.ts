import {facts, panel, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";

/** On paper only: what the terms of the report mean. */
export const readingPanel = ({t, minCell}: Context): Html =>
  panel({
    title: t("How to read this report", "如何阅读本报告"),
    onlyPrint: true,
    body: facts(
      [
        [
          t("Cohort", "同期群"),
          t(
            "Customers by calendar month of their first order. One person with several accounts counts once.",
            "按首单所在自然月划分的客户；同一人的多个账户只计一次。"
          )
        ],
        [
          t("Return in month k", "第 k 月复购"),
          t(
            "At least one order in the k-th calendar month after the first. Cancelled orders do not count. Means are weighted by cohort size.",
            "首单后第 k 个自然月内至少一单，已取消订单不计；平均按同期群规模加权。"
          )
        ],
        [
          t("Newer, earlier", "新近与此前"),
          t(
            "The newest three cohorts that have completed the month, against the twelve before them. The first cohort of the history is in neither: it holds everybody who was a customer already.",
            "走完该月的最新三个同期群，与其前十二个相比。历史中的首个同期群不计入：其中包含此前已有的客户。"
          )
        ],
        [
          t("Interval", "区间"),
          t(
            "Wilson, 95%; differences after Newcombe. A difference is named only where it clears its interval.",
            "Wilson 95%；差值用 Newcombe 法。仅当差异超出区间时才作说明。"
          )
        ],
        [
          t("Withheld", "不显示"),
          minCell > 1
            ? t(
                `Cells with fewer than ${minCell} customers; zero is shown.`,
                `少于 ${minCell} 位客户的单元格；零照常显示。`
              )
            : t("Nothing.", "无。")
        ]
      ],
      {left: true}
    )
  });
