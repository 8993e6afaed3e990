import {dsvFormat} from "d3";
import {UserError} from "../../warehouse/error.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import type {Layout} from "../reading/layout.ts";
import {cells} from "../reading/cells.ts";
import type {Source} from "../source.ts";
import {records, type FileRecord} from "../reading/records.ts";
import {nothingBit, type Problem} from "./problems.ts";

/** A record that the reader could not split into the header's columns. */
interface Broken {
  byte: number;
  reason: string;
}

/** What is known of a load before its rejected rows are written down. */
export interface Rejected {
  loadId: string;
  layout: Layout;
  source: Source;
  problems: readonly Problem[];
  broken: readonly Broken[];
}

const readable: Record<string, string> = {
  "MISSING COLUMNS": "too few cells",
  "TOO MANY COLUMNS": "too many cells",
  "UNQUOTED VALUE": "a quote that does not close",
  "INVALID ENCODING": "bytes that are no text in the encoding of the file",
  "LINE SIZE OVER MAXIMUM": "a record over 16 MiB"
};

/** The table of refused records, for a reader that refuses none. */
export const makeRefused = (warehouse: Warehouse, table: string): Promise<void> =>
  warehouse.run(
    `create temporary table ${table} (line_byte_position bigint, error_type varchar, error_message varchar, csv_line varchar)`
  );

/** How many records the reader refused. */
export const countBroken = async (warehouse: Warehouse, table: string): Promise<number> =>
  (await warehouse.row<{n: number}>(`select count(distinct line_byte_position) as n from ${table}`)).n;

/** The records that the reader refused, from its temporary table. Throws a UserError where a quote swallowed rows. */
export async function brokenRecords(warehouse: Warehouse, table: string, name: string): Promise<Broken[]> {
  const rows = await warehouse.rows<{byte: number; type: string; message: string; swallowed: number}>(
    `select line_byte_position - 1 as byte, arg_min(error_type::varchar, error_type <> 'UNQUOTED VALUE') as type,
     arg_min(error_message, error_type <> 'UNQUOTED VALUE') as message,
     max(len(string_split(trim(csv_line, chr(10) || chr(13)), chr(10)))) - 1 as swallowed from ${table} group by 1 order by 1`
  );
  const open = rows.find(({type, swallowed}) => type === "UNQUOTED VALUE" && swallowed > 0);
  if (open) {
    throw new UserError(
      `ingest: ${name}: a quote near byte ${open.byte} opens and does not close rightly, and swallows ${open.swallowed} further lines; ` +
        `mend the quote. Nothing of the file was loaded`
    );
  }
  return rows.map(({byte, type, message}) => ({
    byte,
    reason:
      type === "INVALID ENCODING"
        ? readable[type]!
        : `${readable[type] ?? type.toLowerCase()} (${message.split("\n")[0]})`
  }));
}

type Reject = [
  line: number | null,
  field: string | null,
  header: string | null,
  value: string | null,
  reason: string,
  record: string | null
];

const BATCH = 1000;

/**
 * Writes the file's rejected rows to the ledger, one row per problem, with the physical line and the record as the file has it, a
 * thousand at a time. Where the file's own records cannot be told apart, line, value and record stay empty rather than wrong.
 */
