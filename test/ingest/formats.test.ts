import {rmSync} from "node:fs";
import {group} from "d3";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {ingest} from "../../ingest/ingest.ts";
import {makeProject, type Sources} from "./project.ts";
import * as write from "./tables.ts";
import {anySpelling, anyTable, asStored, mapCells, textFields, ticketsFrom, type Table} from "./tables.ts";

/** A file to load, how, and the table that each part of it should bring, by the name of the part. */
interface Export {
  name: string;
  bytes: Buffer;
  parts: Record<string, Table>;
  source?: Partial<Sources[string]>;
}

/** Sixty tables of each family, ten to a warehouse; the difference of one of them says more than ten smaller ones would. */
const options = {numRuns: 6, seed: 20261122, endOnFailure: true};
const ten = <T>(one: fc.Arbitrary<T>) => fc.array(one, {minLength: 10, maxLength: 10});

/** Loads the files, each through a source of its own, and compares what the warehouse holds with what they were made of. */
async function expectBack(exports: readonly Export[]): Promise<void> {
  const sources = exports.map(({name, parts, source}, i): [string, Sources[string]] => [
    `s${i}`,
    ticketsFrom(Object.values(parts)[0]!, {files: `f${i}/${name}`, ...source})
  ]);
  const files = exports.map(({name, bytes}, i): [string, Buffer] => [`f${i}/${name}`, bytes]);
  const {project, open} = makeProject(Object.fromEntries(sources), Object.fromEntries(files));
  const warehouse = await open();
  try {
    const report = await ingest(warehouse, project);
    expect(report.failed).toEqual([]);
    const held = await warehouse.rows<Record<string, string | null>>(
      "select file, raw_tickets.* from raw_tickets join ledger.loads using (load_id) order by file, load_row"
    );
    const found = group(held, ({file}) => file);
    for (const [i, {parts}] of exports.entries()) {
      for (const [part, {names, rows}] of Object.entries(parts)) {
        const columns = ["ticket_id", ...textFields].slice(0, names.length);
        const back = (found.get(`f${i}/${part}`) ?? []).map((row) => columns.map((column) => row[column]));
        expect(back, part).toEqual(rows.map(asStored));
      }
    }
  } finally {
    warehouse.close();
    rmSync(project.dir, {recursive: true});
  }
}

const single = (name: string, table: Table, bytes: Buffer, source?: Export["source"]): Export => ({
  name,
  bytes,
  parts: {[name]: table},
  source
});

describe("any table of texts comes back", () => {
  it("from delimited text, whatever its delimiter, quotes, line ends and encoding, packed or not", async () => {
    const one = fc.tuple(anyTable, anySpelling).map(([any, spelling]) => {
      const table = spelling.encoding === "gb18030" ? write.inGbk(any) : any;
      const told = spelling.encoding === "gb18030" ? {encoding: "gbk"} : {};
      const name = `export.csv${spelling.isPacked ? ".gz" : ""}`;
      return single(name, table, write.delimited(table, spelling), {delimiter: spelling.delimiter, ...told});
    });
    await fc.assert(fc.asyncProperty(ten(one), expectBack), options);
  });

  it("from JSON: a list, a document that holds one, or an object a line", async () => {
    const one = fc
      .tuple(anyTable, fc.constantFrom(...write.jsonForms), fc.constantFrom("\n", "\r\n"))
      .map(([table, form, eol]) =>
        single("export.json", table, write.json(table, form, eol), form === "document" ? {records: "items"} : {})
      );
    await fc.assert(fc.asyncProperty(ten(one), expectBack), options);
  });

  it("from the sheets of a workbook", async () => {
    const sheets = fc.dictionary(
      fc.constantFrom("Sheet1", "客户数据", "it's", 'a "b"', "x&y", "1 2"),
      anyTable.filter(({names}) => names.length === 3),
      {minKeys: 1, maxKeys: 3}
    );
    await fc.assert(
      fc.asyncProperty(fc.array(sheets, {minLength: 5, maxLength: 5}), async (books) => {
        const exports = books.map(async (tables): Promise<Export> => ({
          name: "book.xlsx",
          bytes: await write.xlsx(tables),
          parts: Object.fromEntries(Object.entries(tables).map(([name, table]) => [`book.xlsx#${name}`, table])),
          source: {sheet: "*"}
        }));
        await expectBack(await Promise.all(exports));
      }),
      options
    );
  });

  it("from Parquet and from Arrow, as a file and as a stream", async () => {
    const one = fc.tuple(anyTable, fc.constantFrom("parquet", "file", "stream"));
    await fc.assert(
      fc.asyncProperty(ten(one), async (all) => {
        const exports = all.map(async ([table, form]) =>
          form === "parquet"
            ? single("x.parquet", table, await write.parquet(table))
            : single("x.arrow", table, write.arrow(table, form as "file"))
        );
        await expectBack(await Promise.all(exports));
      }),
      options
    );
  });

  it("from SPSS, whose texts of 255 bytes end before their blanks", async () => {
    const short = (text: string) => [...text].slice(0, 60).join("").replace(/ +$/, "");
    const one = anyTable.map((any) => {
      const table = mapCells(any, short);
      return single("x.sav", table, write.sav(table));
    });
    await fc.assert(fc.asyncProperty(ten(one), expectBack), options);
  });

  it("from an archive with members of every format", async () => {
    const wide = anyTable.filter(({names}) => names.length === 4);
    const archive = fc.tuple(wide, wide, wide, wide, anySpelling);
    await fc.assert(
      fc.asyncProperty(fc.array(archive, {minLength: 3, maxLength: 3}), async (all) => {
        const exports = all.map(async ([text, sheet, lines, columns, spelling]): Promise<Export> => {
          const plain = {...spelling, encoding: "utf-8 with mark", delimiter: ","} as const;
          const members = {
            "a/text.csv": write.delimited(text, plain),
            "b/book.xlsx": await write.xlsx({数据: sheet}),
            "c 目录/lines.ndjson": write.json(lines, "lines"),
            "d.parquet": await write.parquet(columns)
          };
          const parts = {
            "all.zip/a/text.csv": text,
            "all.zip/b/book.xlsx#数据": sheet,
            "all.zip/c 目录/lines.ndjson": lines,
            "all.zip/d.parquet": columns
          };
          return {name: "all.zip", bytes: await write.zip(members), parts};
        });
        await expectBack(await Promise.all(exports));
      }),
      options
    );
  });
});
