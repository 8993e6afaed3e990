import {join} from "node:path";
import {createRows} from "../../models/compile.ts";
import type {Model} from "../../models/model.ts";
import type {Settings} from "../../models/settings.ts";
import {Warehouse} from "../../warehouse/warehouse.ts";

/** One step of a benchmark over so many, in a folder of its own. */
export interface Step<What extends string> {
  what: What;
  dir: string;
  size: number;
}

/** What one step took, in a process of its own: seconds of wall clock and of CPU, peak resident memory, seconds by part. */
export interface StepTook {
  seconds: number;
  cpu: number;
  peakBytes: number;
  parts: Record<string, number>;
}

/** Does a piece of work and notes its seconds under a name. */
export type Timed = <T>(name: string, work: () => T | Promise<T>) => Promise<T>;

/** Answers the one step that the parent process asks for; nothing where nobody asks. `memory` is the engine's limit. */
export async function serveSteps<What extends string>(
  memory: (what: What) => string,
  run: (step: Step<What>, warehouse: Warehouse, timed: Timed) => Promise<void>
): Promise<void> {
  if (!process.send) return;
  const step = JSON.parse(process.argv[2]!) as Step<What>;
  const warehouse = await Warehouse.open(join(step.dir, "bench.duckdb"), {
    memory: memory(step.what),
    temp: join(step.dir, "spill")
  });
  const parts: Record<string, number> = {};
  const timed: Timed = async (name, work) => {
    const started = performance.now();
    const done = await work();
    parts[name] = (performance.now() - started) / 1000;
    return done;
  };
  const started = {wall: performance.now(), cpu: process.cpuUsage()};
  await run(step, warehouse, timed);
  const used = process.cpuUsage(started.cpu);
  const seconds = (performance.now() - started.wall) / 1000;
  warehouse.close();
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  process.send({seconds, cpu: (used.user + used.system) / 1e6, peakBytes, parts} satisfies StepTook);
}

/** Builds models anew over what is there, each timed by its name. */
export async function buildTimed(
  models: readonly Model[],
  {warehouse, settings, timed}: {warehouse: Warehouse; settings: Settings; timed: Timed}
): Promise<void> {
  for (const model of models) {
    await warehouse.run(`drop table if exists "${model.name}"`);
    await timed(model.name, () => createRows(model, {warehouse, settings, table: `"${model.name}"`}));
  }
}
