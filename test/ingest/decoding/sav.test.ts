import fc from "fast-check";
import {expect, it} from "vitest";
import {savToCsv} from "../../../ingest/decoding/sav.ts";
import {UserError} from "../../../warehouse/error.ts";
import {savFile} from "./savFile.ts";
import {decoded, fixture} from "./workingCopy.ts";

const read = (bytes: Buffer) => decoded(savToCsv, bytes, "export.sav");

// The files sav-*.sav and sav-*.zsav hold one table, written by pyreadstat 1.3.7 (ReadStat) uncompressed and compressed.
const files = ["sav-plain.sav", "sav-bytecode.sav", "sav-blocks.zsav"];
const ideographs = String.fromCodePoint(...Array.from({length: 200}, (_, i) => 0x4e00 + i));
const table = [
  [
    ...["客户编号", "a_name_that_is_longer_than_eight", "score", "status", "status.label", "bought", "asked", "spent"],
    ...["remark", "grade", "grade.label", "channel", "channel.label"]
  ],
  [
    ...["001", "张伟明同志在北京工作", "9", "1", "满意", "2026-06-24", "2026-06-24 14:05:00", "14:05:00"],
    ...[ideographs, "A", "gold", "wholesale partner", "Partner"]
  ],
  [
    ...["002", "李娜", "0.1", "2", "一般", "1999-12-31", "2026-01-01 00:00:00", "00:00:00"],
    ...["x".repeat(600), "B", "", "direct", ""]
  ],
  [
    ...["003", 'é, "quoted"', "", "", "Refused", "1582-10-15", "1970-01-01 23:59:59", "23:59:59"],
    ...["", "", "none", "refused to say", "Refused"]
  ],
  ["004", "", "", "", "Don't know", "", "", "", "end", "A", "gold", "direct", ""],
  [
    "005",
    "line\nbreak",
    "-3.25",
    "50.5",
    "",
    "2000-02-29",
    "2026-06-24 14:05:00.5",
    "01:02:03",
    "y".repeat(256),
    ...Array<string>(4).fill("")
  ]
];

it.each(files)(
  "%s: values, days, labels, missing values and long strings come as another program wrote them",
  async (file) => {
    expect(await read(fixture(file))).toEqual(table);
  }
);

it("any table of texts comes back, but for the blanks that end a cell", async () => {
  const cell = fc.string({unit: "binary", maxLength: 60});
  const tables = fc
    .integer({min: 1, max: 4})
    .chain((width) =>
      fc.array(fc.array(cell, {minLength: width, maxLength: width}), {maxLength: 6}).map((rows) => ({width, rows}))
    );
  await fc.assert(
    fc.asyncProperty(tables, fc.boolean(), async ({width, rows}, little) => {
      const names = Array.from({length: width}, (_, i) => `客户 ${i}`);
      const trimmed = rows.map((row) => row.map((text) => text.replace(/[ \0]+$/, "")));
      expect(await read(savFile({names, rows}, {little}))).toEqual([names, ...trimmed]);
    }),
    {numRuns: 100, seed: 20261122}
  );
});

/** Bytes of Chinese characters in GB18030, found by decoding all pairs of bytes. */
function gb18030(): (text: string) => Buffer {
  const decoder = new TextDecoder("gb18030");
  const pairs = new Map<string, Buffer>();
  for (let high = 0x81; high < 0xff; high++) {
    for (let low = 0x40; low < 0xff; low++) {
      const bytes = Buffer.from([high, low]);
      pairs.set(decoder.decode(bytes), bytes);
    }
  }
  return (text) => Buffer.concat([...text].map((letter) => pairs.get(letter) ?? Buffer.from(letter)));
}

it("text is read in the encoding that the file names, or in its code page", async () => {
  const names = ["姓名"];
  const rows = [["张伟明同志在北京工作"], ["丂"]];
  const encode = gb18030();
  expect(await read(savFile({names, rows}, {encoding: "GB18030", encode}))).toEqual([names, ...rows]);
  expect(await read(savFile({names, rows}, {encoding: "windows-936", encode}))).toEqual([names, ...rows]);
  const machine = Buffer.alloc(32);
  machine.writeInt32LE(1, 16);
  machine.writeInt32LE(936, 28);
  expect(await read(savFile({names, rows}, {encoding: "", encode, extensions: [[3, machine]]}))).toEqual([
    names,
    ...rows
  ]);
});

