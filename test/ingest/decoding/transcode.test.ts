import {mkdtempSync, readFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {toUtf8} from "../../../ingest/decoding/transcode.ts";
import {Warehouse} from "../../../warehouse/warehouse.ts";
import {encoder, gbk} from "./encoder.ts";

const out = join(mkdtempSync(join(tmpdir(), "perennial-transcode-")), "out.csv");

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** What is written for these bytes, delivered in chunks of a size. */
async function written(bytes: Buffer, encoding: string, size = 1 << 20) {
  const {replaced} = await toUtf8(pieces(bytes, size), encoding, out);
  const result = readFileSync(out);
  return {replaced, bytes: result, text: result.toString()};
}

const swapped = (text: string) => Buffer.from(text, "utf16le").swap16();

describe("text comes out as UTF-8, whatever the chunks", () => {
  const text = '订单编号,姓名\r\n1,张三\n2,"李四,\n\0王五"\r3,喆\n'.repeat(50);
  it.each([
    ["gb18030", gbk(text)],
    ["utf-16le", Buffer.from(text, "utf16le")],
    ["utf-16be", swapped(text)],
    ["utf-8", Buffer.from(text)]
  ])("%s", async (encoding, bytes) => {
    for (const size of [1, 2, 3, 7, 1000, 1 << 20]) {
      const result = await written(bytes, encoding, size);
      expect(result.text === text).toBe(true);
      expect(result.replaced).toBe(0);
    }
  });

  it.each([
    ["big5", "訂單編號,姓名\n1,陳小明\n"],
    ["shift_jis", "注文番号,氏名\n1,ソニー表示ｶﾅ\n"],
    ["euc-kr", "주문번호,이름\n1,김철수\n"],
    ["windows-1251", "номер,имя\n1,Иванова\n"]
  ])("%s", async (encoding, text) =>
    expect(await written(encoder(encoding)(text), encoding)).toMatchObject({text, replaced: 0})
  );

  it("windows-1252, with its signs where Latin-1 has control characters", async () => {
    const bytes = Buffer.from("5,Caf\xe9 \x93M\xfcller\x94 \x96 it\x92s 12,50 \x80\n", "latin1");
    expect(await written(bytes, "windows-1252")).toMatchObject({text: "5,Café “Müller” – it’s 12,50 €\n", replaced: 0});
  });

  it("characters of four bytes", async () => {
    const rare = Buffer.from([0x95, 0x32, 0x82, 0x36, 0x2c, 0x81, 0x30, 0x81, 0x34, 10]);
    expect(await written(rare, "gb18030", 1)).toMatchObject({text: "𠀀,\u0084\n", replaced: 0});
  });

  it("blocks of many lines and lines of many blocks", async () => {
    const [long, short] = ["张三,", "1,李四,5\n"].map(gbk) as [Buffer, Buffer];
    const bytes = Buffer.concat([...Array<Buffer>(2_000_000).fill(long), ...Array<Buffer>(500_000).fill(short)]);
    const text = "张三,".repeat(2_000_000) + "1,李四,5\n".repeat(500_000);
    const result = await written(bytes, "gb18030", 65_536);
    expect(result.text === text).toBe(true);
  });
});

it("the byte order mark is dropped from the beginning only", async () => {
  for (const size of [1, 2, 100]) {
    for (const [encoding, bytes] of [
      ["utf-16le", Buffer.from("\ufeffa\n\ufeffb", "utf16le")],
      ["utf-16be", swapped("\ufeffa\n\ufeffb")],
      ["utf-8", Buffer.from("\ufeffa\n\ufeffb")],
      ["gb18030", Buffer.from([0x84, 0x31, 0x95, 0x33, 97, 10, 0x84, 0x31, 0x95, 0x33, 98])]
    ] as const) {
      expect((await written(bytes, encoding, size)).bytes.toString("latin1")).toBe("a\n\xef\xbb\xbfb");
    }
  }
});

it("UTF-8 is copied byte for byte, broken or not", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({maxLength: 40}), fc.integer({min: 1, max: 5}), async (array, size) => {
      const bytes = Buffer.from(array);
      fc.pre(bytes.toString("latin1", 0, 3) !== "\xef\xbb\xbf");
      expect((await written(bytes, "utf-8", size)).bytes.equals(bytes)).toBe(true);
    }),
    {numRuns: 100}
  );
});

it("a label may be any that the standard knows", async () => {
  expect((await written(gbk("张三\n"), "GB2312")).text).toBe("张三\n");
  expect((await written(Buffer.from("\ufeff\u0085\n"), "UTF8")).text).toBe("\u0085\n");
  expect((await written(Buffer.from("a\n", "utf16le"), "UTF-16")).text).toBe("a\n");
  expect((await written(Buffer.from([0x80, 10]), "ISO-8859-1")).text).toBe("€\n");
});

it("no text at all is an empty file", async () => {
  for (const encoding of ["utf-8", "gb18030", "utf-16le"]) {
    expect((await written(Buffer.alloc(0), encoding)).bytes.length).toBe(0);
  }
});

