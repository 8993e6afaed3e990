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
          t("First in, first out", "先进先出"),
          t("The oldest points are used first, and expire first.", "先使用最早的积分，最早的先到期。")
        ],
        [
          t("Liability", "积分负债"),
          t("Outstanding points × value of a point × (1 − breakage).", "未用积分 × 每积分价值 ×（1 − 损耗率）。")
        ],
        [
          t("Breakage", "损耗率"),
          t("Share of the points outstanding that will never be redeemed.", "未用积分中永不兑换的占比。")
        ],
        [
          t("Intervals", "区间"),
          t("95 %, over members for shares of points, Student's for pairs.", "95%，积分占比按会员计算，配对用 t 区间。")
        ],
        [
          t("Withheld", "不显示"),
          minCell > 1
            ? t(`Groups of fewer than ${f.count(minCell)} members.`, `少于 ${f.count(minCell)} 位会员的分组。`)
            : t("Nothing.", "无。")
        ]
      ],
      {left: true}
    )
  });
