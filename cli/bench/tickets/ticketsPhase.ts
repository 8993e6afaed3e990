import {join} from "node:path";
import {createRows} from "../../../models/compile.ts";
import {Warehouse} from "../../../warehouse/warehouse.ts";
import {makeTickets} from "./base.ts";
import {clockModels, elapsedByHand, settings} from "./work.ts";

/** One phase over so many ticket events, in a folder of its own. */
export interface TicketsTask {
  what: "make" | "plain" | "clock";
  dir: string;
  events: number;
}

/** What one phase took, in a process of its own: seconds of wall clock and of CPU, peak resident memory, seconds by part. */
export interface TicketsPhase {
  seconds: number;
  cpu: number;
  peakBytes: number;
  parts: Record<string, number>;
}

async function runPhase({what, events}: TicketsTask, warehouse: Warehouse): Promise<Record<string, number>> {
  const parts: Record<string, number> = {};
  const timed = async (name: string, work: () => Promise<unknown>) => {
    const started = performance.now();
    await work();
    parts[name] = (performance.now() - started) / 1000;
  };
  if (what === "make") await makeTickets(warehouse, events);
  if (what === "plain") await timed("elapsed times by hand", () => warehouse.run(elapsedByHand));
  if (what === "clock") {
    for (const model of clockModels()) {
      await warehouse.run(`drop table if exists "${model.name}"`);
      await timed(model.name, () => createRows(model, {warehouse, settings, table: `"${model.name}"`}));
    }
  }
  return parts;
}

const [task] = process.argv.slice(2);
if (process.send) {
  const asked = JSON.parse(task!) as TicketsTask;
  const warehouse = await Warehouse.open(join(asked.dir, "tickets.duckdb"), {
    memory: "2GB",
    temp: join(asked.dir, "spill")
  });
  const started = {wall: performance.now(), cpu: process.cpuUsage()};
  const parts = await runPhase(asked, warehouse);
  const used = process.cpuUsage(started.cpu);
  const seconds = (performance.now() - started.wall) / 1000;
  warehouse.close();
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  process.send({seconds, cpu: (used.user + used.system) / 1e6, peakBytes, parts} satisfies TicketsPhase);
}
