import {UserError} from "../../warehouse/error.ts";
import {exactly, identifier, quote} from "../codecs/codec.ts";
import type {Decoded} from "../decoding/text.ts";
import type {Source} from "../source.ts";
import {cells} from "./cells.ts";
import {delimiterOf} from "./delimiter.ts";
import {headerOf} from "./header.ts";
import {jsonColumns, pointerTo, type JsonColumn} from "./jsonColumns.ts";
import {isMultiline} from "./multiline.ts";
import {records, type FileRecord} from "./records.ts";
import {rejectReason} from "./rejectReason.ts";

/** How the engine reads a decoded file: found from its first records and the source's configuration. */
export interface Layout {
  path: string;
  form: Decoded["form"];
  /** What it is, for people: `text, gb18030, semicolons, header of 3`. */
  said: string;
  place: Decoded["place"];
  delimiter: string;
  /** Names of the columns, unique. */
  names: string[];
  /** What the second header record says below the names, such as a question's text. */
  below: string[];
  /** Where a JSON column comes from. */
  json: JsonColumn[];
  /** Records before the data, blank lines among them counted. */
  skip: number;
  /** The header records as the file has them; null where the names are not its own. */
  head: string | null;
  /** Whether a record may have several lines. */
  isMultiline: boolean;
  hasBadBytes?: boolean;
  note?: string;
}

/** Records that are looked at. */
const LOOK = 25;

/** Finds the layout. `wanted`: headers that the mapping knows. Throws a UserError where there is no header. */
export async function layoutOf(
  decoded: Decoded,
  name: string,
  source: Source,
  wanted: readonly string[]
): Promise<Layout> {
  const {path, form, said, place, note, hasBadBytes} = decoded;
  if (form === "json") {
    const json = await jsonColumns(path);
    return {
      path,
      form,
      said,
      place,
      delimiter: "",
      names: json.map((it) => it.name),
      below: [],
      json,
      skip: 0,
      head: null,
      isMultiline: false,
      note
    };
  }
  const first = await take(path, decoded.delimiter ?? source.delimiter ?? ",");
  const delimiter =
    decoded.delimiter ??
    source.delimiter ??
    delimiterOf(
      first.map(({text}) => text),
      name
    );
  const rows = delimiter === "," || decoded.delimiter ? first : await take(path, delimiter);
  const split = rows.map(({text}) => cells(text, delimiter));
  const found = headOf(split, decoded, source, wanted);
  const above = Math.min(found.skip, rows.length);
  const header = rows.slice(above, above + found.header);
  if (header.length < found.header || (found.header > 0 && rows.length === 0)) {
    throw new UserError(
      `ingest: ${name}: ends within its header (${found.skip + found.header} rows expected); export it again, or set header`
    );
  }
  // Where a question has several columns, the row below it says which answer each of them is.
  const below = found.header > 1 ? split[above + 1]! : [];
  const titles = found.header
    ? split[above]!.map((title, i) => title.trim() || below[i] || "")
    : (source.columns ?? (split[above] ?? [""]).map((_, i) => `column${i + 1}`));
  const last = rows[above + found.header - 1];
  return {
    path,
    form,
    said: [
      said,
      delimiterWords[delimiter],
      found.header === 1 ? "" : `header of ${found.header}`,
      found.skip ? `${found.skip} rows above it` : ""
    ]
      .filter(Boolean)
      .join(", "),
    place,
    delimiter,
    names: unique(titles),
    below,
    json: [],
    skip: last?.row ?? 0,
    head: header.length ? header.map(({text}) => text).join("\n") : null,
    isMultiline: delimiter !== "whitespace" && (await isMultiline(path)),
    hasBadBytes,
    note
  };
}

const delimiterWords: Record<string, string> = {";": "semicolons", "\t": "tabs", "|": "bars", whitespace: "blanks"};

function headOf(
  rows: string[][],
  decoded: Decoded,
  source: Source,
  wanted: readonly string[]
): {skip: number; header: number} {
  if (decoded.header !== undefined) return {skip: 0, header: decoded.header};
  // A file of corrected rows begins with the header.
  const skip = rows[0]?.includes(rejectReason) ? 0 : (source.skip ?? 0);
  if (source.header !== undefined) return {skip, header: source.header};
  if (source.columns) return {skip, header: 0};
  const found = headerOf(rows.slice(skip), {wanted: [...wanted]});
  return {skip: skip + found.skip, header: found.header};
}

