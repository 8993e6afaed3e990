import {mkdtempSync, writeFileSync} from "node:fs";
import {buffer} from "node:stream/consumers";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Readable} from "node:stream";
import {ZipFile} from "yazl";

/** A ZIP archive of these files, `stored…` without compression, with every mention of one text replaced by another as long. */
export async function zipOf(
  files: Record<string, string | Buffer>,
  replaced: [from: string, to: Buffer][] = []
): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, contents] of Object.entries(files)) {
    if (name.endsWith("/")) zip.addEmptyDirectory(name);
    else zip.addBuffer(Buffer.from(contents), name, {compress: !name.startsWith("stored")});
  }
  zip.end();
  const bytes = await buffer(zip.outputStream as Readable);
  for (const [from, to] of replaced) {
    if (Buffer.byteLength(from) !== to.length) throw new Error(`"${from}" has another length`);
    for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) to.copy(bytes, at);
  }
  return bytes;
}

/** Where each header of the archive's directory begins. */
export function directoryHeaders(zip: Buffer): number[] {
  const found: number[] = [];
  for (let at = zip.indexOf("PK\u0001\u0002"); at >= 0; at = zip.indexOf("PK\u0001\u0002", at + 1)) found.push(at);
  return found;
}

/** A file of its own with these bytes. */
export function fileOf(bytes: Buffer | string, name = "x.zip"): string {
  const path = join(mkdtempSync(join(tmpdir(), "perennial-")), name);
  writeFileSync(path, bytes);
  return path;
}
