import {group} from "d3";
import {catalogue, type Theme} from "../../../models/churn/catalogue.ts";
import type {DriverRow} from "./rows.ts";

/** Features of one theme: how much they count together, and the one that counts most with its shape. */
export interface Driver {
  theme: Theme;
  /** Sum of the mean absolute contributions of its features, in log odds. */
  importance: number;
  feature: string;
  /** Of that feature, in their order. */
  bins: readonly DriverRow[];
}

const themeOf = new Map(catalogue.map(({id, theme}) => [id, theme]));

/** Themes that count at all, greatest contribution first. */
export function driversOf(rows: readonly DriverRow[]): Driver[] {
  const features = [...group(rows, ({feature}) => feature)].map(([feature, bins]) => ({
    feature,
    theme: themeOf.get(feature),
    importance: bins[0]!.importance,
    bins: bins.toSorted((a, b) => a.bin - b.bin)
  }));
  const byWeight = features.toSorted((a, b) => b.importance - a.importance || a.feature.localeCompare(b.feature));
  return [...group(byWeight, ({theme}) => theme)]
    .flatMap(([theme, members]) => {
      const importance = members.reduce((sum, one) => sum + one.importance, 0);
      const {feature, bins} = members[0]!;
      return theme !== undefined && importance > 0 ? [{theme, importance, feature, bins}] : [];
    })
    .toSorted((a, b) => b.importance - a.importance || a.theme.localeCompare(b.theme));
}
