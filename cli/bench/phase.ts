import {rmSync} from "node:fs";
import {join} from "node:path";
import {Warehouse} from "../../warehouse/warehouse.ts";
import {benches, type Bench} from "./benches.ts";
import {makeParts} from "./part.ts";
import {work} from "./work.ts";

/** What one phase took, in a process of its own: seconds of wall clock and of CPU, peak resident memory; seconds and sums by table or file. */
export interface Phase {
  seconds: number;
  cpu: number;
  peakBytes: number;
  tables: Record<string, number>;
  sums: Record<string, string>;
  /** Bytes of each file, unpacked. */
  bytes: Record<string, number>;
}

/** One phase: the files made, or ingest or build done by us or by hand. */
export interface Task {
  who: "ours" | "plain";
  what: "make" | "ingest" | "build";
  bench: Bench;
  dir: string;
  lines: number;
}

const memory = "2GB";

async function runPhase({who, what, bench, dir, lines}: Task): Promise<Phase> {
  const parts = benches[bench](lines);
  if (what === "make") {
    await makeParts(dir, parts);
    const bytes = parts.map(({file, bytes}) => [file, bytes(join(dir, file))]);
    return {seconds: 0, cpu: 0, peakBytes: 0, tables: {}, sums: {}, bytes: Object.fromEntries(bytes)};
  }
  const path = join(dir, who === "ours" ? "data/warehouse.duckdb" : "plain.duckdb");
  if (what === "ingest") for (const suffix of ["", ".wal"]) rmSync(path + suffix, {force: true});
  const warehouse = await Warehouse.open(path, {memory, temp: join(dir, "spill")});
  const {run, sums} = work[who][what];
  const started = {wall: performance.now(), cpu: process.cpuUsage()};
  const tables = await run(warehouse, dir, parts);
  const used = process.cpuUsage(started.cpu);
  const seconds = (performance.now() - started.wall) / 1000;
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  const found: Record<string, string> = {};
  for (const [name, sql] of sums(parts)) found[name] = JSON.stringify(await warehouse.row(sql));
  warehouse.close();
  return {seconds, cpu: (used.user + used.system) / 1e6, peakBytes, tables, sums: found, bytes: {}};
}

const [task] = process.argv.slice(2);
if (process.send) process.send(await runPhase(JSON.parse(task!) as Task));
