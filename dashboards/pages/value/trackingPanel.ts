import {html, linesReadout, numbers, panel, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {modelWords} from "./modelWords.ts";
import {monthTicks} from "./monthTicks.ts";
import {notTested} from "./notTested.ts";
import type {CandidateRow, SummaryRow, TrackingRow} from "./rows.ts";

const columnOf = {bg_nbd: "bg_days", mbg_nbd: "mbg_days", pareto_nbd: "pareto_days"} as const;

/** Weekly repeat purchases of all customers against what the chosen model expected of them; the part it had not seen is marked. */
export function trackingPanel(
  rows: readonly TrackingRow[],
  candidates: readonly CandidateRow[],
  summary: SummaryRow,
  c: Context
): Html {
  const {t, f} = c;
  const title = t("Does it follow the weeks?", "能否跟上每周走势？");
  const chosen = candidates.find((row) => row.is_chosen)?.model;
  const column = chosen && chosen in columnOf ? columnOf[chosen as keyof typeof columnOf] : undefined;
  const weeks = rows
    .filter((row) => column && row[column] !== null)
    .toSorted((a, b) => a.week_on.getTime() - b.week_on.getTime());
  const first = weeks.findIndex((row) => row.is_held_out);
  if (!column || weeks.length < 2 || first < 0) return panel({span: 6, title, body: notTested(candidates, summary, c)});
  const expected = (row: TrackingRow) => row[column]!;
  const whole = weeks.filter((row) => row.is_held_out && !row.is_partial);
  const sum = (value: (row: TrackingRow) => number) => whole.reduce((total, row) => total + value(row), 0);
  const [came, foretold] = [sum((row) => row.actual_days), sum(expected)];
  const gap = came > 0 ? f.change(foretold / came - 1) : f.missing;
  const at = (row: TrackingRow) => weeks.indexOf(row);
  return panel({
    span: 6,
    title,
    sub: t(
      "Repeat purchases a week of all customers; right of the line, weeks that the model had not seen",
      "全体客户每周重复购买次数；竖线右侧为模型未见过的各周"
    ),
    body: html`${linesReadout(
      {
        label: t(
          `Weekly repeat purchases, actual and foretold: ${f.count(came)} against ${f.count(foretold)} in the part held out`,
          `每周重复购买的实际与预测：留出部分 ${f.count(came)} 对 ${f.count(foretold)}`
        ),
        height: 232,
        x: [0, weeks.length - 1],
        xTicks: monthTicks(weeks.map((row) => row.week_on)),
        every: 2,
        xFormat: (x) => f.axisMonth(weeks[x]!.week_on),
        y: {format: f.axis(Math.max(...weeks.map((row) => Math.max(row.actual_days, expected(row)))))},
        rule: {at: first, label: t("held out", "留出")},
        series: [
          {
            points: weeks.map((row) => [at(row), row.actual_days]),
            tone: "ctx",
            running: weeks.at(-1)!.is_partial,
            label: t("Actual", "实际")
          },
          {
            points: weeks.map((row) => [at(row), expected(row)]),
            tone: "c1",
            width: 2,
            running: weeks.at(-1)!.is_partial,
            label: modelWords(chosen!, c)
          }
        ],
        name: (x) => t(`Week of ${f.date(weeks[x]!.week_on)}`, `${f.date(weeks[x]!.week_on)}当周`),
        value: (value) => f.number(value, value < 100 ? 1 : 0)
      },
      c
    )}${numbers(
      {
        caption: t("Weeks held out", "留出的各周"),
        columns: [t("Week of", "周起"), t("Actual", "实际"), t("Foretold", "预测")],
        rows: weeks
          .filter((row) => row.is_held_out)
          .map((row) => [
            f.date(row.week_on) + (row.is_partial ? t(", so far", "，未完结") : ""),
            f.count(row.actual_days),
            f.number(expected(row), 1)
          ])
      },
      c
    )}`,
    note: t(
      `Held out: ${f.count(foretold)} foretold, ${f.count(came)} came (${gap}). Seasons are in the actual line and not in the model, so it runs through their middle; the running week is dashed and not counted.`,
      `留出部分：预测 ${f.count(foretold)}，实际 ${f.count(came)}（${gap}）。季节只在实际线中，模型不含季节，故从中间穿过；未完结的一周为虚线，不计入。`
    )
  });
}
