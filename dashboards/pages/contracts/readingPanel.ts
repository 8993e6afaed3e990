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
          t("Curve", "曲线"),
          t(
            "Share of contracts that outlast a time (Kaplan–Meier, Greenwood's intervals on the log–log scale).",
            "存续超过某时长的合同比例（Kaplan–Meier，Greenwood 方差，log–log 区间）。"
          )
        ],
        [
          t("Test", "检验"),
          t(
            "Log-rank: whether groups end alike; chances adjusted for several tests (Holm). A difference is named under 5%.",
            "对数秩检验：各组终止是否一致；概率经 Holm 校正，低于 5% 才作说明。"
          )
        ],
        [
          t("Speed", "速度"),
          t("Hazard ratio of Cox's model, ties after Efron.", "Cox 模型的风险比，结点处理用 Efron 法。")
        ],
        [
          t("Withheld", "不显示"),
          minCell > 1
            ? t(`Whatever is about fewer than ${minCell} customers.`, `涉及不足 ${minCell} 位客户的数据。`)
            : t("Nothing.", "无。")
        ]
      ],
      {left: true}
    )
  });
