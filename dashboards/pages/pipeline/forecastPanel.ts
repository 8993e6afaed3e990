import {html, key, linesReadout, numbers, panel, tooFew, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {accuracyOf} from "./accuracy.ts";
import type {BeliefRow, ForecastRow, MonthRow, Summary} from "./rows.ts";

/** Months of the past and ahead that are drawn. */
const [PAST, AHEAD] = [12, 2];

/** What was won by month, and what is expected of this one and the two after it. */
export function forecastPanel(
  months: readonly MonthRow[],
  belief: readonly BeliefRow[],
  summary: Summary,
  forecasts: readonly ForecastRow[],
  c: Context
): Html {
  const {t, f} = c;
  const frame = {span: 8, id: "forecast", title: t("What will be won?", "将赢得多少？")} as const;
  const done = months.filter((month) => !month.is_partial).slice(-PAST);
  const soFar = Number(months.find((month) => month.is_partial)?.won_value ?? 0);
  const ahead = belief
    .filter((row) => row.months_before === 0 && row.months_ahead <= AHEAD && row.expected_value !== null)
    .filter((row) => +row.closes_month > +(done.at(-1)?.closed_month ?? 0))
    .toSorted((a, b) => a.months_ahead - b.months_ahead)
    .map((row) => {
      const plus = row.months_ahead === 0 ? soFar : 0;
      return {
        month: row.closes_month,
        value: Number(row.expected_value) + plus,
        low: row.low === null ? null : row.low + plus,
        high: row.high === null ? null : row.high + plus,
        naive: row.naive_value === null ? null : Number(row.naive_value) + plus,
        isRunning: row.months_ahead === 0
      };
    });
  if (!done.some(({won}) => won > 0))
    return panel({
      ...frame,
      body: tooFew({
        title: t("Nothing was won in a complete month yet", "尚无完整月份的赢单"),
        text: t("A forecast needs deals that have been won.", "预测需要已有赢单。")
      })
    });
  const names = [...done.map(({closed_month: on}) => on), ...ahead.map(({month}) => month)];
  const past = done.map(({won_value: value}, i) => [i, Number(value)] as const);
  const foretold = ahead.map(({value}, i) => [done.length + i, value] as const);
  const isBanded = ahead.length > 0 && ahead.every(({low}) => low !== null);
  const top = Math.max(...past.map(([, y]) => y), ...ahead.map(({value, high}) => high ?? value));
  const axis = f.axisMoney(top);
  return panel({
    ...frame,
    sub: t(
      "Amount won by month; dashed: expected of this month and the two after it, with the 95% interval of past errors",
      "各月赢单金额；虚线：本月及其后两个月的预期，含按既往误差的 95% 区间"
    ),
    body: html`${linesReadout(
      {
        label: t("Amount won by month and expected", "各月赢单与预期金额"),
        series: [
          {
            points: past,
            tone: "c1",
            width: 2,
            dots: true,
            label: foretold.length ? t("won", "赢单") : t("won", "赢单")
          },
          {
            points: foretold,
            tone: "c2",
            width: 2,
            dashed: true,
            dots: true,
            label: t("expected", "预期"),
            band: isBanded ? ahead.map(({low, high}, i) => [done.length + i, low!, high!] as const) : undefined
          }
        ],
        x: [0, Math.max(1, names.length - 1)],
        xTicks: names.map((_, i) => i),
        xFormat: (i) => f.axisMonth(names[i]),
        every: 3,
        y: {format: axis},
        name: (i) => f.month(names[i]),
        value: (y) => f.money(y)
      },
      c
    )}${numbers(
      {
        caption: t("Won and expected by month", "各月赢单与预期"),
        columns: [
          t("Month", "月份"),
          t("Won", "赢单"),
          t("Lost", "输单"),
          t("Amount", "金额"),
          t("95% interval", "95% 区间"),
          t("Months before, mean", "此前均值")
        ],
        rows: [
          ...done.map((row) => [
            f.month(row.closed_month),
            f.count(row.won),
            f.count(row.lost),
            f.moneyExact(row.won_value),
            "",
            ""
          ]),
          ...ahead.map((row) => [
            `${f.month(row.month)} ${row.isRunning ? t("(so far and expected)", "（已赢与预期）") : t("(expected)", "（预期）")}`,
            "",
            "",
            f.money(row.value),
            row.low === null ? f.missing : f.moneyRange(row.low, row.high),
            f.money(row.naive)
          ])
        ]
      },
      c
    )}`,
    note: html`${key("line", t("won", "赢单"), "c1")}${key("dashed", t("expected", "预期"), "c2")}<span
        >${accuracyWords(summary, forecasts, c)}</span
      >`
  });
}

/** How far past forecasts of three months were off beside the naive ones, and how many were too high. */
function accuracyWords(summary: Summary, forecasts: readonly ForecastRow[], {t, f}: Context): string {
  const accuracy = accuracyOf(summary, forecasts);
  if (accuracy.state === "too_few")
    return t(
      `${f.count(accuracy.n)} past forecasts can be checked; 6 are needed to judge them.`,
      `可检验的既往预测 ${f.count(accuracy.n)} 次；需 6 次方可评判。`
    );
  const within =
    summary.with_interval > 0
      ? t(
          ` ${f.count(summary.within_interval)} of ${f.count(summary.with_interval)} came within their interval.`,
          `${f.count(summary.with_interval)} 次中 ${f.count(summary.within_interval)} 次落在区间内。`
        )
      : "";
  return (
    t(
      `${f.count(accuracy.n)} past forecasts of three months, which overlap, were off by ${f.money(accuracy.error)} on average, "as the three months before" by ${f.money(accuracy.naive)}; ${f.count(accuracy.tooHigh)} of the ${f.count(accuracy.n)} were too high.`,
      `既往 ${f.count(accuracy.n)} 次三个月预测（期间重叠）平均偏差 ${f.money(accuracy.error)}，“与此前三个月相同”为 ${f.money(accuracy.naive)}；其中 ${f.count(accuracy.tooHigh)} 次偏高。`
    ) + within
  );
}
