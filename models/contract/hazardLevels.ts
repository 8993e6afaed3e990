import type {Pattern} from "./hazardPatterns.ts";
import type {HazardTerm, Levels} from "./hazardTerms.ts";

/** Why a level has its number or has none. */
export const levelStates = ["fitted", "reference", "one_value", "collinear", "separated", "too_few"] as const;

/** A level of a term, as the model leaves it. */
export interface HazardLevel {
  term: HazardTerm;
  level: string;
  state: (typeof levelStates)[number];
  contracts: number;
  ended: number;
  coefficient: number | null;
  standard_error: number | null;
  hazard_ratio: number | null;
  low: number | null;
  high: number | null;
  p_value: number | null;
  /** Of the whole term: the chance of such a drift of its hazard ratios over time if there were none. */
  proportional_p: number | null;
}

/** A column of the model: one level of one term. */
export interface Column {
  term: HazardTerm;
  level: string;
}

/** The name under which a column is remembered. */
export const keyOf = ({term, level}: Column) => `${term} ${level}`;

/** What the model says of a column. */
export type Numbers = Column & Omit<HazardLevel, "term" | "level" | "state" | "contracts" | "ended">;

/** How many contracts patterns stand for. */
export function size(patterns: readonly Pattern[]): {contracts: number; ended: number} {
  const sum = (some: readonly Pattern[]) => some.reduce((total, {contracts}) => total + contracts, 0);
  return {contracts: sum(patterns), ended: sum(patterns.filter(({has_ended}) => has_ended))};
}

const none = {
  coefficient: null,
  standard_error: null,
  hazard_ratio: null,
  low: null,
  high: null,
  p_value: null,
  proportional_p: null
};

/** Every level of every term with its state; `out` names terms and levels that were taken out. */
export function told(
  all: readonly Levels[],
  patterns: readonly Pattern[],
  out: ReadonlyMap<string, HazardLevel["state"]>,
  numbers: readonly Numbers[]
): HazardLevel[] {
  return all.flatMap(({term, reference, compared, few, of}) =>
    [...(reference ? [reference] : []), ...compared, ...few].map((level): HazardLevel => {
      const found = numbers.find((one) => one.term === term && one.level === level);
      const state = found
        ? "fitted"
        : few.includes(level)
          ? "too_few"
          : (out.get(term) ?? out.get(keyOf({term, level})) ?? (level === reference ? "reference" : "too_few"));
      return {
        ...none,
        ...found,
        term,
        level,
        state,
        ...size(patterns.filter((pattern) => of(pattern) === level))
      };
    })
  );
}
