import type {Warehouse} from "../../warehouse/warehouse.ts";
import type {ExportFile} from "../reading/files.ts";
import type {Layout} from "../reading/layout.ts";
import {cells, records} from "../reading/records.ts";
import type {Problem} from "./problems.ts";

/** A record that the reader could not split into the header's columns. */
interface Broken {
  byte: number;
  reason: string;
}

/** What is known of a load before its rejected rows are written down. */
export interface Rejected {
  loadId: string;
  file: ExportFile;
  layout: Layout;
  problems: readonly Problem[];
  broken: readonly Broken[];
}

const readable: Record<string, string> = {
  "MISSING COLUMNS": "too few cells",
  "TOO MANY COLUMNS": "too many cells",
  "UNQUOTED VALUE": "a quote that does not close",
  "INVALID ENCODING": "not UTF-8",
  "LINE SIZE OVER MAXIMUM": "a record over 16 MiB"
};

/** The records that the reader refused, from its temporary table. */
export async function brokenRecords(warehouse: Warehouse, table: string): Promise<Broken[]> {
  const rows = await warehouse.rows<{byte: number; type: string; message: string}>(
    `select line_byte_position - 1 as byte, min(error_type::varchar) as type, min(error_message) as message from ${table} group by 1 order by 1`
  );
  return rows.map(({byte, type, message}) => ({
    byte,
    reason: `${readable[type] ?? type.toLowerCase()} (${message.split("\n")[0]})`
  }));
}

/**
 * Writes the file's rejected rows to the ledger, one row per problem, with the physical line and the record as the file has it.
 * Where the file's own records cannot be told apart (unclosed quotes), the line stays empty rather than wrong.
 */
export async function writeRejects(
  warehouse: Warehouse,
  {loadId, file, layout, problems, broken}: Rejected
): Promise<void> {
  const bad = await warehouse.rows<{position: number; mask: number}>(
    `select rowid + 1 as position, problems as mask from store."load_${loadId}" where problems <> 0 and rule = 0 order by rowid`
  );
  const {read} = await warehouse.row<{read: number}>(`select count(*) as read from store."load_${loadId}"`);
  const found: (string | number | null)[][] = [];
  const waiting = [...broken];
  let position = 0;
  let index = 0;
  let next = 0;
  for await (const record of records(file.path, layout)) {
    if (index++ < layout.skip) continue;
    // The reader counts blank lines before a broken record, and half a line end, as its beginning.
    if (waiting.length && record.byte >= waiting[0]!.byte) {
      found.push([record.line, null, null, null, waiting.shift()!.reason, record.text]);
      continue;
    }
    position++;
    if (bad[next]?.position !== position) continue;
    found.push(...explain(bad[next]!.mask, record.text, record.line));
    next++;
  }
  const lost = waiting.length > 0 || next < bad.length || position !== read;
  if (lost) {
    for (const row of found) row[0] = null;
    for (const {reason} of waiting) found.push([null, null, null, null, reason, null]);
    for (const {mask} of bad.slice(next)) found.push(...explain(mask, null, null));
  }
  await append(warehouse, loadId, found);

  function explain(mask: number, text: string | null, line: number | null): (string | number | null)[][] {
    const values = text === null ? [] : cells(text, layout.delimiter);
    return problems
      .filter(({bit}) => Math.floor(mask / 2 ** bit) % 2 === 1)
      .map(({field, header, reason}) => {
        const value = header === null ? null : (values[layout.names.indexOf(header)] ?? null);
        return [line, field, header, value, reason, text];
      });
  }
}

async function append(warehouse: Warehouse, loadId: string, rows: (string | number | null)[][]): Promise<void> {
  const appender = await warehouse.connection.createAppender("rejects", "ledger");
  for (const [line, ...rest] of rows) {
    appender.appendVarchar(loadId);
    if (line === null) appender.appendNull();
    else appender.appendBigInt(BigInt(line!));
    for (const cell of rest) {
      if (cell === null) appender.appendNull();
      else appender.appendVarchar(String(cell));
    }
    appender.endRow();
  }
  appender.closeSync();
}
