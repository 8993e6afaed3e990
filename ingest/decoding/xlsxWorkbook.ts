import {closeSync, openSync, readSync, statSync} from "node:fs";
import {posix} from "node:path";
import type {Readable} from "node:stream";
import {UserError} from "../../warehouse/error.ts";
import {everyEntry, openEntry} from "./archive.ts";
import {unescaped} from "./xlsxStrings.ts";
import type {Epoch} from "./xlsxValue.ts";
import {readWholeXml} from "./xlsxXml.ts";

/** A sheet of a workbook. */
export interface Sheet {
  name: string;
  hidden: boolean;
}

/** Where the parts of a workbook are in its file. */
export interface Workbook {
  sheets: (Sheet & {part: string})[];
  strings: string | undefined;
  styles: string | undefined;
  epoch: Epoch;
  /** Bytes of the file. */
  size: number;
  /** The bytes of a part, unpacked; throws a UserError where it is missing. */
  open(part: string): Promise<Readable>;
}

interface Relationship {
  /** The last part of its type, which transitional and strict files have in common: `worksheet`. */
  type: string;
  part: string;
}

/** Opens an XLSX or XLSM file, `name` as messages name it. Throws a UserError where it is something else. */
export async function openWorkbook(path: string, name: string): Promise<Workbook> {
  refuseOther(path, name);
  const entries = new Map((await everyEntry(path, name)).map((entry) => [key(entry.name), entry]));
  const open = async (part: string): Promise<Readable> => {
    const entry = entries.get(key(part));
    if (!entry) throw new UserError(`ingest: ${name}: missing part ${part}; open it in Excel and save it again`);
    return openEntry(path, entry, name);
  };
  const relationships = async (part: string): Promise<Map<string, Relationship>> => {
    const place = posix.join(posix.dirname(part), "_rels", `${posix.basename(part)}.rels`);
    return entries.has(key(place)) ? relationshipsOf(await open(place), part, `${name}/${place}`) : new Map();
  };
  const main = [...(await relationships("")).values()].find(({type}) => type === "officeDocument")?.part;
  if (main?.endsWith(".bin")) throw new UserError(`ingest: ${name}: a binary workbook (.xlsb); save it as .xlsx`);
  if (main === undefined) throw noSpreadsheet(name);

  const related = await relationships(main);
  const workbook: Workbook = {
    sheets: [],
    strings: [...related.values()].find(({type}) => type === "sharedStrings")?.part,
    styles: [...related.values()].find(({type}) => type === "styles")?.part,
    epoch: 1900,
    size: statSync(path).size,
    open
  };
  let root = "";
  await readWholeXml(await open(main), `${name}/${main}`, {
    opened(element, attributes) {
      root ||= element;
      if (element === "workbookPr" && /^(1|true|on)$/.test(attributes["date1904"] ?? "")) workbook.epoch = 1904;
      if (element !== "sheet") return;
      const id = Object.keys(attributes).find((attribute) => attribute.endsWith(":id"));
      const target = id && related.get(attributes[id]!);
      if (!target || target.type !== "worksheet") return;
      const hidden = /^(very)?hidden$/i.test(attributes["state"] ?? "");
      workbook.sheets.push({name: unescaped(attributes["name"] ?? ""), hidden, part: target.part});
    },
    closed: () => undefined
  });
  if (root !== "workbook") throw noSpreadsheet(name);
  return workbook;
}

function refuseOther(path: string, name: string): void {
  const head = Buffer.alloc(8);
  const file = openSync(path, "r");
  readSync(file, head, 0, head.length, 0);
  closeSync(file);
  if (head.toString("hex") === "d0cf11e0a1b11ae1") {
    const what = /\.xls$/i.test(name) ? "an old workbook (.xls)" : "an old workbook (.xls), or one with a password";
    throw new UserError(`ingest: ${name}: ${what}; save it as .xlsx without a password`);
  }
  if (head.toString("latin1", 0, 2) !== "PK") throw noSpreadsheet(name);
}

const noSpreadsheet = (name: string): UserError =>
  new UserError(`ingest: ${name}: not a spreadsheet of Excel; save it as .xlsx or as CSV (UTF-8)`);

/** Parts are found whatever the case and the slashes that a writer chose. */
const key = (part: string): string => part.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase();

/** What a part refers to, by the identifiers that it uses. */
async function relationshipsOf(bytes: Readable, part: string, where: string): Promise<Map<string, Relationship>> {
  const found = new Map<string, Relationship>();
  await readWholeXml(bytes, where, {
    opened(name, {Id: id = "", Type: type = "", Target: target = "", TargetMode: mode}) {
      if (name !== "Relationship" || mode === "External") return;
      const place = target.startsWith("/") ? target : posix.join(posix.dirname(part), decoded(target));
      found.set(id, {type: type.slice(type.lastIndexOf("/") + 1), part: place.replace(/^\//, "")});
    },
    closed: () => undefined
  });
  return found;
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
