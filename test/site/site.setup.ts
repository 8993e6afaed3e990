import {spawnSync} from "node:child_process";
import {cpSync, existsSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {fileURLToPath} from "node:url";

const home = fileURLToPath(new URL("../..", import.meta.url));

/** Builds the sample company's site in a folder of its own, outside the repository; returns that folder. */
export function buildSample(): string {
  const folder = mkdtempSync(join(tmpdir(), "perennial-sample-"));
  for (const name of ["perennial.config.ts", "data/exports"])
    cpSync(join(home, name), join(folder, name), {recursive: true});
  const words = [join(home, "cli/perennial.js"), "run", "--no-serve", "--project", folder];
  const {status} = spawnSync(process.execPath, words, {cwd: folder, stdio: ["ignore", "ignore", "inherit"]});
  if (status === 0) return folder;
  rmSync(folder, {recursive: true});
  throw new Error(`site: the sample could not be built (exit ${status})`);
}

/** Names the built site in PERENNIAL_DIST; builds the sample's where none is named, and deletes it at the end. */
export default function setup(): (() => void) | undefined {
  const given = process.env.PERENNIAL_DIST;
  if (given) {
    if (!existsSync(join(given, "index.html")))
      throw new Error(`site: PERENNIAL_DIST names ${given}, which holds no site`);
    process.env.PERENNIAL_DIST = resolve(given);
    return undefined;
  }
  const folder = buildSample();
  process.env.PERENNIAL_DIST = join(folder, "dist");
  return () => {
    delete process.env.PERENNIAL_DIST;
    rmSync(folder, {recursive: true});
  };
}
