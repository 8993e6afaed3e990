import {createHash} from "node:crypto";
import {createReadStream} from "node:fs";
import {relative} from "node:path";
import {glob} from "tinyglobby";
import type {Project} from "../project.ts";
import type {Source} from "../config.ts";

/** A file of a source, named as messages name it: relative to the project folder. */
export interface ExportFile {
  path: string;
  name: string;
}

/** The files that a source's globs find, in order of name. */
export async function filesOf(project: Project, source: Source): Promise<ExportFile[]> {
  const paths = await glob([source.files].flat(), {
    cwd: project.dir,
    absolute: true,
    onlyFiles: true,
    expandDirectories: false,
    dot: false
  });
  return paths.sort().map((path) => ({path, name: relative(project.dir, path)}));
}

/** SHA-256 of a file's bytes, in hex. */
export async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path, {highWaterMark: 1 << 20})) hash.update(chunk as Buffer);
  return hash.digest("hex");
}
