import {differenceOfShares, wilson} from "../../../models/statistics/experiments/shares.ts";
import {html, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {isWithheld} from "../../withheld.ts";
import type {RhythmRow} from "./rows.ts";

type State = RhythmRow["state"];

/**
 * Whether customers who are due by their own gap (soon, due, late) buy more often than those who are not yet: both shares with Wilson's intervals, and
 * the difference with its own. Yes only where that leaves out 0. States of too few customers are left out.
 */
export function rhythmAnswer(rhythm: readonly RhythmRow[], c: Context): Html {
  const {t, f, minCell} = c;
  const told = rhythm.filter(({customers}) => !isWithheld(customers, minCell));
  const [due, early, broken] = [["soon", "due", "late"], ["early"], ["broken"]].map((states) =>
    summed(told, states as State[])
  ) as [Cases, Cases, Cases];
  const gain = differenceOfShares(due, early);
  if (!gain)
    return html`<p>
      <b>${t("Not known yet: ", "尚不可知：")}</b>${t(
        "too few cases stood on one side of the day on which they fall due.",
        "到期日前或到期日后的情形过少。"
      )}
    </p>`;
  const head =
    gain.low > 0
      ? t("Yes: who is due buys more often.", "可靠：到期者购买更多。")
      : gain.high < 0
        ? t("No: who is due buys less often.", "不可靠：到期者购买更少。")
        : t("Not that it shows.", "未见证据。");
  const lost = differenceOfShares(broken, due);
  const rest = [
    t(
      `Of ${f.count(due.n)} cases due again (soon, due or late) ${shareWords(due, c)} bought, of ${f.count(early.n)} not due yet ${shareWords(early, c)}: ${f.points(gain.difference)} (${f.pointsRange(gain.low, gain.high)}).`,
      `到期（即将、已到或超期）的 ${f.count(due.n)} 例中 ${shareWords(due, c)} 购买，未到期的 ${f.count(early.n)} 例中 ${shareWords(early, c)}：${f.points(gain.difference)}（${f.pointsRange(gain.low, gain.high)}）。`
    ),
    gain.low <= 0 &&
      t("The list says who is due by their own gap, not who will buy.", "名单说明谁按自身间隔到期，而非谁会购买。"),
    lost &&
      lost.high < 0 &&
      t(
        `Where the rhythm is broken fewer buy than where due: ${f.points(lost.difference)} (${f.pointsRange(lost.low, lost.high)}).`,
        `节奏中断者的购买少于到期者：${f.points(lost.difference)}（${f.pointsRange(lost.low, lost.high)}）。`
      )
  ];
  return html`<p><b>${head}</b>${t(" ", "")}${rest.filter(Boolean).join(t(" ", ""))}</p>`;
}

interface Cases {
  successes: number;
  n: number;
}

const summed = (rows: readonly RhythmRow[], states: readonly State[]): Cases =>
  rows
    .filter(({state}) => states.includes(state))
    .reduce((sum, {bought, cases}) => ({successes: sum.successes + bought, n: sum.n + cases}), {successes: 0, n: 0});

/** A share with its interval: "13.3% (10.4–16.9%)". */
function shareWords(cases: Cases, {t, f}: Context): string {
  const range = f.shareRange(...wilson(cases));
  return `${f.share(cases.successes / cases.n)}${t(` (${range})`, `（${range}）`)}`;
}
