import {html, linesReadout, numbers, tooFew, type Html, type Tone} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import type {Evidence} from "./evidence.ts";
import {methodName} from "./methodWords.ts";
import type {BacktestRow, Method} from "./rows.ts";

/** Fewer tested snapshots make no line. */
const FEWEST = 3;

const tones: Partial<Record<Method, Tone>> = {alive: "c2", recency: "c7"};

/** AUC of the method and of the simple rules, snapshot after snapshot. */
export function monthsPart({ours, backtest}: Evidence, c: Context): Html {
  const {t, f} = c;
  const title = html`<h3>${t("Does it beat simple rules, month after month?", "逐月看，是否胜过简单规则？")}</h3>`;
  const months = [...new Set(backtest.map((row) => row.snapshot_on.getTime()))].sort((a, b) => a - b);
  const at = new Map(backtest.map((row) => [`${row.snapshot_on.getTime()} ${row.method}`, row]));
  const value = (month: number, method: Method, measure: "auc" | "brier" | "precision_at_calls") =>
    at.get(`${month} ${method}`)?.[measure] ?? null;
  const drawn = ([ours.method, "alive", "recency"] as const).map((method) => ({
    method,
    points: months.flatMap((month, i): [number, number][] => {
      const auc = value(month, method, "auc");
      return auc === null ? [] : [[i, auc]];
    })
  }));
  const caption = t("Tests by month end", "各月末的检验");
  const shown = drawn.filter(({points}) => points.length >= FEWEST);
  const tested = numbers(
    {
      caption,
      columns: [
        t("Month end", "月末"),
        ...drawn.map(({method}) => `AUC, ${methodName(method, c)}`),
        t("Brier", "Brier"),
        t("Right at calls", "致电命中率"),
        "n"
      ],
      rows: months.map((month) => {
        const row = at.get(`${month} ${ours.method}`);
        const calls = row && row.calls >= c.minCell ? row.precision_at_calls : null;
        return [
          f.date(month),
          ...drawn.map(({method}) => f.number(value(month, method, "auc"), 3)),
          f.number(value(month, ours.method, "brier"), 3),
          f.share(calls),
          f.count(row?.customers)
        ];
      })
    },
    c
  );
  if (!shown.some(({method}) => method === ours.method))
    return html`${title}${tooFew({
      title: t("Too few months for a line", "月份过少，无法成线"),
      text: t(
        `${f.count(months.length)} tested; ${FEWEST} make a line.`,
        `已检验 ${f.count(months.length)} 个；满 ${FEWEST} 个方可成线。`
      )
    })}${months.length > 0 && tested}`;
  return html`${title}${chartOf(shown, months, backtest, ours.method, c)}${tested}`;
}

interface Drawn {
  method: Method;
  points: [number, number][];
}

function chartOf(
  shown: readonly Drawn[],
  months: readonly number[],
  backtest: readonly BacktestRow[],
  ours: Method,
  c: Context
): Html {
  const {t, f} = c;
  const values = shown.flatMap(({points}) => points.map(([, y]) => y));
  const [min, max] = [Math.floor(Math.min(...values) * 10) / 10, Math.ceil(Math.max(...values) * 10) / 10];
  const score = (value: number) => f.number(value, 2);
  const recency = new Map(
    backtest.filter(({method}) => method === "recency").map((row) => [row.snapshot_on.getTime(), row.auc])
  );
  const own = shown.find(({method}) => method === ours)!.points;
  const better = own.filter(([i, auc]) => auc > (recency.get(months[i]!) ?? 1)).length;
  const chart = linesReadout(
    {
      label: t(
        `AUC by month end: ${methodName(ours, c)} above silence alone in ${better} of ${own.length}`,
        `各月末的 AUC：${own.length} 个中 ${better} 个${methodName(ours, c)}高于只看沉默`
      ),
      height: 220,
      x: [0, months.length - 1],
      xTicks: months.map((_, i) => i).filter((i) => i % Math.ceil(months.length / 5) === 0),
      xFormat: (x) => f.axisMonth(months[x]!),
      every: 1,
      y: {min, max, format: score},
      series: shown.map(({method, points}) => ({
        points,
        tone: tones[method] ?? "c1",
        width: method === ours ? 2 : 1.5,
        label: methodName(method, c)
      })),
      name: (x) => f.date(months[x]!),
      value: (value) => f.number(value, 3)
    },
    c
  );
  const axis = min > 0 && t(` Axis starts at ${score(min)}.`, `纵轴从 ${score(min)} 起。`);
  return html`${chart}
    <p class="note">
      ${t("AUC on month ends later than those it was trained on; 0.5 is chance.", "AUC：只在训练之后的月末检验；0.5 为随机。")}${axis}
    </p>`;
}