it("a file in an unknown encoding, or in none that it names, is refused and not guessed", async () => {
  const refused = (encoding: string) => read(savFile({names: ["姓名"], rows: [["张"]]}, {encoding, encode: gb18030()}));
  await expect(refused("x-klingon")).rejects.toThrow(
    /export\.sav: is in the unknown encoding "x-klingon"; open it in SPSS/
  );
  await expect(refused("")).rejects.toThrow(/does not say its encoding, and is not UTF-8; open it in SPSS/);
});

it("a missing value of a long string is empty", async () => {
  const name = Buffer.from("answer");
  const int32 = (value: number) => Buffer.from(new Int32Array([value]).buffer);
  const missing = Buffer.concat([
    int32(name.length),
    name,
    Buffer.from([2]),
    int32(8),
    Buffer.from("refused n/a     ")
  ]);
  const rows = [["refused"], ["yes"], ["n/a"]];
  expect(await read(savFile({names: ["answer"], rows}, {extensions: [[22, missing]]}))).toEqual([
    ["answer"],
    [""],
    ["yes"],
    [""]
  ]);
});

it("what is cut off, encrypted or no SPSS file is refused by name", async () => {
  await expect(read(Buffer.from("id,name\n1,2\n"))).rejects.toThrow(
    "ingest: export.sav: is not an SPSS .sav file; export it again, or mend its name"
  );
  await expect(read(Buffer.from("\x1c\0\0\0\0\0\0\0ENCRYPTEDSAV\0\0\0\0\0"))).rejects.toThrow(
    /is encrypted with a password/
  );
  const whole = savFile({names: ["a"], rows: [["1"], ["2"]]});
  await expect(read(whole.subarray(0, -1))).rejects.toThrow(/is cut off: it ends within case 2 of 2; export it again/);
  await expect(read(whole.subarray(0, -256))).rejects.toThrow(/is cut off: it ends within case 2 of 2/);
  await expect(read(savFile({names: ["a"], rows: [["1"], ["2"]]}, {cases: 1}))).rejects.toThrow(
    /it states 1 cases and holds 2/
  );
});

it.each(files)("%s: cut anywhere, it is refused and never read in part", async (file) => {
  const bytes = fixture(file);
  for (let end = 0; end < bytes.length; end += 37) {
    await expect(read(bytes.subarray(0, end)), `cut at ${end}`).rejects.toThrow(UserError);
  }
});

it.each(files)("%s: with any bytes changed, it is read or refused, in bounded time", async (file) => {
  const bytes = fixture(file);
  const change = fc.record({
    at: fc.nat(bytes.length - 4),
    value: fc.constantFrom(0, 1, 255, 0x7fffffff, -1, 0x10000, 999)
  });
  await fc.assert(
    fc.asyncProperty(fc.array(change, {minLength: 1, maxLength: 3}), async (changes) => {
      const changed = Buffer.from(bytes);
      for (const {at, value} of changes) changed.writeInt32LE(value, at);
      await expect(
        read(changed).then(
          () => UserError,
          (error: Error) => error.constructor
        )
      ).resolves.toBe(UserError);
    }),
    {numRuns: 300, seed: 20261122}
  );
});

it("a header that claims what the file cannot hold takes no memory", async () => {
  const bytes = fixture("sav-plain.sav");
  const [before] = [process.memoryUsage().rss];
  // The first extension's count, which follows kind, subtype and size.
  const at = bytes.indexOf(Buffer.from([7, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0]));
  bytes.writeInt32LE(0x7fffffff, at + 12);
  await expect(read(bytes)).rejects.toThrow(/is damaged or cut off: it ends within its description of the variables/);
  expect(process.memoryUsage().rss - before).toBeLessThan(256 << 20);
});
