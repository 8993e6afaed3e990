import type {DuckDBDataChunk} from "@duckdb/node-api";
import type {Warehouse} from "./warehouse.ts";

/** The columns of a result as typed arrays, one per column, NaN for null; the result must fit in memory. Every column must be a double. */
export async function readDoubles(warehouse: Warehouse, sql: string): Promise<Float64Array[]> {
  const parts: Float64Array[][] = [];
  let rows = 0;
  for await (const chunk of chunksOf(warehouse, sql)) {
    parts.push(doublesOf(chunk));
    rows += chunk.rowCount;
  }
  const columns = Array.from({length: parts[0]?.length ?? 0}, () => new Float64Array(rows));
  let at = 0;
  for (const part of parts) {
    part.forEach((values, c) => columns[c]!.set(values, at));
    at += part[0]!.length;
  }
  return columns;
}

/** The chunks of a result of any size, in order; memory holds one. */
export async function* chunksOf(warehouse: Warehouse, sql: string): AsyncGenerator<DuckDBDataChunk> {
  const result = await warehouse.connection.stream(sql);
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk?.rowCount) return;
    yield chunk;
  }
}

/** The columns of a chunk from one on, all of them doubles, as typed arrays, NaN for null. */
export function doublesOf(chunk: DuckDBDataChunk, from = 0): Float64Array[] {
  return Array.from({length: chunk.columnCount - from}, (_, c) => {
    const vector = chunk.getColumnVector(from + c);
    const values = new Float64Array(chunk.rowCount);
    for (let i = 0; i < values.length; i++) values[i] = (vector.getItem(i) as number | null) ?? NaN;
    return values;
  });
}
