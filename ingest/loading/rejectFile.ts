import {createWriteStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync} from "node:fs";
import {once} from "node:events";
import {dirname, join, relative} from "node:path";
import {dsvFormat} from "d3";
import {quote} from "../codecs/codec.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import {cells} from "../reading/cells.ts";
import {loads, type Load} from "../ledger.ts";
import type {Project} from "../project.ts";
import {rejectReason} from "../reading/rejectReason.ts";

const folderOf = ({warehouse}: Project): string => join(dirname(warehouse), "rejects");

/** The file of a load's rejected rows, relative to the project folder. */
export function rejectFileOf(project: Project, {load_id, source, file, delimiter}: Load): string {
  const label = file
    .replace(/[\\/]/g, "_")
    .replace(/[^\p{L}\p{N}._-]+/gu, "_")
    .replace(/^\.+/, "")
    .slice(-120);
  const name = `${label.replace(/\.(csv|tsv|txt|ndjson|jsonl|json|gz)+$/i, "")}.rejected-${load_id}`;
  return relative(project.dir, join(folderOf(project), source, `${name}.${delimiter ? "csv" : "ndjson"}`));
}

/**
 * Keeps a file of rejected rows for each load that has some: the source's header and records with why, so that they can be corrected
 * and dropped in again. Files of loads that are no longer there go.
 */
export async function writeRejectFiles(warehouse: Warehouse, project: Project): Promise<void> {
  const wanted = new Map<string, Load>();
  for (const load of await loads(warehouse)) {
    if (load.rows_rejected) wanted.set(join(project.dir, rejectFileOf(project, load)), load);
  }
  const folder = folderOf(project);
  for (const entry of existsSync(folder) ? readdirSync(folder, {recursive: true, withFileTypes: true}) : []) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && /\.rejected-\d+\.(csv|ndjson)(\.new)?$/.test(entry.name) && !wanted.has(path)) rmSync(path);
  }
  for (const [path, load] of wanted) {
    if (existsSync(path)) continue;
    mkdirSync(dirname(path), {recursive: true});
    await write(warehouse, load, `${path}.new`);
    renameSync(`${path}.new`, path);
  }
}

async function write(warehouse: Warehouse, load: Load, path: string): Promise<void> {
  const out = createWriteStream(path);
  const put = async (text: string) => {
    if (!out.write(text)) await once(out, "drain");
  };
  const line = load.delimiter ? csvLine(load) : jsonLine;
  if (load.delimiter) await put(headOf(load));
  const rows = warehouse.batches<{record: string; reasons: string}>(
    `select record, string_agg(coalesce(header || ': ', '') || reason, '; ' order by place) as reasons
     from (select rowid as place, * from ledger.rejects where load_id = ${quote(load.load_id)} and record is not null)
     group by line, record order by min(place)`
  );
  for await (const batch of rows) for (const {record, reasons} of batch) await put(line(record, reasons));
  out.end();
  await once(out, "close");
}

const shape = ({delimiter}: Load) => dsvFormat(delimiter === "whitespace" ? " " : delimiter);

/** Spreadsheets take the mark for UTF-8. */
function headOf(load: Load): string {
  if (load.head === null) return "\ufeff";
  const rows = load.delimiter === "whitespace" ? [cells(load.head, load.delimiter)] : shape(load).parseRows(load.head);
  const width = Math.max(...rows.map((row) => row.length));
  const wide = rows.map((row, i) => [...row, ...blanks(width - row.length), i ? "" : rejectReason]);
  return `\ufeff${wide.map((row) => `${shape(load).formatRow(row)}\n`).join("")}`;
}

/** Without a header there is no place for a reason, which the ledger has too. */
function csvLine(load: Load): (record: string, reasons: string) => string {
  const width = (JSON.parse(load.headers) as unknown[]).length;
  return (record, reasons) => {
    const values = cells(record, load.delimiter);
    const row = load.head === null ? values : [...values, ...blanks(width - values.length), reasons];
    return `${shape(load).formatRow(row)}\n`;
  };
}

const blanks = (n: number): string[] => Array<string>(Math.max(0, n)).fill("");

function jsonLine(record: string, reasons: string): string {
  let object: object;
  try {
    object = JSON.parse(record) as object;
  } catch {
    object = {unreadable: record};
  }
  return `${JSON.stringify({...object, [rejectReason]: reasons})}\n`;
}
