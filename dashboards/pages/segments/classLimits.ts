import {abcClasses, type AbcClass} from "../../../models/marts/abcClass.ts";
import type {Formats} from "../../format/formats.ts";
import {className} from "../customers/words.ts";
import type {ClassRow} from "./rows.ts";

/** Cumulative share of revenue at which a class ends, as far as a class that has buyers tells it. */
export function endOf(classes: readonly ClassRow[], name: AbcClass): number | null {
  const next = abcClasses[abcClasses.indexOf(name) + 1];
  const found = (wanted?: string) => classes.find(({abc_class}) => abc_class === wanted);
  return found(name)?.share_to ?? found(next)?.share_from ?? null;
}

/** What the classes that have buyers hold: "A+ 0–20%, B 80–95%". */
export const classRanges = (classes: readonly ClassRow[], f: Formats): string =>
  abcClasses
    .flatMap((name) => classes.filter(({abc_class}) => abc_class === name))
    .map((row) => `${className(row.abc_class)} ${f.shareRange(row.share_from, row.share_to, 0)}`)
    .join(", ");
