import {holm} from "../statistics/survival/holm.ts";

/** p-values adjusted for all that there are; null stays null. */
export function adjustedTogether(values: readonly (number | null)[]): (number | null)[] {
  const found = holm(values.filter((p) => p !== null));
  let next = 0;
  return values.map((p) => (p === null ? null : found[next++]!));
}
