import {spawnSync} from "node:child_process";
import {existsSync} from "node:fs";
import {fileURLToPath} from "node:url";

/** Installs the official client and chDB, each in a folder of its own, once; names why not in PERENNIAL_NO_CHDB where this machine cannot have it. */
export default function setup(): void {
  install(new URL("../../warehouse/clickhouse/", import.meta.url), "@clickhouse/client");
  const {glibcVersionRuntime: glibc} = (process.report.getReport() as {header: {glibcVersionRuntime?: string}}).header;
  if (process.platform !== "linux" || process.arch !== "x64" || glibc === undefined) {
    process.env.PERENNIAL_NO_CHDB = "chDB is locked for Linux with glibc on x64 alone";
    return;
  }
  install(new URL(".", import.meta.url), "chdb");
}

function install(folder: URL, name: string): void {
  if (existsSync(new URL(`node_modules/${name}/package.json`, folder))) return;
  const command = ["ci", "--prefix", fileURLToPath(folder), "--no-audit", "--no-fund"];
  const {status, stderr} = spawnSync("npm", command, {encoding: "utf8"});
  if (status !== 0) throw new Error(`${name} could not be installed from the npm registry:\n${stderr}`);
}
