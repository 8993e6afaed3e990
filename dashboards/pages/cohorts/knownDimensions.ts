import {cohortTraits, unknownGroup, type CohortDimension} from "../../../models/cohortDimensions.ts";
import type {ChangeRow} from "./change.ts";

/** The dimensions of which a source knows at least two groups, or one beside unknown. */
export const knownDimensions = (rows: readonly ChangeRow[]): CohortDimension[] =>
  cohortTraits.filter((trait) => {
    const names = new Set(rows.flatMap((row) => (row.dimension === trait ? [row.group_name] : [])));
    return names.size > 1 || (names.size === 1 && !names.has(unknownGroup));
  });
