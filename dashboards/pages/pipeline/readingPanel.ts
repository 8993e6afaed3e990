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
          t("Forecast", "预测"),
          t(
            "Chances of stages are learned from earlier days whose outcome was known by then; new deals are added at their usual rate. The interval is from past errors.",
            "各阶段概率取自当时已知结果的既往观察日；新商机按常见水平计入。区间取自既往误差。"
          )
        ],
        [
          t("Win rate", "赢单率"),
          t(
            "Won ÷ (won + lost) by the day of the end; open deals do not count.",
            "赢单 ÷（赢单 + 输单），按结单日期；未结者不计。"
          )
        ],
        [t("Intervals", "区间"), t("95 %, after Wilson for shares.", "95%，占比用 Wilson 区间。")],
        [
          t("Withheld", "不显示"),
          minCell > 1
            ? t(`Rates of fewer than ${f.count(minCell)} deals.`, `少于 ${f.count(minCell)} 个商机的比率。`)
            : t("Nothing.", "无。")
        ]
      ],
      {left: true}
    )
  });
