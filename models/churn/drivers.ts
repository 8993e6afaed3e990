import type {Learner} from "../statistics/learning/learner.ts";
import {contributionsOf} from "../statistics/learning/learner.ts";
import {binsOf, cutsOf} from "../statistics/learning/cuts.ts";
import type {Table} from "../statistics/learning/table.ts";
import {catalogue} from "./catalogue.ts";

/** What the values of a feature within a bin add to the log odds, against the mean of all rows learnt from; bin 0: unknown. */
export interface Driver {
  feature: string;
  bin: number;
  from: number | null;
  to: number | null;
  rows: number;
  churned: number;
  logOdds: number;
  importance: number;
}

/** Bins of a feature, at most, beside that of unknown values. */
const mostBins = 8;

/** Mean contribution of every feature over the rows: what a customer's contribution is measured against. */
export interface Explained {
  means: number[];
  drivers: Driver[];
}

/**
 * What drives the risk: per feature and bin the mean contribution to the log odds against the feature's mean, and per feature its importance,
 * the mean absolute contribution. Features of one value only are left out.
 */
export function explain(
  learner: Learner,
  {rows, features, outcome}: Table,
  ids: readonly string[] = catalogue.map(({id}) => id)
): Explained {
  const parts = features.map(() => new Float64Array(rows));
  const [row, part] = [new Float64Array(features.length), new Float64Array(features.length)];
  for (let i = 0; i < rows; i++) {
    for (let f = 0; f < row.length; f++) row[f] = features[f]![i]!;
    contributionsOf(learner, row, part);
    for (let f = 0; f < row.length; f++) parts[f]![i] = part[f]!;
  }
  const means = parts.map((values) => mean(values));
  const drivers = features.flatMap((values, f) => {
    const cuts = cutsOf(values, mostBins - 1);
    const bins = binsOf(values, cuts);
    const importance = mean(parts[f]!.map((x) => Math.abs(x - means[f]!)));
    return Array.from({length: cuts.length + 2}, (_, bin): Driver => {
      const places = [...bins.keys()].filter((i) => bins[i] === bin);
      return {
        feature: ids[f]!,
        bin,
        from: bin >= 2 ? cuts[bin - 2]! : null,
        to: bin >= 1 && bin <= cuts.length ? cuts[bin - 1]! : null,
        rows: places.length,
        churned: places.filter((i) => outcome[i]).length,
        logOdds: places.reduce((sum, i) => sum + parts[f]![i]! - means[f]!, 0) / (places.length || 1),
        importance
      };
    }).filter(({rows: held}, _, {length}) => held > 0 && (cuts.length > 0 || length > 2));
  });
  return {means, drivers: drivers.filter(({importance}) => importance > 1e-9)};
}

const mean = (values: Float64Array): number => values.reduce((sum, x) => sum + x, 0) / (values.length || 1);
