/** Most labels under a curve. */
const most = 8;

/** Which weeks are the first of a month to be named: every one, second, third, sixth of the year or January alone, whichever gives few enough. */
export function monthTicks(weeks: readonly Date[]): number[] {
  const firsts = weeks.flatMap((week, i) => {
    const before = weeks[i - 1];
    return before && before.getUTCMonth() !== week.getUTCMonth() ? [i] : [];
  });
  const every = (months: number) => firsts.filter((i) => weeks[i]!.getUTCMonth() % months === 0);
  const steps = [1, 2, 3, 6];
  return every(steps.find((months) => every(months).length <= most) ?? 12);
}
