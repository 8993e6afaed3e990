import {benchSteps} from "../steps.ts";

/** Takes so many verbatims through language, words, masks, sentiment (learnt from their ratings) and themes. */
export const benchTexts = (texts: number, dir: string): Promise<void> =>
  benchSteps(
    {
      script: new URL("textsPhase.ts", import.meta.url),
      noun: "verbatims",
      titles: {make: "make the texts", read: "read, judge, find themes"},
      promisedOf: 500_000,
      promised: {read: {seconds: 180, peakBytes: 4 * 2 ** 30}}
    },
    texts,
    dir
  );
