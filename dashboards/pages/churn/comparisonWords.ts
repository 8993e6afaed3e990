import type {Context} from "../../context.ts";
import {compared, type Compared} from "./comparison.ts";
import type {Evidence} from "./evidence.ts";
import {measuresOf} from "./measures.ts";
import {methodInSentence, methodName} from "./methodWords.ts";
import type {Method} from "./rows.ts";

/** By how much the method won against each simple rule, and where it did not. */
export interface Verdict {
  /** All rules in one sentence. */
  claim: string;
  /** One line a rule, with numbers. */
  lines: string[];
}

const rules = ["recency", "alive", "base"] as const;

/** The comparison in words: the count of measures that were won, the first of them in numbers, and every measure that was not. */
export function comparisonWords({ours, methods, backtest}: Evidence, c: Context): Verdict {
  const {t} = c;
  const all = compared(ours, methods, backtest, measuresOf(c), c.minCell);
  const against = rules
    .map((rule) => ({rule, rows: all.filter((row) => row.against === rule)}))
    .filter(({rows}) => rows.length > 0);
  const parts = against.map(({rule, rows}) => partWords(rule, rows, c)).join(t(", ", "；"));
  return {
    claim: t(`${methodName(ours.method, c)} did better than ${parts}.`, `${methodName(ours.method, c)}：${parts}。`),
    lines: against.map(({rule, rows}) => lineWords(rule, rows, c))
  };
}

/** "days of silence alone on 4 of 6 measures". */
function partWords(rule: Method, rows: readonly Compared[], c: Context): string {
  const {t, f} = c;
  const won = rows.filter((row) => row.isBetter).length;
  const [n, of, name] = [f.count(won), f.count(rows.length), methodInSentence(rule, c)];
  if (won === 0) return t(`${name} on none of ${of} measures`, `${of} 项指标均不优于${name}`);
  if (won === rows.length) return t(`${name} on all of ${of} measures`, `${of} 项指标均优于${name}`);
  return t(`${name} on ${n} of ${of} measures`, `${of} 项指标中 ${n} 项优于${name}`);
}

/** "Against days of silence alone: better in AUC (…), Brier (…). Not better in lift (…)." */
function lineWords(rule: Method, rows: readonly Compared[], c: Context): string {
  const {t} = c;
  const told = (list: readonly Compared[]) => list.map((row) => detail(row, c)).join(t(", ", "，"));
  const [wins, losses] = [rows.filter((row) => row.isBetter), rows.filter((row) => !row.isBetter)];
  const name = methodInSentence(rule, c);
  const won = wins.length > 0 && t(`better in ${told(wins)}`, `${told(wins)}更好`);
  const lost = losses.length > 0 && t(`not better in ${told(losses)}`, `${told(losses)}不更好`);
  return `${t(`Against ${name}: `, `对${name}：`)}${[won, lost].filter(Boolean).join(t("; ", "；"))}${t(".", "。")}`;
}

/** "AUC (+0.007, +0.001 to +0.014; 8 of 12 months)": the gain, its interval where it is known, and how many months it held. */
function detail({measure, ours, theirs, better, of, gain}: Compared, {t, f}: Context): string {
  const difference = measure.isError ? theirs - ours : ours - theirs;
  const by = measure.id === "precision_at_calls" ? f.points(difference) : f.score(difference, 3);
  const doubt = gain ? t(`, ${f.scoreRange(...gain, 3)}`, `，${f.scoreRange(...gain, 3)}`) : "";
  const held =
    of > 0 ? t(`; ${f.count(better)} of ${f.count(of)} months`, `；${f.count(of)} 个月中 ${f.count(better)} 个`) : "";
  return t(`${measure.name} (${by}${doubt}${held})`, `${measure.name}（${by}${doubt}${held}）`);
}
