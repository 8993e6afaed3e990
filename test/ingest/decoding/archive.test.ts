import {createReadStream, writeFileSync} from "node:fs";
import {buffer, text} from "node:stream/consumers";
import {pipeline} from "node:stream/promises";
import {createGunzip, gzipSync} from "node:zlib";
import fc from "fast-check";
import {expect, it} from "vitest";
import {entriesOf, openEntry} from "../../../ingest/decoding/archive.ts";
import {bounded} from "../../../ingest/decoding/bounds.ts";
import {UserError} from "../../../warehouse/error.ts";
import {directoryHeaders, fileOf, zipOf} from "./zip.ts";

const names = async (path: string) => (await entriesOf(path, "x.zip")).map(({name}) => name);
const small = {ratio: 200, free: 1 << 20, total: 8 << 20};

it("an entry's bytes come out as they went in, deflated or stored", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({maxLength: 5000}), async (bytes) => {
      const path = fileOf(await zipOf({"a.csv": Buffer.from(bytes), "stored.csv": Buffer.from(bytes)}));
      for (const name of ["a.csv", "stored.csv"]) {
        expect(await buffer(await openEntry(path, name, "x.zip"))).toEqual(Buffer.from(bytes));
      }
    }),
    {numRuns: 30}
  );
});

it("directories, dotfiles and what macOS adds are no exports", async () => {
  const path = fileOf(
    await zipOf({
      "in/": "",
      "in/a.csv": "a",
      "__MACOSX/in/._a.csv": "b",
      "in/.DS_Store": "c",
      ".git/config": "d",
      "e.csv": "e"
    })
  );
  expect(await names(path)).toEqual(["in/a.csv", "e.csv"]);
  expect((await entriesOf(path, "x.zip"))[0]).toMatchObject({compressed: 3, uncompressed: 1});
});

it("a name that climbs, is absolute, names a drive or holds NUL is a label like any other", async () => {
  const hostile = [
    "../../etc/passwd.csv",
    "/etc/passwd.csv",
    "C:\\temp\\a.csv",
    "..\\a.csv",
    "a\0b.csv",
    "x\u001b[31m.csv"
  ];
  const plain = hostile.map((name, i) => "abcdef"[i]!.repeat(name.length));
  const path = fileOf(
    await zipOf(
      Object.fromEntries(plain.map((name, i) => [name, `contents ${i}`])),
      hostile.map((name, i) => [plain[i]!, Buffer.from(name)])
    )
  );
  const labels = [...hostile.slice(0, 4), "a\\u0000b.csv", "x\\u001b[31m.csv"];
  expect(await names(path)).toEqual(labels);
  expect(await text(await openEntry(path, labels[0]!, "x.zip"))).toBe("contents 0");
  expect(await text(await openEntry(path, labels[4]!, "x.zip"))).toBe("contents 4");
});

it("names are read as UTF-8 or as GBK, as Windows writes them in China", async () => {
  const gbk = Buffer.from("b6a9b5a52fbfcdbba72e637376", "hex");
  const path = fileOf(
    await zipOf({"客户.csv": "1", [`0${"1".repeat(gbk.length - 1)}`]: "2"}, [[`0${"1".repeat(gbk.length - 1)}`, gbk]])
  );
  expect(await names(path)).toEqual(["客户.csv", "订单/客户.csv"]);
  expect(await text(await openEntry(path, "订单/客户.csv", "x.zip"))).toBe("2");
});

it("an encrypted entry, two of one name, and one that is not there are told", async () => {
  const encrypted = await zipOf({"a.csv": "a", "b.csv": "b"});
  const header = directoryHeaders(encrypted)[1]!;
  encrypted.writeUInt16LE(encrypted.readUInt16LE(header + 8) | 1, header + 8);
  await expect(entriesOf(fileOf(encrypted), "x.zip")).rejects.toThrow(
    "ingest: x.zip/b.csv: encrypted; unpack it yourself"
  );

  const twice = await zipOf({"a.csv": "a", "b.csv": "b"}, [["b.csv", Buffer.from("a.csv")]]);
  await expect(entriesOf(fileOf(twice), "x.zip")).rejects.toThrow("ingest: x.zip/a.csv: duplicate entry");

  const path = fileOf(await zipOf({"a.csv": "a"}));
  await expect(openEntry(path, "c.csv", "x.zip")).rejects.toThrow(
    'ingest: x.zip: missing entry "c.csv"; it holds a.csv'
  );
});

