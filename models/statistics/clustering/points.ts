/** Points of one width, row after row in one array. */
export interface Points {
  rows: number;
  width: number;
  values: Float64Array;
}

/** Points from columns of one length. */
export function pointsOf(columns: readonly Float64Array[]): Points {
  const [rows, width] = [columns[0]?.length ?? 0, columns.length];
  const values = new Float64Array(rows * width);
  columns.forEach((column, j) => column.forEach((value, i) => (values[i * width + j] = value)));
  return {rows, width, values};
}

/** The rows of these numbers, in their order. */
export function rowsOf({width, values}: Points, chosen: ArrayLike<number>): Points {
  const kept = new Float64Array(chosen.length * width);
  for (let i = 0; i < chosen.length; i++)
    kept.set(values.subarray(chosen[i]! * width, (chosen[i]! + 1) * width), i * width);
  return {rows: chosen.length, width, values: kept};
}

/** Squared Euclidean distance of a row to a centre. */
export function squaredDistance(points: Points, row: number, centres: Float64Array, centre: number): number {
  const {width, values} = points;
  let sum = 0;
  for (let j = 0, a = row * width, b = centre * width; j < width; j++) {
    const apart = values[a + j]! - centres[b + j]!;
    sum += apart * apart;
  }
  return sum;
}
