import {subscribe} from "node:diagnostics_channel";
import {rmSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {openLedger} from "../../../ingest/ledger.ts";
import {openProject} from "../../../ingest/project.ts";
import {build} from "../../../models/build.ts";
import {slicesChannel, type Sliced} from "../../../models/createSliced.ts";
import {models} from "../../../models/index.ts";
import {settingsOf} from "../../../models/settingsOf.ts";
import {Warehouse} from "../../../warehouse/warehouse.ts";
import {makeShop} from "./make.ts";
import {Meter, type Took} from "./meter.ts";

export interface OrdersTask {
  what: "make" | "build";
  dir: string;
  orders: number;
  memory: string;
}

/** What one phase took, in a process of its own: seconds of wall clock and of CPU, peak resident memory; of a build each model and its slices. */
export interface OrdersPhase {
  seconds: number;
  cpu: number;
  peakBytes: number;
  fileBytes: number;
  took: Took[];
  slices: Record<string, number>;
  rows: Record<string, number>;
}

const config = `export default {
  company: {name: "Benchmark", zone: "UTC", currency: "GBP"},
  sources: {orders: {kind: "orders", files: "orders.csv"}},
  publish: {pseudonym_key: "benchmark"}
};
`;

async function run({what, dir, orders, memory}: OrdersTask): Promise<OrdersPhase> {
  if (what === "make") writeFileSync(join(dir, "perennial.config.ts"), config);
  const project = await openProject(dir);
  if (what === "make") for (const suffix of ["", ".wal"]) rmSync(project.warehouse + suffix, {force: true});
  const spill = join(dir, "spill");
  const warehouse = await Warehouse.open(project.warehouse, {memory, temp: spill});
  const meter = new Meter(spill, (took) => process.send?.({took}));
  const slices: Record<string, number> = {};
  const rows: Record<string, number> = {};
  subscribe(slicesChannel, (message) => {
    const {model, slices: n} = message as Sliced;
    slices[model] = n;
  });
  const began = performance.now();
  if (what === "make") await makeShop(warehouse, orders);
  else {
    await openLedger(warehouse);
    const progress = (step: string) => meter.begin(step.replace("build ", ""));
    for (const built of await build(warehouse, models, settingsOf(project), {progress})) rows[built.name] = built.rows;
  }
  const seconds = (performance.now() - began) / 1000;
  const took = meter.end();
  warehouse.close();
  const {userCPUTime, systemCPUTime, maxRSS} = process.resourceUsage();
  const whole = {cpu: (userCPUTime + systemCPUTime) / 1e6, peakBytes: maxRSS * 1024};
  return {seconds, ...whole, fileBytes: statSync(project.warehouse).size, took, slices, rows};
}

const [task] = process.argv.slice(2);
if (process.send) process.send({done: await run(JSON.parse(task!) as OrdersTask)});
