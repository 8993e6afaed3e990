import {UserError, messageOf} from "../../warehouse/error.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import {exactly, quote} from "../codecs/codec.ts";

/** Writes a Parquet file's rows as a working copy of text; lists and structures as JSON. */
export async function parquetToCsv(warehouse: Warehouse, path: string, name: string, out: string): Promise<void> {
  const file = `read_parquet(${exactly(path)})`;
  try {
    const columns = await warehouse.rows<{column_name: string; column_type: string}>(`describe from ${file}`);
    const nested = columns.filter(({column_type}) => /\[|STRUCT|MAP|UNION/.test(column_type));
    const json = nested.map(({column_name}) => `to_json(${ident(column_name)}) as ${ident(column_name)}`);
    const select = json.length ? `* replace (${json.join(", ")})` : "*";
    await warehouse.run(`copy (select ${select} from ${file}) to ${quote(out)} (format csv, header true)`);
  } catch (error) {
    throw new UserError(
      `ingest: ${name}: cannot be read as Parquet: ${messageOf(error).split("\n")[0]}; export it again`
    );
  }
}

const ident = (name: string) => `"${name.replaceAll('"', '""')}"`;
