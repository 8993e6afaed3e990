import {createReadStream, mkdirSync, rmSync, createWriteStream} from "node:fs";
import {join} from "node:path";
import {pipeline} from "node:stream/promises";
import {pipeline as pipelineOf, type Readable} from "node:stream";
import {createGunzip} from "node:zlib";
import picomatch from "picomatch";
import {UserError, messageOf} from "../../warehouse/error.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import type {ExportFile} from "../reading/files.ts";
import type {Source} from "../source.ts";
import {entriesOf, openEntry} from "./archive.ts";
import {bounded} from "./bounds.ts";
import {CsvFile} from "./csvFile.ts";
import {isUtf8Stream, utf8Of, type Utf8} from "./encoding.ts";
import {natureOf} from "./nature.ts";
import {parquetToCsv} from "./parquet.ts";
import {savToCsv} from "./sav.ts";
import {textOf, type Decoded} from "./text.ts";
import {sheetToCsv, sheetsOf} from "./xlsx.ts";

/** One thing in a file that has rows: the file itself, a member of an archive, a sheet of a workbook. */
export interface Part {
  /** As messages and the ledger name it: `backup.zip/Deals.csv`, `crm.xlsx#Accounts`. */
  name: string;
  entry?: string;
  sheet?: string;
}

interface Raw {
  path: string;
  utf8: Utf8;
}

/**
 * An export file, opened: what is in it, and each part as the engine can read it. Working copies live in a scratch folder until
 * `close`; what was unpacked or decoded once is not again.
 */
export class Container {
  readonly #raws = new Map<string, Promise<Raw>>();
  readonly #decoded = new Map<string, Promise<Decoded>>();
  #copies = 0;

  constructor(
    readonly file: ExportFile,
    private readonly scratch: string,
    private readonly warehouse: Warehouse,
    /** Whether the file as it lies there is UTF-8. */
    private readonly utf8: Utf8
  ) {}

  /** What a source reads of it. Throws a UserError where an archive or workbook has nothing that the source asks for. */
  async partsOf(source: Source): Promise<Part[]> {
    const {path, name} = this.file;
    if (!(await this.#isArchive())) return this.#sheets(source, {name});
    const members = await entriesOf(path, name);
    const wanted = members.filter((entry) => matches(source.entries, entry.name));
    if (!wanted.length) {
      throw new UserError(
        `ingest: ${name}: no member matches "${source.entries.join('", "') || "*"}"; it has ${members.map((entry) => entry.name).join(", ") || "none"}`
      );
    }
    const parts: Part[] = [];
    for (const {name: entry} of wanted) {
      parts.push(...(await this.#sheets(source, {name: `${name}/${entry}`, entry})));
    }
    return parts;
  }

  /** A part as the engine reads it. */
  decode(part: Part, source: Source): Promise<Decoded> {
    const key = JSON.stringify([part.entry, part.sheet, source.encoding, source.records, source.delimiter]);
    return remember(this.#decoded, key, () => this.#decode(part, source));
  }

  close(): void {
    rmSync(this.scratch, {recursive: true, force: true});
  }

  async #isArchive(): Promise<boolean> {
    const {path, name} = this.file;
    return natureOf(path, name) === "zip" && !(await isWorkbook(path, name));
  }

  async #sheets(source: Source, part: Part): Promise<Part[]> {
    // Only a workbook has sheets, and only a zip can be one.
    if (part.entry !== undefined && !/\.xls[xm]$/i.test(part.entry)) return [part];
    const {path} = await this.#raw(part);
    if (natureOf(path, part.name) !== "zip" || !(await isWorkbook(path, part.name))) return [part];
    const sheets = await sheetsOf(path, part.name);
    const visible = sheets.filter(({hidden}) => !hidden);
    const chosen = source.sheets.length
      ? sheets.filter((sheet) => matches(source.sheets, sheet.name))
      : source.preset
        ? visible
        : visible.slice(0, 1);
    if (!chosen.length) {
      throw new UserError(
        `ingest: ${part.name}: no sheet matches "${source.sheets.join('", "')}"; it has ${sheets.map((sheet) => `"${sheet.name}"`).join(", ")}`
      );
    }
    return chosen.map(({name}) => ({...part, name: `${part.name}#${name}`, sheet: name}));
  }

  /** The bytes of a part, out of archive and compression. */
  #raw(part: Part): Promise<Raw> {
    return remember(this.#raws, part.entry ?? "", async () => {
      const {path, name} = this.file;
      if (part.entry !== undefined) {
        const out = await this.#unpack(await openEntry(path, part.entry, name), part.name);
        return natureOf(out.path, part.name) === "gzip" ? this.#gunzip(out.path, part.name) : out;
      }
      return natureOf(path, name) === "gzip" ? this.#gunzip(path, name) : {path, utf8: this.utf8};
    });
  }

  #gunzip(path: string, name: string): Promise<Raw> {
    const file = createReadStream(path, {highWaterMark: 1 << 20});
    const unpacked = bounded(name, {compressed: () => file.bytesRead});
    // An error of any of them reaches who reads the last.
    pipelineOf(file, createGunzip({chunkSize: 1 << 20}), unpacked, () => undefined);
    return this.#unpack(unpacked, name);
  }

