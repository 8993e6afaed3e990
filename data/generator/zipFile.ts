import {createWriteStream, mkdirSync} from "node:fs";
import {dirname} from "node:path";
import {pipeline} from "node:stream/promises";
import {ZipFile} from "yazl";

/** Packs files into an archive; the same files give the same bytes, whenever and wherever. */
export async function packZip(path: string, members: readonly {name: string; path: string}[]): Promise<void> {
  mkdirSync(dirname(path), {recursive: true});
  const zip = new ZipFile();
  // Archives keep the local time; the first moment that they know is the same in every zone.
  const options = {mtime: new Date(1980, 0, 1), forceDosTimestamp: true, mode: 0o100644};
  for (const {name, path} of members) zip.addFile(path, name, options);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
}
