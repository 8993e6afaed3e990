/** How many ended, and how many were still running when last seen, after the same time. */
export interface Exits {
  time: number;
  ended: number;
  left: number;
}

/** One time of a life table: who was still there just before it, and what became of them at it. */
export interface LifeRow extends Exits {
  atRisk: number;
}

/** The life table of grouped durations, one row per time at which anybody ended or left, rising. Equal times are added up. */
export function lifeTable(exits: readonly Exits[]): LifeRow[] {
  const byTime = new Map<number, Exits>();
  for (const {time, ended, left} of exits) {
    const seen = byTime.get(time) ?? {time, ended: 0, left: 0};
    byTime.set(time, {time, ended: seen.ended + ended, left: seen.left + left});
  }
  const rows = [...byTime.values()].filter(({ended, left}) => ended + left > 0).sort((a, b) => a.time - b.time);
  let atRisk = rows.reduce((sum, {ended, left}) => sum + ended + left, 0);
  return rows.map((row) => {
    const found = {...row, atRisk};
    atRisk -= row.ended + row.left;
    return found;
  });
}