  async #unpack(from: Readable, name: string): Promise<Raw> {
    const path = this.#copy("raw");
    const validity = isUtf8Stream();
    try {
      await pipeline(
        from,
        async function* (chunks: AsyncIterable<Buffer>) {
          for await (const chunk of chunks) {
            validity.push(chunk);
            yield chunk;
          }
        },
        createWriteStream(path, {highWaterMark: 4 << 20})
      );
    } catch (error) {
      if (error instanceof UserError) throw error;
      throw new UserError(`ingest: ${name}: cannot be unpacked: ${messageOf(error)}; download or pack it again`);
    }
    return {path, utf8: utf8Of(validity)};
  }

  async #decode(part: Part, source: Source): Promise<Decoded> {
    const {path, utf8} = await this.#raw(part);
    const nature = natureOf(path, part.name);
    const out = this.#copy("csv");
    if (nature === "text") {
      return textOf({path, name: part.name, utf8}, source, () => this.#copy("txt"), this.warehouse);
    }
    const canonical = {path: out, form: "text", encoding: "utf-8", delimiter: ","} as const;
    if (part.sheet !== undefined) {
      const {cells} = await sheetToCsv(
        path,
        {name: part.name.slice(0, -part.sheet.length - 1), sheet: part.sheet},
        out
      );
      const note = cells
        ? `${cells} formulas have no stored result and are empty; open it in Excel, save it and load it again`
        : undefined;
      return {...canonical, said: "Excel", place: "row", note};
    }
    const table = {...canonical, header: 1, place: "record"} as const;
    if (nature === "parquet") {
      await parquetToCsv(this.warehouse, path, part.name, out);
      return {...table, said: "Parquet"};
    }
    if (nature === "arrow") {
      // A large library that most exports do not need.
      const {arrowToCsv} = await import("./arrow.ts");
      await written(out, (file) => arrowToCsv(path, part.name, file));
      return {...table, said: "Arrow"};
    }
    if (nature === "sav") {
      await written(out, (file) => savToCsv(path, part.name, file));
      return {...table, said: "SPSS"};
    }
    throw new UserError(
      `ingest: ${part.name}: an archive within ${nature === "gzip" ? "gzip" : "an archive"}; unpack the outer one`
    );
  }

  #copy(kind: string): string {
    mkdirSync(this.scratch, {recursive: true});
    return join(this.scratch, `${++this.#copies}.${kind}`);
  }
}

async function written(path: string, work: (file: CsvFile) => Promise<void>): Promise<void> {
  const file = new CsvFile(path);
  await work(file);
  await file.close();
}

async function isWorkbook(path: string, name: string): Promise<boolean> {
  const entries = await entriesOf(path, name);
  return entries.some((entry) => entry.name === "[Content_Types].xml");
}

/** Whether globs, or a name among them, find a name; those with ! leave out, as they do among files. */
function matches(globs: readonly string[], name: string): boolean {
  const wanted = globs.filter((glob) => !glob.startsWith("!"));
  const out = globs.filter((glob) => glob.startsWith("!")).map((glob) => glob.slice(1));
  if (globs.includes(name)) return true;
  return (!wanted.length || picomatch(wanted, {dot: false})(name)) && !(out.length && picomatch(out)(name));
}

function remember<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const before = known.get(key);
  if (before) return before;
  const made = make();
  known.set(key, made);
  return made;
}
