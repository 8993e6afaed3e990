import {benchSteps} from "../steps.ts";

/** Finds what is bought together and recommends what is bought next from so many order lines. */
export const benchBaskets = (lines: number, dir: string): Promise<void> =>
  benchSteps(
    {
      script: new URL("basketsPhase.ts", import.meta.url),
      noun: "order lines of baskets",
      titles: {make: "make the lines", baskets: "rules and recommendations"},
      promisedOf: 1e7,
      promised: {baskets: {seconds: 90, peakBytes: 6 * 2 ** 30}}
    },
    lines,
    dir
  );
