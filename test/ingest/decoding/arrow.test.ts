import * as zlib from "node:zlib";
import {Table, Utf8, tableToIPC, vectorFromArray} from "apache-arrow";
import fc from "fast-check";
import {expect, it} from "vitest";
import {arrowToCsv} from "../../../ingest/decoding/arrow.ts";
import {UserError} from "../../../warehouse/error.ts";
import {decoded, fixture} from "./workingCopy.ts";

const read = (bytes: Uint8Array) => decoded(arrowToCsv, bytes, "export.arrow");

/** Three values of each type, the last null. */
const values: Record<string, [string, string, string]> = {
  utf8: ["张伟", 'a,"b"\n', ""],
  large: ["x", "", ""],
  word: ["gold", "", "gold"],
  int64: ["9223372036854775807", "-9223372036854775808", ""],
  uint64: ["18446744073709551615", "0", ""],
  int8: ["-128", "127", ""],
  float64: ["0.1", "1e+300", ""],
  float32: ["0.1", "16777216", ""],
  decimal: ["-12345678901234567890.1200", "0.0001", ""],
  wide: [`-1${"0".repeat(50)}.00`, "0.05", ""],
  flag: ["true", "false", ""],
  day: ["2026-06-24", "1969-12-31", ""],
  day64: ["2026-06-24", "1969-12-31", ""],
  s: ["2026-06-24 14:05:00", "1969-12-31 23:59:59", ""],
  ms: ["2026-06-24 14:05:00.5", "2026-06-24 14:05:00", ""],
  us: ["2026-06-24 14:05:00.000001", "0001-01-01 00:00:00", ""],
  ns: ["2026-06-24 14:05:00.123456", "1969-12-31 23:59:59.999999", ""],
  zoned: ["2026-06-24 14:05:00+00:00", "2026-06-24 14:05:00+00:00", ""],
  time32: ["14:05:00", "00:00:00.25", ""],
  time64: ["14:05:00.000007", "00:00:00", ""],
  duration: ["26:30:00", "-00:00:01.5", ""],
  nothing: ["", "", ""],
  bytes: ["é", "ff00", ""],
  fixed: ["abc", "fffefd", ""],
  list: ["[1,null]", "[]", ""],
  pair: ["[0.1,2]", "[3,4]", ""],
  struct: ['{"名":"张","on":"2026-06-24"}', '{"名":null,"on":null}', ""],
  map: ['{"a":1,"b":null}', "{}", ""],
  union: ["1", '"x"', "2"],
  half: ["0.1", "65504", ""]
};
const table = [Object.keys(values), ...[0, 1, 2].map((row) => Object.values(values).map((column) => column[row]))];

// The files arrow-* are written by pyarrow 26.0.1; a .feather is an Arrow file under another name.
const files = ["arrow-types.arrow", "arrow-types.arrows", "arrow-lz4.feather"];

it.each(files)("%s: every type comes as text that loses nothing", async (file) => {
  expect(await read(fixture(file))).toEqual(table);
});

it("buffers packed with ZSTD are read where Node can unpack them, and refused elsewhere", async () => {
  const reading = read(fixture("arrow-zstd.feather"));
  if ("zstdDecompressSync" in zlib) expect(await reading).toEqual(table);
  else {
    await expect(reading).rejects.toThrow(
      "ingest: export.arrow: is compressed with ZSTD, which this Node cannot unpack; write it with LZ4 or uncompressed"
    );
  }
});

it("LZ4 copies that overlap themselves unpack rightly", async () => {
  const rows = Array.from({length: 2000}, (_, i) => [String(i), `客户${i % 7} `.repeat(3)]);
  expect(await read(fixture("arrow-repeats.feather"))).toEqual([["n", "s"], ...rows]);
});

it("string views are read", async () => {
  expect(await read(fixture("arrow-views.arrow"))).toEqual([["v"], ["short"], ["longer than twelve bytes 张"], [""]]);
});

it("any table of texts comes back from a file and from a stream, whatever its batches", async () => {
  const cell = fc.option(fc.string({unit: "binary", maxLength: 20}));
  const batches = fc.integer({min: 1, max: 4}).chain((width) => {
    const rows = fc.array(fc.array(cell, {minLength: width, maxLength: width}), {minLength: 1, maxLength: 6});
    return fc.array(rows, {minLength: 1, maxLength: 3});
  });
  await fc.assert(
    fc.asyncProperty(batches, fc.constantFrom("file" as const, "stream" as const), async (parts, form) => {
      const names = parts[0]![0]!.map((_, i) => `列 ${i}`);
      const tables = parts.map(
        (rows) =>
          new Table(
            Object.fromEntries(
              names.map((name, i) => [
                name,
                vectorFromArray(
                  rows.map((row) => row[i]!),
                  new Utf8()
                )
              ])
            )
          )
      );
      const bytes = tableToIPC(tables[0]!.concat(...tables.slice(1)), form);
      expect(await read(bytes)).toEqual([names, ...parts.flat().map((row) => row.map((text) => text ?? ""))]);
    }),
    {numRuns: 100, seed: 20261122}
  );
});

it("a file without rows has its names alone", async () => {
  expect(await read(tableToIPC(new Table({a: vectorFromArray([], new Utf8())}), "file"))).toEqual([["a"]]);
});

it("what is no Arrow file is refused by name", async () => {
  for (const text of ["", "id,name\n1,2\n", "x".repeat(5000)]) {
    await expect(read(Buffer.from(text)), text).rejects.toThrow(
      "ingest: export.arrow: is not an Arrow file or stream; export it again, or mend its name"
    );
  }
});

it.each(files)("%s: cut anywhere, it is refused or ends between two batches", async (file) => {
  const bytes = fixture(file);
  for (let end = 0; end < bytes.length; end += 41) {
    await expect(read(bytes.subarray(0, end)), `cut at ${end}`).rejects.toThrow(UserError);
  }
});

it.each(files)("%s: with any bytes changed, it is read or refused, in bounded time", async (file) => {
  const bytes = fixture(file);
  const change = fc.record({
    at: fc.nat(Math.floor(bytes.length / 4) - 2),
    value: fc.constantFrom(0, 1, 255, 0x7fffffff, -1, 0x10000)
  });
  await fc.assert(
    fc.asyncProperty(fc.array(change, {minLength: 1, maxLength: 3}), async (changes) => {
      const changed = Buffer.from(bytes);
      for (const {at, value} of changes) changed.writeInt32LE(value, at * 4);
      await expect(
        read(changed).then(
          () => UserError,
          (error: Error) => error.constructor
        )
      ).resolves.toBe(UserError);
    }),
    {numRuns: 500, seed: 20261122}
  );
});
