import {scaleLinear} from "d3";
import type {Locale} from "../format/locale.ts";
import {labelAxis} from "./axes.ts";
import {chart} from "./chart.ts";
import {dodge} from "./dodge.ts";
import {html, type Html} from "./html.ts";
import {dot} from "./marks.ts";
import {percent} from "./percent.ts";
import {textWidth} from "./textWidth.ts";

/** The own gaps of a customer against the silence now, in days. */
export interface Rhythm {
  gaps: readonly number[];
  median: number;
  now: number;
  height?: number;
}

/** One dot a gap, the median and the silence as rules; fewer than three gaps give a sentence. */
export function rhythm({gaps, median, now, height = 170}: Rhythm, {f, t}: Locale): Html {
  if (gaps.length < 3) {
    const reason = t(
      "Fewer than three gaps between orders: no rhythm yet. Silent for ",
      "下单间隔不足三个，尚无节奏。已沉默 "
    );
    return html`<p class="sub">${reason}${f.days(now)}${t(".", "。")}</p>`;
  }
  const x = scaleLinear([0, Math.max(now, ...gaps) * 1.08], [0, 100]);
  const places = dodge(
    gaps.map((gap) => x(gap)),
    2.4
  ).map(([a, level]) => dot([a, 95 - level * 9], "c1"));
  const late = now > median;
  const names = [
    {at: x(median), text: `${t("median", "中位数")} ${f.number(median)}`, tone: "ink"},
    {at: x(now), text: `${t("now", "现在")} ${f.number(now)}`, tone: late ? "bad" : "ink"}
  ];
  const close = Math.abs(x(now) - x(median)) < 30;
  const rules = names.map(
    ({at, text, tone}, i) =>
      html`<i class="rule solid ${tone}" style="left:${percent(at)}%"></i>
        <b class="label ${tone}" style="left:${percent(at)}%;top:${close && i ? -20 : -8}px">${text}</b>`
  );
  const label = t(
    `Days between orders: median ${f.number(median)}, now ${f.number(now)}, ${gaps.length} gaps`,
    `下单间隔天数：中位数 ${f.number(median)}，现在 ${f.number(now)}，共 ${gaps.length} 个间隔`
  );
  const ticks = x.ticks(4).map((tick) => ({at: x(tick), text: f.number(tick)}));
  const base = html`<i class="grid-line zero" style="top:100%"></i>`;
  const right = Math.max(8, textWidth(names[1]!.text) / 2);
  return chart({label, height, left: 8, right, top: 34, marks: [base, labelAxis(ticks), places, rules]});
}
