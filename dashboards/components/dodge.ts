/** Places along a line stacked into levels, so that dots nearer than `gap` stand above each other: `[place, level]`. */
export function dodge(places: readonly number[], gap: number): [place: number, level: number][] {
  const taken: number[] = [];
  return [...places]
    .sort((a, b) => a - b)
    .map((place) => {
      const free = taken.findIndex((last) => place - last >= gap);
      const level = free < 0 ? taken.length : free;
      taken[level] = place;
      return [place, level];
    });
}
