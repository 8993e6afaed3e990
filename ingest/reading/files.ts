import {createHash} from "node:crypto";
import {createReadStream, statSync} from "node:fs";
import {relative} from "node:path";
import {glob} from "tinyglobby";
import type {Project} from "../project.ts";
import {isUtf8Stream, utf8Of, type Utf8} from "../decoding/encoding.ts";
import type {Source} from "../source.ts";

/** A file of a source, named as messages name it: relative to the project folder. */
export interface ExportFile {
  path: string;
  name: string;
}

/** A file that a source's globs find, with the place of the first glob that does. */
export interface FoundFile extends ExportFile {
  glob: number;
}

/** The files that a source's globs find, in order of precedence: later globs after earlier ones, then by name. */
export async function filesOf(project: Project, {files}: Source): Promise<FoundFile[]> {
  const out = files.filter((pattern) => pattern.startsWith("!"));
  const found = new Map<string, FoundFile>();
  for (const [i, pattern] of files.entries()) {
    if (pattern.startsWith("!")) continue;
    const paths = await glob([pattern, ...out], {
      cwd: project.dir,
      absolute: true,
      onlyFiles: true,
      expandDirectories: false,
      dot: false
    });
    for (const path of paths.filter(isFile)) found.set(path, {path, name: relative(project.dir, path), glob: i});
  }
  return [...found.values()].sort((a, b) => a.glob - b.glob || compare(natural(a.name), natural(b.name)));
}

/** Whether there is a file, and no pipe or device that could be read without end. */
function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A name that sorts as people count: `week 9` before `week 10`, `orders.csv` before `orders (1).csv`. */
export const natural = (name: string): string =>
  name
    .replace(/ ?\((\d+)\)(\.[^/]*)?$/, (_, copy: string, end: string | undefined) => `${end ?? ""}\u0001${copy}`)
    .replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, "").padStart(20, "0"))
    .toLowerCase();

/** What one reading of a file's bytes tells. */
export interface Examined {
  /** SHA-256 in hex. */
  sha256: string;
  utf8: Utf8;
}

/** Reads a file once, a chunk at a time. */
export async function examine(path: string): Promise<Examined> {
  const hash = createHash("sha256");
  const validity = isUtf8Stream();
  for await (const chunk of createReadStream(path, {highWaterMark: 1 << 20})) {
    hash.update(chunk as Buffer);
    validity.push(chunk as Buffer);
  }
  return {sha256: hash.digest("hex"), utf8: utf8Of(validity)};
}
