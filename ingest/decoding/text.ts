import {createReadStream, statSync} from "node:fs";
import {UserError, messageOf} from "../../warehouse/error.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import {exactly, quote} from "../codecs/codec.ts";
import {pointerTo} from "../reading/jsonColumns.ts";
import {records} from "../reading/records.ts";
import type {Source} from "../source.ts";
import {encodingOf, type Utf8} from "./encoding.ts";
import {headOf} from "./nature.ts";
import {toUtf8} from "./transcode.ts";

/** A part of a file as the engine reads it. */
export interface Decoded {
  path: string;
  /** Delimited text, or one JSON object a line; UTF-8 either way. */
  form: "text" | "json";
  /** What it was, for people: `text, gb18030`. */
  said: string;
  encoding: string;
  /** Where the form decides these, not the file. */
  delimiter?: string;
  header?: number;
  /** What a position in it is called in messages. */
  place: "line" | "row" | "record";
  /** Whether some bytes are no text in its encoding. */
  hasBadBytes?: boolean;
  /** What the operator should know about it. */
  note?: string;
}

interface Text {
  path: string;
  name: string;
  utf8: Utf8;
}

const SAMPLE = 4 << 20;

/** A text as UTF-8: where it lies, or a working copy. A JSON document becomes one object a line. */
export async function textOf(
  {path, name, utf8}: Text,
  source: Source,
  copy: () => string,
  warehouse: Warehouse
): Promise<Decoded> {
  const sample = headOf(path, SAMPLE);
  const isWhole = sample.length === statSync(path).size;
  const told = encodingOf(sample, {name, isWhole});
  // A file can begin in ASCII and show only later what it is.
  const found =
    told.encoding === "utf-8" && !utf8.isValid && utf8.doubtful && told.bom === 0
      ? encodingOf(utf8.doubtful, {name, isWhole: false})
      : told;
  // A mark says more than the configuration: files that were corrected come back as UTF-8 with one.
  const isTold = source.encoding !== undefined && found.bom === 0;
  const encoding = isTold ? new TextDecoder(source.encoding).encoding : found.encoding;
  let text = path;
  let hasBadBytes = encoding === "utf-8" && !utf8.isValid;
  // The engine reads UTF-8 as it lies there; a mark before JSON is none of it.
  const asItIs = encoding === "utf-8" && (found.bom === 0 || sample[found.bom] !== 0x7b);
  if (!asItIs) {
    text = copy();
    const stream = createReadStream(path, {highWaterMark: 1 << 20});
    const {replaced} = await named(name, () => toUtf8(stream, encoding, text));
    hasBadBytes ||= replaced > 0;
  }
  refuseStrange(text, name);
  const json = await jsonForm(text, source);
  if (json === undefined) {
    return {path: text, form: "text", said: `text, ${encoding}`, encoding, place: "line", hasBadBytes};
  }
  if (json === "lines") return {path: text, form: "json", said: `JSON lines, ${encoding}`, encoding, place: "line"};
  const lines = copy();
  await documentToLines(warehouse, {path: text, name}, source, lines);
  return {path: lines, form: "json", said: `JSON, ${encoding}`, encoding, place: "record"};
}

/** Puts the file before a message that does not say it. */
async function named<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UserError) || error.message.startsWith("ingest:")) throw error;
    throw new UserError(`ingest: ${name}: ${error.message}`);
  }
}

function refuseStrange(path: string, name: string): void {
  const head = headOf(path, SAMPLE);
  const controls = head.subarray(0, 4096).filter((byte) => byte < 32 && ![9, 10, 13].includes(byte)).length;
  if (controls > Math.min(head.length, 4096) / 10) {
    throw new UserError(`ingest: ${name}: binary data, not text; export it as CSV or .xlsx`);
  }
  if (head.includes(13) && !head.includes(10)) {
    throw new UserError(
      `ingest: ${name}: lines end with a carriage return alone, as on old Macs; save it with line feeds`
    );
  }
}

/** Whether a text is JSON: a document (a list, or an object that holds one) or an object a line. */
async function jsonForm(path: string, source: Source): Promise<"document" | "lines" | undefined> {
  const start = headOf(path, 4096)
    .toString("utf8")
    .replace(/^\ufeff/, "")
    .trimStart();
  if (/^\[\s*(\{|\])/.test(start)) return "document";
  if (!/^\{\s*("|\}|$)/.test(start)) return undefined;
  const first: (object | undefined)[] = [];
  for await (const {text} of records(path, {delimiter: "whitespace"})) {
    first.push(objectOf(text));
    if (first.length === 20) break;
  }
  // One line that holds the list is a document; a first line that is no object begins one.
  const [only, ...others] = first;
  const holdsList = !others.length && source.records !== undefined && only && Object.hasOwn(only, source.records);
  return first.some(Boolean) && !holdsList ? "lines" : "document";
}

function objectOf(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const LARGEST = 256 << 20;

/** Writes the list in a JSON document as one object a line. Throws a UserError where there is none or several. */
async function documentToLines(
  warehouse: Warehouse,
  {path, name}: Omit<Text, "utf8">,
  source: Source,
  out: string
): Promise<void> {
  const fail = (what: string): never => {
    throw new UserError(`ingest: ${name}: ${what}`);
  };
  const isList = /^\s*\[/.test(
    headOf(path, 4096)
      .toString("utf8")
      .replace(/^\ufeff/, "")
  );
  const size = statSync(path).size;
  if (!isList && size > LARGEST) fail("a JSON document over 256 MiB; export it as one object a line (NDJSON)");
  const objects = (format: string) =>
    `read_json_objects(${exactly(path)}, format = '${format}', maximum_object_size = ${isList ? 16 << 20 : size + 1024})`;
  let rows = `select json from ${objects("array")}`;
  try {
    if (!isList) {
      const document = objects("unstructured");
      const keys = await warehouse.rows<{key: string; type: string}>(
        `select key, json_type(json, '/' || replace(replace(key, '~', '~0'), '/', '~1')) as type from (select json, unnest(json_keys(json)) as key from ${document})`
      );
      const lists = keys.filter(({type}) => type === "ARRAY").map(({key}) => key);
      const key = source.records ?? (lists.length === 1 ? lists[0]! : undefined);
      if (key === undefined) {
        fail(
          `a JSON document with ${lists.length ? `several lists (${lists.join(", ")})` : "no list"}; say which with records, or export one object a line`
        );
      } else if (!lists.includes(key)) fail(`no list "${key}" in the document; it has ${lists.join(", ") || "none"}`);
      rows = `select unnest(json_extract(json_extract(json, ${quote(pointerTo([key!]))}), '$[*]')) as json from ${document}`;
    }
    await warehouse.run(
      `copy (select json(json)::varchar as line from (${rows})) to ${quote(out)} (format csv, header false, delimiter e'\\x01', quote '', escape '')`
    );
  } catch (error) {
    if (error instanceof UserError) throw error;
    fail(`cannot be read as JSON: ${messageOf(error).split("\n")[0]}; mend it, or export it again`);
  }
}
