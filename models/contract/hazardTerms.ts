import type {Pattern} from "./hazardPatterns.ts";

/** What may tell contracts apart, known when they began, the most useful first: where ends are few, later ones stay out. */
export const hazardTerms = [
  "plan",
  "monthly_amount",
  "acquisition_channel",
  "had_ordered",
  "is_restart",
  "country",
  "start_year"
] as const;

export type HazardTerm = (typeof hazardTerms)[number];

/** A level of fewer ends, or a model of fewer ends a coefficient, gives numbers of little worth (Peduzzi et al. 1995). */
export const [endsALevel, endsACoefficient] = [5, 10];

/** A term with its levels: the one that others are held against, those with a coefficient, and those whose contracts cannot take part. */
export interface Levels {
  term: HazardTerm;
  reference: string;
  compared: string[];
  few: string[];
  /** The level of a contract. */
  of: (pattern: Pattern) => string;
}

/** Amounts enter as log2, so that the coefficient is one of doubling; contracts of no known amount cannot take part. */
export const doubled = "doubled";

const textOf: Record<HazardTerm, (pattern: Pattern) => string> = {
  plan: ({plan}) => plan,
  monthly_amount: ({monthly_amount}) => (monthly_amount > 0 ? doubled : "unknown"),
  acquisition_channel: (pattern) => pattern.acquisition_channel,
  had_ordered: ({had_ordered}) => (had_ordered ? "yes" : "no"),
  is_restart: ({is_restart}) => (is_restart ? "yes" : "no"),
  country: ({country}) => country,
  start_year: (pattern) => pattern.start_year
};

/** The levels of a term: the largest named one is the reference, small ones are counted with “others”, which is left out while it is small itself. */
export function levelsOf(term: HazardTerm, patterns: readonly Pattern[]): Levels {
  const plain = textOf[term];
  if (term === "monthly_amount") return amountLevels(patterns);
  const ends = (of: (pattern: Pattern) => string) => {
    const counts = new Map<string, {contracts: number; ended: number}>();
    for (const pattern of patterns) {
      const level = of(pattern);
      const {contracts, ended} = counts.get(level) ?? {contracts: 0, ended: 0};
      counts.set(level, {
        contracts: contracts + pattern.contracts,
        ended: ended + (pattern.has_ended ? pattern.contracts : 0)
      });
    }
    return [...counts].sort(([a, x], [b, y]) => y.contracts - x.contracts || (a < b ? -1 : 1));
  };
  const small = new Set(ends(plain).flatMap(([level, {ended}]) => (ended < endsALevel ? [level] : [])));
  const isFlag = term === "had_ordered" || term === "is_restart";
  const of = (pattern: Pattern) => (small.has(plain(pattern)) && !isFlag ? "others" : plain(pattern));
  const levels = ends(of);
  const enough = levels.filter(([, {ended}]) => ended >= endsALevel).map(([level]) => level);
  const few = levels.filter(([, {ended}]) => ended < endsALevel).map(([level]) => level);
  const reference = enough.find((level) => level !== "others" && level !== "unknown") ?? enough[0] ?? "";
  return {term, reference, compared: enough.filter((level) => level !== reference), few, of};
}

/** Where more than a tenth of the contracts have no known amount, those that have one stand for too few. */
function amountLevels(patterns: readonly Pattern[]): Levels {
  const of = textOf.monthly_amount;
  const count = (some: readonly Pattern[]) => some.reduce((sum, {contracts}) => sum + contracts, 0);
  const unknown = count(patterns.filter((pattern) => of(pattern) === "unknown"));
  const compared = unknown * 10 <= count(patterns) ? [doubled] : [];
  return {term: "monthly_amount", reference: "", compared, few: unknown ? ["unknown"] : [], of};
}
