import {panel, table, tooFew, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {isWithheld} from "../../withheld.ts";
import type {ScoreRow} from "./rows.ts";

/** What each score stands for, in days, orders and money. */
export function scoresPanel(scores: readonly ScoreRow[], window: string, c: Context): Html {
  const {t, f, minCell} = c;
  const title = t("What earns a score?", "得分如何对应？");
  const few = scores.some((row) => isWithheld(row.customers, minCell));
  const cell = (measure: ScoreRow["measure"], score: number, text: (value: number) => string): string => {
    const row = scores.find((one) => one.measure === measure && one.score === score);
    if (!row || isWithheld(row.customers, minCell)) return f.missing;
    const [low, high] = [text(row.lowest), text(row.highest)];
    return low === high ? low : `${low} – ${high}`;
  };
  return panel({
    span: 4,
    title,
    sub: t(`Values among customers who ordered${window}`, `${window}有订单的客户的取值`),
    body: scores.length
      ? table({
          id: "scores",
          caption: t("Values behind the scores", "得分对应的数值"),
          columns: [
            t("Score", "得分"),
            {head: t("Days since last order", "距上一单天数"), right: true},
            {head: t("Orders", "订单数"), right: true},
            {head: t("Net revenue", "净收入"), right: true}
          ],
          rows: [5, 4, 3, 2, 1].map((score) => [
            String(score),
            cell("recency", score, (value) => f.count(value)),
            cell("frequency", score, (value) => f.count(value)),
            cell("monetary", score, (value) => f.moneyExact(value))
          ])
        })
      : tooFew({title: t("Nobody has been scored", "尚无评分客户")}),
    note: note(scores, few, c)
  });
}

/** Where the scores are cut: at fifths of the customers, or at limits of the configuration. */
function note(scores: readonly ScoreRow[], few: boolean, {t, minCell}: Context): string {
  const names: Record<ScoreRow["measure"], string> = {
    recency: t("recency", "近度"),
    frequency: t("frequency", "频度"),
    monetary: t("revenue", "金额")
  };
  const limited = [...new Set(scores.filter((row) => row.has_limits).map((row) => names[row.measure]))];
  const fifths = Object.values(names).filter((name) => !limited.includes(name));
  const words = [
    fifths.length &&
      t(
        `${limited.length ? `${fifths.join(", ")}: cut` : "Cut"} at the 20, 40, 60 and 80% quantiles; equal values always share a score, so some may stay empty (–).`,
        `${limited.length ? `${fifths.join("、")}：` : ""}按 20、40、60、80% 分位数划分；相同数值必得同分，因此个别得分可能为空（–）。`
      ),
    limited.length &&
      t(
        `${limited.join(", ")}: cut at the limits in perennial.config.ts.`,
        `${limited.join("、")}：按 perennial.config.ts 中的界限划分。`
      ),
    few && t(`– also: fewer than ${minCell} customers, withheld.`, `少于 ${minCell} 位客户者亦不予显示（–）。`)
  ];
  return words.filter(Boolean).join(t(" ", ""));
}
