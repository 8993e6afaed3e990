import {html, type Content, type Html} from "./html.ts";
import type {Tone} from "./tone.ts";
import {weightLane} from "./weightLane.ts";

/** One step of a sum of weights: its name, what was found, and between which sums it leads. */
export interface WeightRow {
  name: Content;
  aside?: Content;
  from: number;
  to: number;
  text: Content;
  tone: Tone;
  /** A sum, set apart from the steps. */
  total?: boolean;
}

/** How weights add up, step after step, against the thresholds of the verdict. */
export interface WeightRows {
  label: string;
  rows: readonly WeightRow[];
  thresholds: readonly number[];
}

/** A list of bars on one scale, each starting where the one before it ended. */
export function weightRows({label, rows, thresholds}: WeightRows): Html {
  const ends = [0, ...thresholds, ...rows.flatMap(({from, to}) => [from, to])];
  const domain = [Math.min(...ends), Math.max(...ends)] as const;
  const items = rows.map(
    ({name, aside, from, to, text, tone, total}) =>
      html`<li${total && html` class="total"`}>
        <span>${name}${aside && html`<small>${aside}</small>`}</span>${weightLane({from, to, domain, tone, thresholds})}
        <b>${text}</b>
      </li>`
  );
  return html`<ol class="weight-rows" aria-label="${label}">
    ${items}
  </ol>`;
}
