import type {Locale} from "../format/locale.ts";
import {bridgeBars, type BridgeBar, type BridgeStep} from "./bridgeSteps.ts";
import {bridgeColumns} from "./bridgeColumns.ts";
import {bridgeRows} from "./bridgeRows.ts";
import {html, type Html} from "./html.ts";
import {failed} from "./states.ts";

/** What adds up to a change: start, signed steps, end. */
export interface Bridge {
  label: string;
  steps: readonly BridgeStep[];
  /** Writes a step, signed unless it is a total. */
  format: (step: BridgeStep) => string;
  height?: number;
  /** How far a total may be from its sum; half a minor unit unless told. */
  tolerance?: number;
}

/** Columns on wide screens, rows on narrow ones; a bridge that does not add up is shown as an error. */
export function bridge({label, steps, format, height = 250, tolerance}: Bridge, {t}: Locale): Html {
  let bars: BridgeBar[];
  try {
    bars = bridgeBars(steps, tolerance);
  } catch (error) {
    return failed({title: t("The steps do not add up", "各步骤之和不一致"), cause: (error as Error).message});
  }
  return html`<div class="wide-only">${bridgeColumns(label, bars, format, height)}</div>
    <div class="slim-only">${bridgeRows(label, bars, format)}</div>`;
}
