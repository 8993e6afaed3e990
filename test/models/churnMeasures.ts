/** A customer as a method saw them: foretold risk, and whether they left. */
export interface Foretold {
  risk: number;
  left: boolean;
}

const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;

/** Share of pairs ranked rightly, by comparing every pair; null without a pair. */
export function auc(all: readonly Foretold[]): number | null {
  const [leavers, stayers] = [all.filter(({left}) => left), all.filter(({left}) => !left)];
  if (!leavers.length || !stayers.length) return null;
  return mean(leavers.map((a) => mean(stayers.map((b) => (a.risk > b.risk ? 1 : a.risk === b.risk ? 0.5 : 0)))));
}

/** Standard error of the AUC from the placements of every customer (DeLong, DeLong & Clarke-Pearson 1988). */
export function aucError(all: readonly Foretold[]): number | null {
  const [leavers, stayers] = [all.filter(({left}) => left), all.filter(({left}) => !left)];
  if (leavers.length < 2 || stayers.length < 2) return null;
  const kernel = (a: Foretold, b: Foretold) => (a.risk > b.risk ? 1 : a.risk === b.risk ? 0.5 : 0);
  const variance = (values: readonly number[]) => {
    const m = mean(values);
    return values.reduce((sum, x) => sum + (x - m) ** 2, 0) / (values.length - 1);
  };
  const tens = leavers.map((a) => mean(stayers.map((b) => kernel(a, b))));
  const ones = stayers.map((b) => mean(leavers.map((a) => kernel(a, b))));
  return Math.sqrt(variance(tens) / leavers.length + variance(ones) / stayers.length);
}

/** Average precision: at each distinct risk, recall gained × precision of all at or above it. */
export function averagePrecision(all: readonly Foretold[]): number | null {
  const leavers = all.filter(({left}) => left).length;
  if (!leavers) return null;
  return [...new Set(all.map(({risk}) => risk))].reduce((sum, cut) => {
    const above = all.filter(({risk}) => risk >= cut);
    const gained = all.filter(({risk, left}) => left && risk === cut).length;
    return sum + (gained / leavers) * (above.filter(({left}) => left).length / above.length);
  }, 0);
}

export const brier = (all: readonly Foretold[]) => mean(all.map(({risk, left}) => (Number(left) - risk) ** 2));

export const logLoss = (all: readonly Foretold[]) =>
  mean(
    all.map(({risk, left}) => {
      const p = Math.min(Math.max(risk, 1e-6), 1 - 1e-6);
      return -Math.log(left ? p : 1 - p);
    })
  );

/**
 * Share of leavers among the `n` riskiest, n may have a fraction: taken one by one down the list, customers of equal risk each by the
 * part of them that the list has room for.
 */
export function leaversAmong(all: readonly Foretold[], n: number): number {
  let [room, caught] = [n, 0];
  for (const risk of [...new Set(all.map(({risk}) => risk))].sort((a, b) => b - a)) {
    const alike = all.filter((one) => one.risk === risk);
    const part = Math.min(1, Math.max(0, room / alike.length));
    caught += part * alike.filter(({left}) => left).length;
    room -= alike.length;
  }
  return caught;
}
