import type {Expression} from "kysely";
import {either, both, compare, num, text, when, type Value} from "../sql.ts";

export const kanoCategories = [
  "must_be",
  "one_dimensional",
  "attractive",
  "indifferent",
  "reverse",
  "questionable"
] as const;
export type KanoCategory = (typeof kanoCategories)[number];

const letters: Record<string, KanoCategory> = {
  M: "must_be",
  O: "one_dimensional",
  A: "attractive",
  I: "indifferent",
  R: "reverse",
  Q: "questionable"
};

/**
 * Kano's evaluation table: a line per answer to "if it is there" (1 I like it … 5 I dislike it), a letter per answer to "if it is not".
 * Source: Kano et al. (1984), in the form of Berger et al. (1993).
 */
const table = ["QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ"] as const;

/** What a pair of answers from 1 to 5 says of a feature. */
export const kanoCategory = (functional: number, dysfunctional: number): KanoCategory =>
  letters[table[functional - 1]![dysfunctional - 1]!]!;

const answers = [1, 2, 3, 4, 5] as const;

/** The same over columns. */
export function kanoCategoryOf(functional: Expression<number>, dysfunctional: Expression<number>): Value<KanoCategory> {
  const of = (category: KanoCategory) =>
    either(
      ...answers.flatMap((there) => {
        const without = answers.filter((not) => kanoCategory(there, not) === category);
        if (!without.length) return [];
        return [
          both(
            compare(functional, "=", num(there)),
            either(...without.map((not) => compare(dysfunctional, "=", num(not))))
          )
        ];
      })
    );
  return kanoCategories.reduceRight<Value<KanoCategory>>(
    (otherwise, category) => when(of(category), text(category), otherwise),
    text(kanoCategories.at(-1)!)
  );
}
