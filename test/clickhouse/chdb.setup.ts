import {spawnSync} from "node:child_process";
import {existsSync} from "node:fs";
import {fileURLToPath} from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));

/** Installs chDB in a folder of its own, once; names why not in PERENNIAL_NO_CHDB where this machine cannot have it. */
export default function setup(): void {
  const {glibcVersionRuntime: glibc} = (process.report.getReport() as {header: {glibcVersionRuntime?: string}}).header;
  if (process.platform !== "linux" || process.arch !== "x64" || glibc === undefined) {
    process.env.PERENNIAL_NO_CHDB = "chDB is locked for Linux with glibc on x64 alone";
    return;
  }
  if (existsSync(new URL("node_modules/chdb/package.json", import.meta.url))) return;
  const {status, stderr} = spawnSync("npm", ["ci", "--prefix", folder, "--no-audit", "--no-fund"], {encoding: "utf8"});
  if (status !== 0) throw new Error(`chDB could not be installed from the npm registry:\n${stderr}`);
}
