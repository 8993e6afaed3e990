import {scaleBand} from "d3";
import {bridgeTone, type BridgeBar, type BridgeStep} from "./bridgeSteps.ts";
import {chart} from "./chart.ts";
import {html, type Html} from "./html.ts";
import {percent} from "./percent.ts";
import {valueScale} from "./scales.ts";

/** A bridge as columns over names, each change starting where the last one ended. */
export function bridgeColumns(
  label: string,
  bars: readonly BridgeBar[],
  format: (step: BridgeStep) => string,
  height: number
): Html {
  const levels = bars.flatMap((bar) => [bar.from, bar.to]);
  const {y} = valueScale({min: Math.min(0, ...levels), format: String}, Math.max(...levels));
  const x = scaleBand(
    bars.map((_, i) => i),
    [0, 100]
  )
    .paddingInner(0.34)
    .paddingOuter(0.17);
  const marks = bars.map((bar, i) => {
    const [left, width] = [x(i)!, x.bandwidth()];
    const [top, foot] = [y(Math.max(bar.from, bar.to)), y(Math.min(bar.from, bar.to))];
    const up = bar.total || bar.value >= 0;
    const place = `left:${percent(left)}%;width:${percent(width)}%;top:${percent(top)}%;height:${percent(foot - top)}%`;
    const centre = `left:${percent(left + width / 2)}%`;
    const next = i < bars.length - 1 && `left:${percent(left + width)}%;right:${percent(100 - x(i + 1)!)}%`;
    return html`<i class="bar ${bridgeTone(bar)}" style="${place}"></i>
      <span class="label ${up ? "above" : "below"}" style="${centre};top:${percent(up ? top : foot)}%"
        >${format(bar)}</span
      >
      <span class="x-tick wrapped" style="${centre};width:${percent(x.step())}%">${bar.name}</span>
      ${next && html`<i class="grid-line zero" style="${next};top:${percent(y(bar.to))}%"></i>`}`;
  });
  const base = html`<i class="grid-line zero" style="top:${percent(y(0))}%"></i>`;
  return chart({label, height, left: 0, right: 0, top: 20, bottom: 42, marks: [marks, base]});
}
