import type {Lang} from "../../format/lang.ts";
import type {LevelRow, Party} from "./rows.ts";
import {comparisonName, inOrder, levelName} from "./comparisonWords.ts";

/** A comparison in words: its name, and how alike at each level. */
export interface Compared {
  id: string;
  name: string;
  /** By level; 0 is "differs". */
  levels: Record<number, string>;
}

/** What is compared of each party, in the page's language and in order. */
export type Dictionary = Record<Party, readonly Compared[]>;

/** The words that browser code needs, without the SQL they stand beside. */
export function dictionary(rows: readonly LevelRow[], lang: Lang): Dictionary {
  const of = (party: Party): Compared[] => {
    const own = rows.filter((row) => row.party === party);
    return inOrder(party, new Set(own.map(({comparison}) => comparison))).map((id) => ({
      id,
      name: comparisonName(party, id, lang),
      levels: Object.fromEntries(
        own.filter(({comparison}) => comparison === id).map((row) => [row.level, levelName(row, lang)])
      )
    }));
  };
  return {person: of("person"), organisation: of("organisation")};
}
