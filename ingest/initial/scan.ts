import {readdir} from "node:fs/promises";
import {join, relative, resolve} from "node:path";
import {natural, type ExportFile} from "../reading/files.ts";

/** Names of folders and files that are no exports: what programs keep for themselves, and what Perennial makes. */
const folders = /^(\.|node_modules$|__MACOSX$)/;
const files =
  /^(\.|~\$|perennial\.config\.|Thumbs\.db$|desktop\.ini$|pseudonym\.key)|\.duckdb(\.wal|\.tmp)?$|\.rejected-\d+\./i;

/** Every file below a folder, named relative to the project folder, as people would sort them. Links are not followed. */
export async function filesBelow(dir: string, projectDir: string): Promise<ExportFile[]> {
  const own = ["dist", "dist.next", "dist.old"].map((name) => resolve(projectDir, name));
  const found: ExportFile[] = [];
  const look = async (folder: string): Promise<void> => {
    for (const entry of await readdir(folder, {withFileTypes: true})) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && !folders.test(entry.name) && !own.includes(path)) await look(path);
      if (entry.isFile() && !files.test(entry.name)) {
        found.push({path, name: relative(resolve(projectDir), path)});
      }
    }
  };
  await look(resolve(dir));
  return found.sort((a, b) => (natural(a.name) < natural(b.name) ? -1 : 1));
}
