import {rmSync} from "node:fs";
import {join} from "node:path";
import {ingest} from "../../ingest/ingest.ts";
import {openProject} from "../../ingest/project.ts";
import {build} from "../../models/build.ts";
import {models} from "../../models/index.ts";
import {settingsOf} from "../../models/settingsOf.ts";
import {Warehouse} from "../../warehouse/warehouse.ts";
import {plainIngest, plainTables} from "./plain.ts";

/** What one phase took, in a process of its own: seconds of wall clock and of CPU, peak resident memory, seconds per table, sums. */
export interface Phase {
  seconds: number;
  cpu: number;
  peakBytes: number;
  tables: Record<string, number>;
  sums: Record<string, string>;
}

const memory = "2GB";

/** Runs one phase over a bench project: our ingest, our build, or either by hand. */
async function runPhase(phase: string, dir: string, file: string): Promise<Phase> {
  const ours = phase.startsWith("perennial");
  const path = join(dir, ours ? "data/warehouse.duckdb" : "plain.duckdb");
  if (phase.endsWith("ingest")) for (const suffix of ["", ".wal"]) rmSync(path + suffix, {force: true});
  const warehouse = await Warehouse.open(path, {memory, temp: join(dir, "spill")});
  const started = {wall: performance.now(), cpu: process.cpuUsage()};
  const tables = ours ? await ourPhase(phase, warehouse, dir) : await plainPhase(phase, warehouse, file);
  const used = process.cpuUsage(started.cpu);
  const seconds = (performance.now() - started.wall) / 1000;
  const sums: Record<string, string> = {};
  for (const {name, same} of phase.endsWith("build") ? plainTables : []) {
    sums[name] = JSON.stringify(await warehouse.row(`select (${same})::varchar as sums from "${name}" as t`));
  }
  warehouse.close();
  return {
    seconds,
    cpu: (used.user + used.system) / 1e6,
    peakBytes: process.resourceUsage().maxRSS * 1024,
    tables,
    sums
  };
}

async function ourPhase(phase: string, warehouse: Warehouse, dir: string): Promise<Record<string, number>> {
  const project = await openProject(dir);
  if (phase.endsWith("ingest")) {
    const {failed} = await ingest(warehouse, project);
    if (failed.length) throw new Error(failed[0]!.message);
    return {};
  }
  const built = await build(warehouse, models, settingsOf(project));
  return Object.fromEntries(built.map(({name, seconds}) => [name, seconds]));
}

async function plainPhase(phase: string, warehouse: Warehouse, file: string): Promise<Record<string, number>> {
  const tables: Record<string, number> = {};
  const statements = phase.endsWith("ingest") ? [] : plainTables;
  if (phase.endsWith("ingest")) await warehouse.run(plainIngest(file));
  for (const {name, sql} of statements) {
    const started = performance.now();
    await warehouse.run(`create or replace table "${name}" as ${sql}`);
    tables[name] = (performance.now() - started) / 1000;
  }
  await warehouse.run("checkpoint");
  return tables;
}

const [phase, dir, file] = process.argv.slice(2);
if (process.send) process.send(await runPhase(phase!, dir!, file!));
