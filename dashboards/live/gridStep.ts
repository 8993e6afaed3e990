/** A place in a table: row, column. */
export type Cell = [row: number, column: number];

const arrows: Record<string, Cell> = {ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0]};

/** Where a key leads from `at`: to the next open cell in its direction; null where there is none, or for other keys. */
export function step(open: readonly (readonly boolean[])[], [row, column]: Cell, key: string): Cell | null {
  if (key === "Home" || key === "End") {
    const line = open[row] ?? [];
    const target = key === "Home" ? line.indexOf(true) : line.lastIndexOf(true);
    return target < 0 ? null : [row, target];
  }
  const move = arrows[key];
  if (!move) return null;
  let [i, j] = [row + move[0], column + move[1]];
  while (open[i]?.[j] === false || (move[0] !== 0 && i >= 0 && i < open.length && open[i]?.[j] === undefined)) {
    i += move[0];
    j += move[1];
  }
  return open[i]?.[j] ? [i, j] : null;
}
