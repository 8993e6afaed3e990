import {group} from "d3";
import {isWithheld, withheldParts} from "../../../withheld.ts";
import type {KanoRow} from "./rows.ts";
import {categories, everybody} from "./words.ts";

/** The answers of one segment about all features. */
export interface KanoView {
  segment: string;
  /** Must-be first, then by how much the absence displeases. */
  features: KanoRow[];
  /** The most answers a feature has. */
  answers: number;
}

/** Everybody first, then segments by answers; features of too few answers are left out, with them what would give them away, and segments without any. */
export function viewsOf(rows: readonly KanoRow[], minCell: number): KanoView[] {
  const hidden = new Set(
    [...group(rows, ({feature}) => feature).values()].flatMap((own) => {
      const parts = own.filter(({segment}) => segment !== everybody);
      const few = withheldParts(
        parts.map(({answers}) => answers),
        minCell
      );
      return parts.filter((_, i) => few[i]);
    })
  );
  return [...group(rows, ({segment}) => segment)]
    .map(([segment, own]) => {
      const features = own
        .filter((row) => row.answers > 0 && !hidden.has(row) && !isWithheld(row.answers, minCell))
        .toSorted(
          (a, b) =>
            categories.indexOf(a.category) - categories.indexOf(b.category) ||
            (a.worse ?? 0) - (b.worse ?? 0) ||
            a.feature.localeCompare(b.feature)
        );
      return {segment, features, answers: Math.max(0, ...features.map(({answers}) => answers))};
    })
    .filter(({features}) => features.length > 0)
    .toSorted((a, b) => +(b.segment === everybody) - +(a.segment === everybody) || b.answers - a.answers);
}
