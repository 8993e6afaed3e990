import {html, numbers, panel, points, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import type {Rounds} from "./rounds.ts";
import {instrumentName, scoreRange, scoreText} from "./words.ts";

/** Rounds that the chart shows. */
const SHOWN = 8;

/** The score round by round with its interval. */
export function scorePanel({instrument, dimension, rows, name, tick}: Rounds, c: Context): Html {
  const {t, f} = c;
  const shown = rows.slice(-SHOWN);
  const measure = instrumentName(instrument, c);
  const title = t(`Does the score change?`, `得分是否变化？`);
  const said = shown.map((row) => `${name(row, c)} ${scoreText(instrument, row.score, c)}`).join(t(", ", "，"));
  const lowest = Math.min(...shown.map(({low}) => low));
  const min = instrument === "nps" ? Math.min(0, Math.floor(lowest / 20) * 20) : instrument === "csat" ? 0 : 1;
  const unit =
    dimension === "survey"
      ? t("survey by survey", "逐次问卷")
      : dimension === "quarter"
        ? t("by quarter", "按季度")
        : t("by month", "按月");
  return panel({
    span: 4,
    id: "score",
    title,
    sub: t(`${measure} ${unit}, with 95% interval`, `${measure}，${unit}，含 95% 区间`),
    body: html`${points({
      label: `${measure}: ${said}`,
      rows: shown.map((row) => ({
        name: tick(row, c),
        value: row.score,
        low: row.low,
        high: row.high,
        running: row.is_partial
      })),
      y: {
        min,
        max: instrument === "csat" ? 100 : instrument === "rating" ? 5 : undefined,
        format: (value) =>
          instrument === "csat" ? `${f.number(value)}%` : f.number(value, instrument === "nps" ? 0 : 1)
      },
      every: Math.ceil(shown.length / 6)
    })}${numbers(
      {
        caption: title,
        columns: [t("Round", "批次"), measure, t("95% interval", "95% 区间"), "n", t("Change", "变化")],
        rows: shown.map((row) => [
          name(row, c),
          scoreText(instrument, row.score, c),
          scoreRange(instrument, row.low, row.high, c),
          f.count(row.answers),
          row.change === null
            ? f.missing
            : row.is_clear
              ? f.score(row.change, instrument === "nps" || instrument === "csat" ? 0 : 2)
              : t("no clear change", "无显著变化")
        ])
      },
      c
    )}`,
    note: shown.some((row) => row.is_partial) && t("Hollow: still running.", "空心：仍在进行。")
  });
}
