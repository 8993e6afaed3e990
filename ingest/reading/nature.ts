import {closeSync, openSync, readSync, statSync} from "node:fs";
import {UserError} from "../../warehouse/error.ts";
import type {ExportFile} from "./files.ts";

/** Whether a text file is compressed. Throws a UserError where the file is empty or not what its name says. */
export function natureOf({path, name}: ExportFile): {gzip: boolean} {
  const where = `ingest: ${name}`;
  if (statSync(path).size === 0) throw new UserError(`${where}: the file is empty; export it again, or remove it`);
  const head = Buffer.alloc(4096);
  const file = openSync(path, "r");
  const bytes = head.subarray(0, readSync(file, head, 0, head.length, 0));
  closeSync(file);
  const gzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (/\.gz$/i.test(name) !== gzip) {
    throw new UserError(
      `${where}: ${gzip ? "compressed with gzip although its name says otherwise; call it .gz" : "called .gz but not compressed; mend its name"}`
    );
  }
  if (gzip) return {gzip};
  if (bytes.subarray(0, 2).toString("latin1") === "PK") {
    throw new UserError(`${where}: a spreadsheet or zip archive, not text; save it as CSV (UTF-8)`);
  }
  if (bytes.subarray(0, 5).toString("latin1") === "%PDF-")
    throw new UserError(`${where}: a PDF, not text; export it as CSV (UTF-8)`);
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw new UserError(`${where}: encoded as UTF-16; save it as CSV (UTF-8)`);
  }
  if (bytes.includes(13) && !bytes.includes(10)) {
    throw new UserError(`${where}: lines end with a carriage return alone, as on old Macs; save it with line feeds`);
  }
  if (bytes.includes(0)) throw new UserError(`${where}: binary data, not text; export it as CSV (UTF-8)`);
  if (/^\s*<(!doctype|html|\?xml)/i.test(bytes.toString("latin1"))) {
    throw new UserError(`${where}: a web page or XML, not CSV; was the download refused? export it again`);
  }
  return {gzip};
}
