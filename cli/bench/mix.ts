import {closeSync, createReadStream, createWriteStream, openSync, readSync, rmSync, statSync} from "node:fs";
import {pipeline} from "node:stream/promises";
import {createGzip} from "node:zlib";
import {linesSql, writeRows, type Lines} from "./data.ts";
import {toGbk} from "./gbk.ts";
import {readCsv, sizeOf, typesOf, writeCsv, type Part} from "./part.ts";

/** So many order lines in three files of a third each: what ingest decodes, unpacks or takes out of objects. */
export function mixOf(lines: number): Part[] {
  const third = Math.ceil(lines / 3);
  return [
    gbkOf({lines: third, named: true}),
    ndjsonOf({lines: third, from: third}),
    gzipOf({lines: third, from: 2 * third})
  ];
}

/** A CSV in GBK. The engine reads none: by hand, the text beside it is read, which is the same in UTF-8. */
function gbkOf(what: Lines): Part {
  const twin = (path: string) => `${path.replace(/\.new$/, "")}.utf8`;
  return {
    title: "CSV in GBK",
    file: `gbk-${what.lines}.csv`,
    what,
    make: async (path) => {
      await writeCsv(twin(path), what);
      await toGbk(twin(path), path);
    },
    plain: (path) => readCsv(twin(path), what),
    bytes: sizeOf
  };
}

const ndjsonOf = (what: Lines): Part => ({
  title: "NDJSON",
  file: `lines-${what.lines}.ndjson`,
  what,
  make: (path) => writeRows(path, linesSql(what), "format json"),
  plain: (path) => `select * from read_json('${path}', format = 'newline_delimited', columns = ${typesOf(what)})`,
  bytes: sizeOf
});

const gzipOf = (what: Lines): Part => ({
  title: "CSV, gzipped",
  file: `lines-${what.lines}.csv.gz`,
  what,
  make: async (path) => {
    await writeCsv(`${path}.csv`, what);
    await pipeline(createReadStream(`${path}.csv`), createGzip(), createWriteStream(path));
    rmSync(`${path}.csv`);
  },
  plain: (path) => readCsv(path, what),
  bytes: unpackedSize
});

/** The length that gzip writes at the end of a file; it counts up to 4 GiB. */
function unpackedSize(path: string): number {
  const last = Buffer.alloc(4);
  const file = openSync(path, "r");
  readSync(file, last, 0, last.length, statSync(path).size - last.length);
  closeSync(file);
  return last.readUInt32LE();
}
