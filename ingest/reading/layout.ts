import {UserError} from "../../warehouse/error.ts";
import {identifier, quote} from "../codecs/codec.ts";
import type {Source} from "../config.ts";
import type {ExportFile} from "./files.ts";
import {natureOf} from "./nature.ts";
import {cells} from "./cells.ts";
import {records, type FileRecord} from "./records.ts";

/** How a file is to be read: found from its first records and the source's configuration. */
export interface Layout {
  gzip: boolean;
  delimiter: string;
  /** Names of the columns, unique. */
  names: string[];
  /** Records before the data, blank lines among them counted. */
  skip: number;
}

export async function layoutOf(file: ExportFile, source: Source): Promise<Layout> {
  const {gzip} = natureOf(file);
  const first = await take(file, gzip, source);
  const lead = first[0]?.text.replace(/^\ufeff/, "") ?? "";
  const delimiter = source.delimiter ?? guess(lead, file.name);
  if (first.length < source.header) {
    throw new UserError(
      `ingest: ${file.name}: ends within its header (${source.header} rows expected); export it again, or set header`
    );
  }
  const names = source.header
    ? cells(lead, delimiter)
    : (source.columns ?? cells(lead, delimiter).map((_, i) => `column${i + 1}`));
  return {gzip, delimiter, names: unique(names), skip: source.header ? first.at(-1)!.row : 0};
}

async function take(file: ExportFile, gzip: boolean, source: Source): Promise<FileRecord[]> {
  const found: FileRecord[] = [];
  for await (const record of records(file.path, {gzip, delimiter: source.delimiter ?? ","})) {
    found.push(record);
    if (found.length >= Math.max(1, source.header)) break;
  }
  return found;
}

/** The delimiter that the header holds most often outside quotes. */
function guess(header: string, name: string): string {
  if (/\.tsv(\.gz)?$/i.test(name)) return "\t";
  const bare = header.replace(/"[^"]*"/g, "");
  const counts = [",", ";", "\t", "|"].map((mark) => [mark, bare.split(mark).length] as const);
  return counts.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

function unique(names: string[]): string[] {
  const taken = new Set<string>();
  return names.map((raw, i) => {
    const name = raw.trim() || `column${i + 1}`;
    let free = name;
    for (let copy = 2; taken.has(free.toLowerCase()); copy++) free = `${name}_${copy}`;
    taken.add(free.toLowerCase());
    return free;
  });
}

/** The path as the engine reads it: a pattern that matches this one file, whatever its name holds. */
const exactly = (path: string): string => quote(path.replace(/[[*?]/g, "[$&]"));

/** SQL of the file's rows as text columns under the header's names; structural errors go to the temporary table `rejects`. */
export function readSql(file: ExportFile, layout: Layout, nulls: readonly string[], rejects: string): string {
  const common = [
    exactly(file.path),
    "header = false",
    `skip = ${layout.skip}`,
    "auto_detect = false",
    `compression = '${layout.gzip ? "gzip" : "none"}'`,
    "store_rejects = true",
    `rejects_table = '${rejects}'`,
    `rejects_scan = '${rejects}_scan'`,
    "max_line_size = 16777216"
  ];
  const nullList = `[${["", ...nulls].map(quote).join(", ")}]`;
  if (layout.delimiter === "whitespace") {
    const line = `read_csv(${common.join(", ")}, delim = '\u0001', quote = '', escape = '', columns = {'line': 'VARCHAR'})`;
    const parts = layout.names.map((name, i) => {
      const part = `parts[${i + 1}]`;
      return `case when ${part} in (${["", ...nulls].map(quote).join(", ")}) then null else ${part} end as ${identifier(name)}`;
    });
    return `select ${parts.join(", ")} from (select string_split_regex(trim(line, ' ' || chr(9) || chr(13)), '\\s+') as parts from ${line}) as lines`;
  }
  const columns = layout.names.map((name) => `${quote(name)}: 'VARCHAR'`).join(", ");
  return `select * from read_csv(${common.join(", ")}, delim = ${quote(layout.delimiter)}, quote = '"', escape = '"', nullstr = ${nullList}, columns = {${columns}})`;
}
