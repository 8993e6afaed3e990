import {scaleLinear} from "d3";
import {labelAxis, valueAxis} from "./axes.ts";
import {chart} from "./chart.ts";
import {html, type Html} from "./html.ts";
import {percent} from "./percent.ts";
import {textWidth, widest} from "./textWidth.ts";
import type {Tone} from "./tone.ts";

/** How many pairs have a weight from `from` to the next whole number. */
export interface WeightBin {
  from: number;
  pairs: number;
}

/** Pairs by match weight, and from where on they are reviewed and linked. */
export interface WeightHistogram {
  label: string;
  bins: readonly WeightBin[];
  thresholds: readonly {weight: number; text: string}[];
  /** Tones of the regions, one more than thresholds, from the lowest. */
  tones: readonly Tone[];
  /** Writes a number of pairs. */
  format: (pairs: number) => string;
  height?: number;
}

/** Where a bar of one pair starts to be seen. */
const FLOOR = Math.log10(0.6);

/** Bars on a logarithmic axis; one that a threshold cuts has the tones of both regions. */
export function weightHistogram({label, bins, thresholds, tones, format, height = 280}: WeightHistogram): Html {
  const froms = bins.map(({from}) => from);
  const x = scaleLinear([Math.min(...froms), Math.max(...froms) + 1], [0, 100]);
  const highest = Math.max(1, Math.log10(Math.max(...bins.map(({pairs}) => pairs))));
  const y = scaleLinear([FLOOR, highest], [100, 0]);
  const ticks = Array.from({length: Math.floor(highest) + 1}, (_, i) => i);
  const write = (exponent: number) => format(10 ** exponent);
  const left = 12 + widest(ticks.map(write));
  const bars = bins
    .filter(({pairs}) => pairs > 0)
    .map(({from, pairs}) => {
      const top = y(Math.log10(pairs));
      const cuts = [from, ...thresholds.map(({weight}) => Math.min(from + 1, Math.max(from, weight))), from + 1];
      return tones.map((tone, i) => {
        const [start, end] = [x(cuts[i]!), x(cuts[i + 1]!)];
        const place = `left:${percent(start)}%;width:calc(${percent(end - start)}% - ${cuts[i + 1] === from + 1 ? 1 : 0}px)`;
        return end > start && html`<i class="bar ${tone}" style="${place};top:${percent(top)}%;bottom:0"></i>`;
      });
    });
  const rules = thresholds.map(({weight, text}, i) => {
    const at = percent(x.copy().clamp(true)(weight));
    const side = at > 62 ? "before" : "start";
    const shift = side === "before" ? `calc(${at}% - 5px)` : `calc(${at}% + 5px)`;
    return html`<i class="rule" style="left:${at}%;top:${-14 * (thresholds.length - i)}px"></i>
      <span class="label ${side}" style="left:${shift};top:${-14 * (thresholds.length - i) + 6}px">${text}</span>`;
  });
  const marks = x.ticks(8).filter(Number.isInteger);
  return chart({
    label,
    height,
    left,
    right: Math.max(12, textWidth(String(marks.at(-1))) / 2),
    top: 14 * thresholds.length + 8,
    marks: [
      valueAxis({y, ticks, format: write, left, bottom: FLOOR}),
      bars,
      html`<i class="grid-line zero" style="top:100%"></i>`,
      labelAxis(
        marks.map((weight) => ({at: x(weight), text: String(weight).replace("-", "−")})),
        2
      ),
      rules
    ]
  });
}