async function take(path: string, delimiter: string): Promise<FileRecord[]> {
  const found: FileRecord[] = [];
  for await (const record of records(path, {delimiter})) {
    found.push(found.length ? record : {...record, text: record.text.replace(/^\ufeff/, "")});
    if (found.length >= LOOK) break;
  }
  return found;
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

/** SQL of the file's rows as text columns under the header's names; structural errors go to the temporary table `rejects`. */
export function readSql(layout: Layout, nulls: readonly string[], rejects: string): string {
  if (layout.form === "json") return jsonSql(layout, nulls);
  const common = [
    exactly(layout.path),
    "header = false",
    `skip = ${layout.skip}`,
    "auto_detect = false",
    "compression = 'none'",
    "store_rejects = true",
    `rejects_table = '${rejects}'`,
    `rejects_scan = '${rejects}_scan'`,
    "max_line_size = 16777216",
    // Left alone it is sixteen lines, which is more than most files have for a second thread.
    "buffer_size = 33554432",
    `parallel = ${!layout.isMultiline}`
  ];
  const nullList = `[${["", ...nulls].map(quote).join(", ")}]`;
  if (layout.delimiter === "whitespace") {
    const line = `read_csv(${common.join(", ")}, delim = '\u0001', quote = '', escape = '', columns = {'line': 'VARCHAR'})`;
    const parts = layout.names.map((name, i) => `${known(`parts[${i + 1}]`, nulls)} as ${identifier(name)}`);
    return `select ${parts.join(", ")} from (select string_split_regex(trim(line, ' ' || chr(9) || chr(13)), '\\s+') as parts from ${line}) as lines`;
  }
  const columns = layout.names.map((name) => `${quote(name)}: 'VARCHAR'`).join(", ");
  return `select * from read_csv(${common.join(", ")}, delim = ${quote(layout.delimiter)}, quote = '"', escape = '"', nullstr = ${nullList}, columns = {${columns}})${everyColumn(layout)}`;
}

/** The engine fails at a bad byte in a column that it thinks nobody reads, so that all of them must be read. */
const everyColumn = ({hasBadBytes, names}: Layout): string =>
  hasBadBytes ? ` where concat(${names.map(identifier).join(", ")}) is not null` : "";

/** The column of the rows of JSON that says that a line is no object, or one of nothing; none where the form is another. */
export function nothingIn({form, names}: Layout): string | undefined {
  if (form !== "json") return undefined;
  const taken = new Set(names.map((name) => name.toLowerCase()));
  let free = "nothing";
  while (taken.has(free)) free += "_";
  return free;
}

/** A line that is no JSON object gives a row of nothing. */
function jsonSql(layout: Layout, nulls: readonly string[]): string {
  const {path, json} = layout;
  const tops = [...new Map(json.map((column) => [column.path[0]!, column])).keys()];
  const nested = new Set(json.filter((column) => column.path.length > 1).map((column) => column.path[0]));
  const columns = tops.map((top) => `${quote(top)}: '${nested.has(top) ? "JSON" : "VARCHAR"}'`);
  const select = json.map(({name, path: [top, ...rest]}) => {
    const place = rest.length ? pointerTo(rest) : "$";
    const text = nested.has(top) ? `json_extract_string(${identifier(top!)}, ${quote(place)})` : identifier(top!);
    return `${known(text, nulls)} as ${identifier(name)}`;
  });
  const values = tops.map((top) => `${identifier(top)}::varchar`).join(", ");
  select.push(`coalesce(${values}) is null as ${identifier(nothingIn(layout)!)}`);
  return `select ${select.join(", ")} from read_json(${exactly(path)}, format = 'newline_delimited', ignore_errors = true, maximum_object_size = 16777216, columns = {${columns.join(", ")}})`;
}

const known = (text: string, nulls: readonly string[]) =>
  `case when ${text} in (${["", ...nulls].map(quote).join(", ")}) then null else ${text} end`;
