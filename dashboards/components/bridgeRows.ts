import {barRows} from "./barRows.ts";
import {bridgeTone, type BridgeBar, type BridgeStep} from "./bridgeSteps.ts";
import type {Html} from "./html.ts";

/** A bridge as rows, for narrow columns. */
export const bridgeRows = (label: string, bars: readonly BridgeBar[], format: (step: BridgeStep) => string): Html =>
  barRows({
    label,
    rows: bars.map((bar) => ({name: bar.name, from: bar.from, to: bar.to, text: format(bar), tone: bridgeTone(bar)}))
  });
