import {dsvFormat} from "d3";
import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {text as textOf} from "node:stream/consumers";
import {gunzipSync} from "node:zlib";
import {entriesOf, openEntry} from "../../ingest/decoding/archive.ts";
import {sheetsOf, sheetToCsv} from "../../ingest/decoding/xlsx.ts";
import {Warehouse} from "../../warehouse/warehouse.ts";

/** The text of an export, unpacked and decoded as its system writes it. */
export function readText(out: string, file: string): string {
  const bytes = readFileSync(join(out, file));
  const plain = file.endsWith(".gz") ? gunzipSync(bytes) : bytes;
  const encoding = /^app\//.test(file)
    ? "utf-16le"
    : /wjx/.test(file)
      ? "gbk"
      : /refunds/.test(file)
        ? "latin1"
        : "utf-8";
  return new TextDecoder(encoding).decode(plain);
}

/** The parts of an export as the loader names them: itself, the members of an archive, the sheets of a workbook. */
export async function partsOf(out: string, file: string): Promise<string[]> {
  const path = join(out, file);
  if (file.endsWith(".zip")) return (await entriesOf(path, file)).map(({name}) => `${file}/${name}`);
  if (file.endsWith(".xlsx")) return (await sheetsOf(path, file)).map(({name}) => `${file}#${name}`);
  return [file];
}

/** The rows of a part, its header first. */
export async function readRows(out: string, part: string): Promise<string[][]> {
  const [, container, inner] = /^(.+?\.(?:zip|xlsx))[/#](.+)$/.exec(part) ?? [];
  if (part.includes(".zip/")) {
    return dsvFormat(",").parseRows(await textOf(await openEntry(join(out, container!), inner!, container!)));
  }
  if (part.endsWith(".parquet") || part.includes(".xlsx#")) {
    const folder = mkdtempSync(join(tmpdir(), "rows-"));
    const copy = join(folder, "rows.csv");
    if (part.endsWith(".parquet")) {
      const engine = await Warehouse.open(":memory:");
      await engine.run(`copy (from '${join(out, part)}') to '${copy}' (format csv, header true)`);
      engine.close();
    } else await sheetToCsv(join(out, container!), {name: container!, sheet: inner!}, copy);
    const text = readFileSync(copy, "utf8");
    rmSync(folder, {recursive: true});
    return dsvFormat(",").parseRows(text);
  }
  const text = readText(out, part);
  if (!part.includes(".ndjson")) return dsvFormat(part.includes("other_refunds") ? ";" : ",").parseRows(text);
  const objects = text.trimEnd().split("\n").map(parsed);
  const header = Object.keys(objects[0]!);
  return [header, ...objects.map((object) => header.map((key) => String(object[key] ?? "")))];
}

function parsed(line: string): Record<string, unknown> {
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return {};
  }
}
