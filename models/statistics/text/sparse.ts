/** Rows of few non-zero cells: the cells of row i are columns[starts[i]…starts[i + 1]) with their values. */
export interface Sparse {
  rows: number;
  starts: Int32Array;
  columns: Int32Array;
  values: Float32Array;
}

/** The rows with these numbers, in that order. */
export function rowsOf({starts, columns, values}: Sparse, chosen: Int32Array): Sparse {
  const ends = new Int32Array(chosen.length + 1);
  chosen.forEach((row, i) => (ends[i + 1] = ends[i]! + starts[row + 1]! - starts[row]!));
  const taken = {columns: new Int32Array(ends.at(-1)!), values: new Float32Array(ends.at(-1)!)};
  chosen.forEach((row, i) => {
    taken.columns.set(columns.subarray(starts[row], starts[row + 1]), ends[i]);
    taken.values.set(values.subarray(starts[row], starts[row + 1]), ends[i]);
  });
  return {rows: chosen.length, starts: ends, ...taken};
}

/** The same rows without the columns of fewer than `least` rows; what is left is numbered anew, `kept` names the old columns in rising order. */
export function frequentColumns({rows, starts, columns, values}: Sparse, count: number, least: number) {
  const held = new Int32Array(count);
  for (const column of columns) held[column]!++;
  const kept = Int32Array.from(held, (_, column) => column).filter((column) => held[column]! >= least);
  const place = new Int32Array(count).fill(-1);
  kept.forEach((column, i) => (place[column] = i));
  const made = {
    starts: new Int32Array(rows + 1),
    columns: new Int32Array(columns.length),
    values: new Float32Array(columns.length)
  };
  let next = 0;
  for (let i = 0; i < rows; i++) {
    for (let k = starts[i]!; k < starts[i + 1]!; k++) {
      const column = place[columns[k]!]!;
      if (column < 0) continue;
      made.columns[next] = column;
      made.values[next++] = values[k]!;
    }
    made.starts[i + 1] = next;
  }
  const sparse: Sparse = {
    rows,
    starts: made.starts,
    columns: made.columns.subarray(0, next),
    values: made.values.subarray(0, next)
  };
  return {sparse, kept};
}