describe("what is not valid leaves an invalid byte in its line, and in no other", () => {
  const bad = (bytes: Buffer) =>
    bytes
      .toString("latin1")
      .split("\n")
      .map((line) => line.includes("\xff"));

  it.each([
    ["gb18030", [0xff]],
    ["gb18030", [0xd6]],
    ["gb18030", [0x81, 0x30, 0x81]],
    ["gb18030", [0xd6, 0x20]],
    ["big5", [0x81]],
    ["shift_jis", [0x80]],
    ["shift_jis", [0x81]],
    ["euc-kr", [0x80]],
    ["euc-kr", [0xff]],
    ["euc-jp", [0x8f]],
    ["windows-1252", [0x81]],
    ["windows-1253", [0xff]]
  ])("%s: %j", async (encoding, invalid) => {
    const bytes = Buffer.concat([Buffer.from("a,b\n1,x\n2,"), Buffer.from(invalid), Buffer.from("\n3,z\n")]);
    const result = await written(bytes, encoding);
    expect(bad(result.bytes)).toEqual([false, false, true, false, false]);
    expect(result.replaced).toBeGreaterThan(0);
    expect(result.text).toMatch(/^a,b\n1,x\n2,.*\n3,z\n$/);
  });

  it("a surrogate alone, and half a character at the end", async () => {
    for (const [encoding, swap] of [
      ["utf-16le", (bytes: Buffer) => bytes],
      ["utf-16be", (bytes: Buffer) => bytes.swap16()]
    ] as const) {
      const bytes = Buffer.concat([swap(Buffer.from("1,\ufffd\n2,\ud800x\n3,好\n4,", "utf16le")), Buffer.of(0x41)]);
      const result = await written(bytes, encoding, 3);
      expect(bad(result.bytes)).toEqual([false, true, false, true]);
      expect(result.bytes.toString("latin1").startsWith("1,\xef\xbf\xbd\n")).toBe(true);
    }
  });

  it("with any bytes at all", async () => {
    const encodings = ["gb18030", "big5", "shift_jis", "euc-kr", "euc-jp", "windows-1252", "windows-1255"];
    const line = fc.uint8Array({maxLength: 12}).map((bytes) => Buffer.from(bytes.filter((byte) => byte !== 10)));
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, {minLength: 1, maxLength: 6}),
        fc.constantFrom(...encodings),
        async (lines, encoding) => {
          const one: string[] = [];
          for (const line of lines) {
            one.push((await written(Buffer.concat([line, Buffer.of(10)]), encoding)).bytes.toString("latin1"));
          }
          const all = await written(
            Buffer.from(lines.map((line) => `${line.toString("latin1")}\n`).join(""), "latin1"),
            encoding,
            5
          );
          expect(all.bytes.toString("latin1")).toBe(one.join(""));
          for (const [i, line] of lines.entries()) {
            let valid = true;
            try {
              new TextDecoder(encoding, {fatal: true}).decode(line);
            } catch {
              valid = false;
            }
            if (!valid) expect(one[i]).toContain("\xff");
            // What cuts a record into cells stays where it is.
            const marks = (text: string) => text.replace(/[^ -/]/g, "");
            expect(marks(one[i]!)).toBe(marks(line.toString("latin1")));
          }
        }
      ),
      {numRuns: 100}
    );
  });
});

it("the engine rejects the rows that could not be decoded and loads the others", async () => {
  const head = gbk("订单编号,姓名,备注\n");
  const rows = Array.from({length: 5000}, (_, i) => gbk(`${i},张三,"很好,\n谢谢"\n`));
  const broken = [3, 1234, 4999];
  for (const i of broken) {
    rows[i] = Buffer.concat([gbk(`${i},张`), Buffer.of(0xd6), gbk(',"很好,\n'), Buffer.of(0xff), gbk('谢谢"\n')]);
  }
  await written(Buffer.concat([head, ...rows]), "gb18030", 1000);
  const warehouse = await Warehouse.open(":memory:");
  await warehouse.run(`create table t as select * from read_csv('${out}', header = false, skip = 1, auto_detect = false,
    delim = ',', quote = '"', escape = '"', store_rejects = true, rejects_table = 'bad', rejects_scan = 'scan',
    columns = {'id': 'VARCHAR', 'name': 'VARCHAR', 'note': 'VARCHAR'})`);
  expect(
    await warehouse.row(
      "select count(*)::int as n, count(distinct (name, note))::int as d, any_value(name) as name from t"
    )
  ).toEqual({
    n: 4997,
    d: 1,
    name: "张三"
  });
  expect(
    await warehouse.rows(`select id from range(5000) as r(id) where id::varchar not in (select id from t) order by 1`)
  ).toEqual(broken.map((id) => ({id})));
  expect(
    await warehouse.rows(
      "select distinct error_type::varchar as error, count(distinct line)::int as n from bad group by 1"
    )
  ).toEqual([{error: "INVALID ENCODING", n: 3}]);
  warehouse.close();
});

it("a line without end is refused", async () => {
  async function* endless() {
    for (let i = 0; i < 80; i++) yield Buffer.alloc(1 << 20, 65);
  }
  await expect(toUtf8(endless(), "gb18030", out)).rejects.toThrow(/a line is longer than 64 MiB/);
});
