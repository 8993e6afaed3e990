import type {Locale} from "../../format/locale.ts";
import {isWithheld} from "../../withheld.ts";
import type {MethodRow} from "./rows.ts";

/** Measures that a method has over all month ends and at each. */
export type Measure = "auc" | "pr_auc" | "brier" | "log_loss" | "precision_at_calls" | "lift_top_tenth";

/** How well a method foretold, one number: its name, what it says, and how it is written. */
export interface MeasureWords {
  id: Measure;
  name: string;
  says: string;
  /** Lower is better. */
  isError: boolean;
  /** Does not exist for one share for everybody, which ranks nobody. */
  ranks: boolean;
  write: (value: number | null) => string;
}

/** The measures of the evidence, in the order of its table. */
export function measuresOf({t, f}: Locale): MeasureWords[] {
  const plain = (value: number | null) => f.number(value, 3);
  return [
    {
      id: "auc",
      name: "AUC",
      says: t("who leaves stands above who stays; 0.5 is chance", "流失者排在留存者之前；0.5 为随机"),
      isError: false,
      ranks: true,
      write: plain
    },
    {
      id: "pr_auc",
      name: "PR AUC",
      says: t("mean precision down the list", "沿名单的平均准确率"),
      isError: false,
      ranks: true,
      write: plain
    },
    {
      id: "brier",
      name: "Brier",
      says: t("mean squared error of the percentages; lower is better", "概率的均方误差，越低越好"),
      isError: true,
      ranks: false,
      write: plain
    },
    {
      id: "log_loss",
      name: t("Log loss", "对数损失"),
      says: t("punishes certainty that was wrong; lower is better", "惩罚过分自信的错误，越低越好"),
      isError: true,
      ranks: false,
      write: plain
    },
    {
      id: "precision_at_calls",
      name: t("Right at calls", "致电命中率"),
      says: t("of the riskiest that a week of calls reaches, how many left", "一周可致电的最高风险客户中流失的比例"),
      isError: false,
      ranks: true,
      write: (value) => f.share(value)
    },
    {
      id: "lift_top_tenth",
      name: t("Lift, top tenth", "首个十分位提升"),
      says: t("leavers among the riskiest tenth ÷ among all", "最高风险十分之一的流失率 ÷ 全体流失率"),
      isError: false,
      ranks: true,
      write: (value) => (value === null ? f.missing : `× ${f.number(value, 2)}`)
    }
  ];
}

/** The value of a measure that may be shown; null where it does not exist, or rests on too few calls. */
export function shownValue(row: MethodRow, {id, ranks}: MeasureWords, minCell: number): number | null {
  if (row.method === "base" && ranks) return null;
  if (id === "precision_at_calls" && isWithheld(row.calls, minCell)) return null;
  return row[id];
}
