import {scaleLinear} from "d3";
import {html, type Html} from "./html.ts";
import {percent} from "./percent.ts";
import type {Tone} from "./tone.ts";

/** A bar between two weights on a scale that has its zero, and its thresholds, marked. */
export interface WeightLane {
  from?: number;
  to: number;
  domain: readonly [number, number];
  tone: Tone;
  /** Drawn pale: a usual value, not one from the data. */
  pale?: boolean;
  /** Where the verdict changes. */
  thresholds?: readonly number[];
}

/** The bar; decoration beside the weight in text. */
export function weightLane({from = 0, to, domain, tone, pale, thresholds = []}: WeightLane): Html {
  const x = scaleLinear(domain, [0, 100]).clamp(true);
  const [left, right] = [x(Math.min(from, to)), x(Math.max(from, to))];
  const rules = thresholds.map((weight) => html`<u style="left:${percent(x(weight))}%"></u>`);
  return html`<span class="weight-lane" style="--zero:${percent(x(0))}%" aria-hidden="true"
    ><i class="${tone}${pale && " pale"}" style="left:${percent(left)}%;width:${percent(right - left)}%"></i
    >${rules}</span
  >`;
}
