import {join} from "node:path";
import {createRows} from "../../../models/compile.ts";
import {Warehouse} from "../../../warehouse/warehouse.ts";
import {makeTexts} from "./base.ts";
import {settings, textModels} from "./work.ts";

/** One phase over so many verbatims, in a folder of its own. */
export interface TextsTask {
  what: "make" | "read";
  dir: string;
  texts: number;
}

/** What one phase took, in a process of its own: seconds of wall clock and of CPU, peak resident memory, seconds by part. */
export interface TextsPhase {
  seconds: number;
  cpu: number;
  peakBytes: number;
  parts: Record<string, number>;
}

async function runPhase({what, texts}: TextsTask, warehouse: Warehouse): Promise<Record<string, number>> {
  const parts: Record<string, number> = {};
  const timed = async (name: string, work: () => Promise<void>): Promise<void> => {
    const started = performance.now();
    await work();
    parts[name] = (performance.now() - started) / 1000;
  };
  if (what === "make") await timed("texts", () => makeTexts(warehouse, texts));
  for (const model of what === "read" ? textModels() : []) {
    await warehouse.run(`drop table if exists "${model.name}"`);
    await timed(model.name, () => createRows(model, {warehouse, settings, table: `"${model.name}"`}));
  }
  return parts;
}

const [task] = process.argv.slice(2);
if (process.send) {
  const asked = JSON.parse(task!) as TextsTask;
  const warehouse = await Warehouse.open(join(asked.dir, "texts.duckdb"), {
    memory: "1GB",
    temp: join(asked.dir, "spill")
  });
  const started = {wall: performance.now(), cpu: process.cpuUsage()};
  const parts = await runPhase(asked, warehouse);
  const used = process.cpuUsage(started.cpu);
  const seconds = (performance.now() - started.wall) / 1000;
  warehouse.close();
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  process.send({seconds, cpu: (used.user + used.system) / 1e6, peakBytes, parts} satisfies TextsPhase);
}
