import {group} from "d3";
import {withheldParts} from "../../withheld.ts";
import type {ScoreRow} from "./rows.ts";
import {instruments} from "./words.ts";

/** Groups of customers whose answers stand beside each other. */
const dimensions = ["segment", "tier", "channel", "product", "language"] as const;

/** One instrument by one dimension; groups by answers. */
export interface ScoreGroups {
  /** "nps:segment", as in the address. */
  key: string;
  instrument: string;
  dimension: string;
  rows: ScoreRow[];
  all: ScoreRow | undefined;
  withheld: boolean;
}

/** Groups that a table shows. */
export const LONGEST = 6;

/** What can be compared: two groups of enough customers and more. */
export function scoreGroupsOf(rows: readonly ScoreRow[], minCell: number): ScoreGroups[] {
  const by = group(
    rows,
    ({instrument}) => instrument,
    ({dimension}) => dimension
  );
  return instruments.flatMap((instrument) =>
    dimensions.flatMap((dimension) => {
      const own = by.get(instrument)?.get(dimension) ?? [];
      const withheld = withheldParts(
        // Answers of nobody known stand for themselves.
        own.map(({customers, answers}) => Math.min(customers || answers, answers)),
        minCell
      );
      const shown = own.filter(({answers}, i) => answers > 0 && !withheld[i]);
      return shown.length < 2
        ? []
        : [
            {
              key: `${instrument}:${dimension}`,
              instrument,
              dimension,
              rows: shown.toSorted((a, b) => b.answers - a.answers),
              all: by.get(instrument)?.get("all")?.[0],
              withheld: shown.length < own.length
            }
          ];
    })
  );
}
