import {calibration, html, tooFew, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {withheldParts} from "../../withheld.ts";
import type {CalibrationRow} from "./rows.ts";

/** The straight line through observed over foretold, weighted by n; null where all foretold the same. */
export function slopeOf(rows: readonly CalibrationRow[]): {slope: number; intercept: number} | null {
  const n = rows.reduce((sum, row) => sum + row.customers, 0);
  const mean = (value: (row: CalibrationRow) => number) =>
    rows.reduce((sum, row) => sum + row.customers * value(row), 0) / n;
  const [x, y] = [mean((row) => row.foretold_share), mean((row) => row.observed_share)];
  const spread = mean((row) => (row.foretold_share - x) ** 2);
  if (!(spread > 0)) return null;
  const slope = mean((row) => (row.foretold_share - x) * (row.observed_share - y)) / spread;
  return {slope, intercept: y - slope * x};
}

/** When it says 70%, do 70% leave? */
export function calibrationPart(rows: readonly CalibrationRow[], c: Context): Html {
  const {t, f, minCell} = c;
  const title = html`<h3>${t("When it says 70%, do 70% leave?", "说 70% 时，真有 70% 流失吗？")}</h3>`;
  if (!rows.length) return html`${title}${tooFew({title: t("Not tested yet", "尚未检验")})}`;
  const ordered = rows.toSorted((a, b) => a.risk_tenth - b.risk_tenth);
  const line = slopeOf(ordered);
  const n = ordered.reduce((sum, row) => sum + row.customers, 0);
  const foretold = ordered.reduce((sum, row) => sum + row.customers * row.foretold_share, 0) / n;
  const observed = ordered.reduce((sum, row) => sum + row.churned, 0) / n;
  const fit =
    line &&
    t(
      `slope ${f.number(line.slope, 2)}, intercept ${f.number(line.intercept, 2)}`,
      `斜率 ${f.number(line.slope, 2)}，截距 ${f.number(line.intercept, 2)}`
    );
  const note = t(
    `Across: foretold. Up: observed with 95% interval. Above the diagonal more left than foretold; over all ${f.share(observed)} left, ${f.share(foretold)} were foretold.`,
    `横轴为预测，纵轴为实际及 95% 区间。在对角线之上表示流失多于预测；总体实际 ${f.share(observed)}，预测 ${f.share(foretold)}。`
  );
  const sentence = fit && t(` ${fit[0]!.toUpperCase()}${fit.slice(1)}.`, `${fit}。`);
  const few = withheldParts(
    ordered.map((row) => row.customers),
    minCell
  );
  const withheld = few.includes(true)
    ? t(
        ` Withheld: bins of under ${minCell} customers, or that would give one away.`,
        `少于 ${minCell} 位客户或可据此推算的分段不予显示。`
      )
    : "";
  const bins = ordered
    .filter((_, i) => !few[i])
    .map((row) => ({
      predicted: row.foretold_share,
      observed: row.observed_share,
      low: row.observed_low,
      high: row.observed_high,
      n: row.customers
    }));
  const label = t("Foretold and observed churn", "预测与实际流失率") + (fit ? t(`: ${fit}`, `：${fit}`) : "");
  return html`${title}${calibration({label, bins}, c)}
    <p class="note">${note}${sentence}${withheld}</p>`;
}