export async function writeRejects(warehouse: Warehouse, rejected: Rejected): Promise<void> {
  const {loadId, layout, source, problems} = rejected;
  const bad = await warehouse.rows<{position: number; mask: number}>(
    `select rowid + 1 as position, problems as mask from store."load_${loadId}" where problems <> 0 and rule = 0 order by rowid`
  );
  const {read} = await warehouse.row<{read: number}>(`select count(*) as read from store."load_${loadId}"`);
  const waiting = [...rejected.broken];
  let batch: Reject[] = [];
  let [position, next] = [0, 0];
  const isJson = layout.form === "json";
  const blankRows = !isJson && (layout.names.length === 1 || layout.delimiter === "whitespace");
  const delimiter = isJson ? "whitespace" : layout.delimiter;
  const filled = fillerOf(layout, source);
  for await (const found of records(layout.path, {delimiter, blankRows})) {
    if (found.row <= layout.skip) continue;
    const record = filled(found);
    // The reader counts blank lines before a broken record, and half a line end, as its beginning.
    if (waiting.length && record.byte >= waiting[0]!.byte) {
      batch.push([placeOf(layout, record), null, null, null, waiting.shift()!.reason, record.text]);
    } else {
      position++;
      if (bad[next]?.position === position) {
        batch.push(...explain(problems, layout, bad[next]!.mask, record));
        next++;
      }
    }
    if (batch.length >= BATCH) batch = await append(warehouse, loadId, batch);
  }
  for (const {reason} of waiting) batch.push([null, null, null, null, reason, null]);
  for (const {mask} of bad.slice(next)) batch.push(...explain(problems, layout, mask, null));
  await append(warehouse, loadId, batch);
  if (waiting.length || next < bad.length || position !== read) {
    await warehouse.connection.run(
      "update ledger.rejects set line = null, value = null, record = null where load_id = $1",
      [loadId]
    );
  }
}

function explain(problems: readonly Problem[], layout: Layout, mask: number, record: FileRecord | null): Reject[] {
  if (record && layout.form === "json" && !isObject(parsed(record.text))) {
    return [[placeOf(layout, record), null, null, null, problems[nothingBit]!.reason, record.text]];
  }
  const valueOf = record === null ? () => null : valuesOf(layout, record.text);
  return problems
    .filter(({bit}) => Math.floor(mask / 2 ** bit) % 2 === 1)
    .map(({field, header, reason}) => {
      const value = header === null ? null : valueOf(header);
      return [record === null ? null : placeOf(layout, record), field, header, value, reason, record?.text ?? null];
    });
}

/** Where a record is, as people look for it: its line, the sheet's row, or how many records it comes after. */
const placeOf = ({place, skip}: Layout, record: FileRecord): number =>
  place === "line" ? record.line : place === "row" ? record.row : record.row - skip;

/** The values of a record by header; an object that is no JSON has none. */
function valuesOf(layout: Layout, text: string): (header: string) => string | null {
  if (layout.form === "text") {
    const values = cells(text, layout.delimiter);
    return (header) => values[layout.names.indexOf(header)] ?? null;
  }
  const value = parsed(text);
  return (header) => {
    const path = layout.json.find(({name}) => name === header)?.path ?? [];
    const found = path.reduce<unknown>(
      (at, key) => (typeof at === "object" && at !== null && Object.hasOwn(at, key) ? at[key as never] : null),
      value
    );
    return found == null ? null : typeof found === "string" ? found : JSON.stringify(found);
  };
}

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null && !Array.isArray(value);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Puts into a record what its empty cells take from above, so that it can stand alone. */
function fillerOf(layout: Layout, source: Source): (record: FileRecord) => FileRecord {
  const columns = source.fill_down.map((name) =>
    layout.names.findIndex((it) => it.toLowerCase() === name.toLowerCase())
  );
  if (!columns.length || layout.form === "json" || layout.delimiter === "whitespace") return (record) => record;
  const above = new Map<number, string>();
  return (record) => {
    const values = cells(record.text, layout.delimiter);
    let isFilled = false;
    for (const column of columns) {
      if (values[column]) above.set(column, values[column]);
      else if (column >= 0 && column < values.length && above.has(column)) {
        values[column] = above.get(column)!;
        isFilled = true;
      }
    }
    return isFilled ? {...record, text: dsvFormat(layout.delimiter).formatRow(values)} : record;
  };
}

async function append(warehouse: Warehouse, loadId: string, rows: readonly Reject[]): Promise<Reject[]> {
  const appender = await warehouse.connection.createAppender("rejects", "ledger");
  for (const [line, ...texts] of rows) {
    appender.appendVarchar(loadId);
    if (line === null) appender.appendNull();
    else appender.appendBigInt(BigInt(line));
    for (const text of texts) {
      if (text === null) appender.appendNull();
      else appender.appendVarchar(text);
    }
    appender.endRow();
  }
  appender.closeSync();
  return [];
}