it("Deflate64 is named, because Windows uses it for large files", async () => {
  const zip = await zipOf({"a.csv": "aaaaaaaaaaaaaaaaaaaaaaaaaa"});
  zip.writeUInt16LE(9, directoryHeaders(zip)[0]! + 10);
  await expect(openEntry(fileOf(zip), "a.csv", "x.zip")).rejects.toThrow(/x\.zip\/a\.csv: compressed with Deflate64/);
});

it("more than ten thousand entries are refused", async () => {
  const zip = await zipOf({"a.csv": ""});
  const start = directoryHeaders(zip)[0]!;
  const end = zip.lastIndexOf("PK\u0005\u0006");
  const entry = zip.subarray(start, end);
  const tail = Buffer.from(zip.subarray(end));
  tail.writeUInt16LE(10_001, 10);
  const path = fileOf(Buffer.concat([zip.subarray(0, start), ...Array<Buffer>(10_001).fill(entry), tail]));
  await expect(names(path)).rejects.toThrow("ingest: x.zip: more than 10000 entries");
});

it("entries that share bytes are refused, as bombs are made of them", async () => {
  const zip = await zipOf({"a.csv": "a".repeat(1000), "b.csv": "b"});
  const [first, second] = directoryHeaders(zip) as [number, number];
  zip.copy(zip, second + 42, first + 42, first + 46);
  await expect(entriesOf(fileOf(zip), "x.zip")).rejects.toThrow(/x\.zip\/b\.csv: shares bytes with another entry/);
});

it("an entry that unpacks too far ends with a message, and one below the limits does not", async () => {
  const path = fileOf(await zipOf({"bomb.csv": Buffer.alloc(4 << 20), "large.csv": Buffer.alloc(1 << 19)}));
  await expect(openEntry(path, "bomb.csv", "x.zip", small).then(buffer)).rejects.toThrow(
    /^ingest: x\.zip\/bomb\.csv: unpacks to more than 200 times its size \(1\.\d+ MB from 0\.00\d+ MB so far\), as a zip bomb does; unpack it yourself if you trust it$/
  );
  expect((await buffer(await openEntry(path, "large.csv", "x.zip", small))).length).toBe(1 << 19);
  const most = {...small, ratio: Infinity, total: 1 << 20};
  await expect(openEntry(path, "bomb.csv", "x.zip", most).then(buffer)).rejects.toThrow(/more than 1\.05 MB/);
});

it("a stream that unpacks too far ends with a message", async () => {
  const path = fileOf(gzipSync(Buffer.alloc(4 << 20)), "x.csv.gz");
  const file = createReadStream(path);
  const bytes = bounded("x.csv.gz", {compressed: () => file.bytesRead, limits: small});
  const drain = async (from: AsyncIterable<Buffer>) => {
    for await (const _ of from);
  };
  await expect(pipeline(file, createGunzip(), bytes, drain)).rejects.toThrow(
    /^ingest: x\.csv\.gz: unpacks to more than 200 times its size/
  );
});

it("any damage is a message, never a wrong answer", async () => {
  const contents = Array.from({length: 200}, (_, i) => `${i},${(i * 7919) % 1000}`).join("\n");
  const whole = await zipOf({"a.csv": contents, "stored.csv": contents});
  const path = fileOf(whole);
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({min: 1, max: 255}), fc.boolean(), async (at, flip, cut) => {
      const bytes = Buffer.from(cut ? whole.subarray(0, at) : whole);
      if (!cut) bytes[at]! ^= flip;
      writeFileSync(path, bytes);
      try {
        for (const entry of await entriesOf(path, "x.zip")) {
          expect(await text(await openEntry(path, entry, "x.zip"))).toBe(contents);
        }
      } catch (error) {
        expect(error).toBeInstanceOf(UserError);
        expect((error as Error).message).toMatch(/^ingest: x\.zip/);
      }
    }),
    {numRuns: 500}
  );
});

it("what is no archive is told", async () => {
  await expect(entriesOf(fileOf("not an archive"), "x.zip")).rejects.toThrow(/^ingest: x\.zip: a damaged archive/);
  await expect(entriesOf(fileOf(""), "x.zip")).rejects.toThrow(/^ingest: x\.zip: a damaged archive/);
});
