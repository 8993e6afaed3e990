import {mkdirSync, mkdtempSync, rmSync, statSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {Warehouse} from "../../warehouse/warehouse.ts";
import {type CsvFile, openCsv} from "./csvFile.ts";
import type {PlacedFault} from "./faults.ts";

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

/**
 * Opens a Parquet file with columns of DuckDB types under `out`. Rows are kept as text on disk until it is closed; empty cells
 * become null. The same rows give the same bytes.
 */
export async function openParquet(
  out: string,
  file: string,
  types: Record<string, string>,
  placed: PlacedFault[]
): Promise<CsvFile> {
  const folder = mkdtempSync(join(tmpdir(), "parquet-"));
  const text = join(folder, "rows.csv");
  const own: PlacedFault[] = [];
  const csv = await openCsv(out, file, Object.keys(types), {placed: own, path: text});
  return {
    write: csv.write,
    close: async () => {
      const {rows} = await csv.close();
      // A table counts its rows from 1 and has no header among them.
      placed.push(...own.map((fault) => ({...fault, line: fault.line - 1})));
      const path = join(out, file);
      mkdirSync(dirname(path), {recursive: true});
      const columns = Object.entries(types).map(([name, type]) => `${literal(name)}: ${literal(type)}`);
      const engine = await Warehouse.open(":memory:");
      await engine.run("set threads = 1");
      await engine.run(
        `copy (from read_csv(${literal(text)}, header = true, auto_detect = false, columns = {${columns.join(", ")}}))
         to ${literal(path)} (format parquet, compression zstd)`
      );
      engine.close();
      rmSync(folder, {recursive: true});
      return {file, rows, bytes: statSync(path).size};
    }
  };
}
