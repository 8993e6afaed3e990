import {comparisons, type Party} from "../../../models/identity/comparisons.ts";
import type {Trained} from "../../../models/identity/train.ts";

/** What is known before any data is seen: the usual shares of matching pairs, strangers who agree in one of fifty. */
export const usualTrained = (party: Party, changes: Partial<Trained> = {}): Trained => ({
  rules: [],
  m: comparisons[party].map(({levels}) => levels.map(({usual}) => usual).reverse()),
  u: comparisons[party].map(({levels}) => levels.map((_, l) => (l ? 0.02 : 1 - 0.02 * (levels.length - 1)))),
  seen: comparisons[party].map(() => 0),
  priors: {match: 1e-3, household: 2e-3},
  meanFrequency: {},
  records: 1000,
  iterations: 1,
  ...changes
});
