/** So many subjects alike: how long they were followed, whether they ended then, and what is known of them. */
export interface CoxRow {
  time: number;
  ended: boolean;
  covariates: readonly number[];
  /** How many subjects the row stands for, 1 or more. */
  count: number;
}

/** Rows by falling time, covariates centred at their means and divided by their standard deviations. */
export interface RiskSets {
  columns: number;
  subjects: number;
  events: number;
  rows: readonly CoxRow[];
  deviations: readonly number[];
}

/** Rows in the order in which risk sets grow. A covariate that never varies keeps a deviation of 0 and becomes 0. */
export function riskSets(rows: readonly CoxRow[]): RiskSets {
  const columns = rows[0]?.covariates.length ?? 0;
  const subjects = rows.reduce((sum, {count}) => sum + count, 0);
  const every = Array.from({length: columns}, (_, j) => j);
  const mean = every.map((j) => rows.reduce((sum, {covariates, count}) => sum + count * covariates[j]!, 0) / subjects);
  const deviations = every.map((j) => {
    const squares = rows.reduce((sum, {covariates, count}) => sum + count * (covariates[j]! - mean[j]!) ** 2, 0);
    const deviation = Math.sqrt(squares / subjects);
    return deviation > 1e-12 * Math.max(1, Math.abs(mean[j]!)) ? deviation : 0;
  });
  const scaled = rows.map((row) => ({
    ...row,
    covariates: row.covariates.map((x, j) => (deviations[j] ? (x - mean[j]!) / deviations[j] : 0))
  }));
  return {
    columns,
    subjects,
    events: rows.reduce((sum, {ended, count}) => sum + (ended ? count : 0), 0),
    rows: scaled.sort((a, b) => b.time - a.time),
    deviations
  };
}

/** β ᵀ x. */
export const predictor = (covariates: readonly number[], beta: readonly number[]): number => {
  let sum = 0;
  for (let j = 0; j < beta.length; j++) sum += covariates[j]! * beta[j]!;
  return sum;
};
