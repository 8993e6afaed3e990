import type {Exits} from "../../../../models/statistics/survival/lifeTable.ts";
import type {CoxRow} from "../../../../models/statistics/survival/cox/riskSets.ts";

/** Times at which subjects ended, and at which others were last seen. */
export interface Group {
  ended: readonly number[];
  left: readonly number[];
}

/** Remission in weeks of 42 children with leukaemia: 6-MP against placebo. Source: Freireich et al. (1963), as in Cox (1972). */
export const freireich = {
  treated: {ended: [6, 6, 6, 7, 10, 13, 16, 22, 23], left: [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]},
  control: {ended: [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23], left: []}
} satisfies Record<string, Group>;

/** Log white blood count of the same children: ended, then left. Source: Kleinbaum & Klein, “Survival Analysis”, table of chapter 1. */
export const whiteBlood = {
  treated: {
    ended: [2.31, 4.06, 3.28, 4.43, 2.96, 2.88, 3.6, 2.32, 2.57],
    left: [3.2, 2.8, 2.7, 2.6, 2.16, 2.05, 2.01, 1.78, 2.2, 2.53, 1.47, 1.45]
  },
  control: {
    ended: [
      2.8, 5, 4.91, 4.48, 4.01, 4.36, 2.42, 3.49, 3.97, 3.52, 3.05, 2.32, 3.26, 3.49, 2.12, 1.5, 3.06, 2.3, 2.95, 2.73,
      1.97
    ],
    left: []
  }
} satisfies Record<string, Group>;

/** Survival in weeks of 23 patients with acute myelogenous leukaemia. Source: Miller (1981); `aml` of R's survival. */
export const aml = {
  maintained: {ended: [9, 13, 18, 23, 31, 34, 48], left: [13, 28, 45, 161]},
  nonmaintained: {ended: [5, 5, 8, 8, 12, 23, 27, 30, 33, 43, 45], left: [16]}
} satisfies Record<string, Group>;

/** Days, whether died, treatment and age of 26 patients. Source: Edmunson et al. (1979); `ovarian` of R's survival. */
export const ovarian: readonly (readonly [days: number, died: 0 | 1, treatment: 1 | 2, age: number])[] = [
  [59, 1, 1, 72.3315],
  [115, 1, 1, 74.4932],
  [156, 1, 1, 66.4658],
  [421, 0, 2, 53.3644],
  [431, 1, 1, 50.3397],
  [448, 0, 1, 56.4301],
  [464, 1, 2, 56.937],
  [475, 1, 2, 59.8548],
  [477, 0, 1, 64.1753],
  [563, 1, 2, 55.1781],
  [638, 1, 1, 56.7562],
  [744, 0, 2, 50.1096],
  [769, 0, 2, 59.6301],
  [770, 0, 2, 57.0521],
  [803, 0, 1, 39.2712],
  [855, 0, 1, 43.1233],
  [1040, 0, 1, 38.8932],
  [1106, 0, 1, 44.6],
  [1129, 0, 2, 53.9068],
  [1206, 0, 2, 44.2055],
  [1227, 0, 2, 59.589],
  [268, 1, 1, 74.5041],
  [329, 1, 1, 43.137],
  [353, 1, 2, 63.2192],
  [365, 1, 2, 64.4247],
  [377, 0, 2, 58.3096]
];

export const exitsOf = ({ended, left}: Group): Exits[] => [
  ...ended.map((time) => ({time, ended: 1, left: 0})),
  ...left.map((time) => ({time, ended: 0, left: 1}))
];

/** Rows of a Cox model whose first covariate is 1 for the group; `more` gives further ones in the order of the group. */
export function rowsOf({ended, left}: Group, one: 0 | 1, more?: Group): CoxRow[] {
  const row = (isEnd: boolean) => (time: number, i: number) => ({
    time,
    ended: isEnd,
    count: 1,
    covariates: more ? [one, (isEnd ? more.ended : more.left)[i]!] : [one]
  });
  return [...ended.map(row(true)), ...left.map(row(false))];
}
