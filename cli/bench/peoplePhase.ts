import {existsSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {ingest} from "../../ingest/ingest.ts";
import {openProject} from "../../ingest/project.ts";
import {build} from "../../models/build.ts";
import {accuracyOf, type IdentityAccuracy} from "../../models/identity/accuracy.ts";
import {blockingRecall} from "../../models/identity/blockingRecall.ts";
import {models} from "../../models/index.ts";
import {settingsOf} from "../../models/settingsOf.ts";
import {Warehouse} from "../../warehouse/warehouse.ts";
import {loadTruth} from "../identity/loadTruth.ts";
import {peopleFile, truthFile, writePeople} from "./people.ts";

/** One phase over so many generated records, in a folder of its own. */
export interface PeopleTask {
  what: "make" | "ingest" | "resolve" | "measure";
  dir: string;
  records: number;
}

/** What one phase took, in a process of its own: seconds of wall clock, peak resident memory, seconds by model, and how well it did. */
export interface PeoplePhase {
  seconds: number;
  peakBytes: number;
  models: Record<string, number>;
  accuracy: (IdentityAccuracy & {compared: number | null}) | null;
}

const people = {seed: 1, duplicates: 0.2};

/** What resolution is: the relations from a source's records to the customer of each. */
const isResolution = (name: string): boolean => /^int_identity_|^int_customer_keys$/.test(name);

const config = `export default {
  company: {name: "Benchmark", zone: "UTC", currency: "GBP"},
  sources: {people: {kind: "customers", files: "${peopleFile}", map: {customer_key: "id", birth_date: "birth date"}}},
  publish: {pseudonym_key: "benchmark"}
};
`;

async function make({dir, records}: PeopleTask): Promise<void> {
  writeFileSync(join(dir, "perennial.config.ts"), config);
  if (existsSync(join(dir, truthFile))) rmSync(join(dir, truthFile));
  await writePeople(dir, records, people);
}

async function runPhase(task: PeopleTask): Promise<Omit<PeoplePhase, "seconds" | "peakBytes">> {
  const nothing = {models: {}, accuracy: null};
  if (task.what === "make") {
    await make(task);
    return nothing;
  }
  const project = await openProject(task.dir);
  if (task.what === "ingest") for (const end of ["", ".wal"]) rmSync(project.warehouse + end, {force: true});
  const options = {memory: project.config.memory, temp: join(project.scratch, "spill")};
  const warehouse = await Warehouse.open(project.warehouse, options);
  try {
    if (task.what === "ingest") {
      const {failed} = await ingest(warehouse, project);
      if (failed.length) throw new Error(failed[0]!.message);
      return nothing;
    }
    const settings = settingsOf(project);
    if (task.what === "resolve") {
      const built = await build(
        warehouse,
        models.filter(({name}) => isResolution(name)),
        settings
      );
      return {...nothing, models: Object.fromEntries(built.map(({name, seconds}) => [name, seconds]))};
    }
    await loadTruth(warehouse, join(task.dir, truthFile));
    const compared = await blockingRecall(warehouse, "truth", settings);
    return {...nothing, accuracy: {...(await accuracyOf(warehouse, "truth")), compared}};
  } finally {
    warehouse.close();
  }
}

const [task] = process.argv.slice(2);
if (process.send) {
  const started = performance.now();
  const done = await runPhase(JSON.parse(task!) as PeopleTask);
  const seconds = (performance.now() - started) / 1000;
  process.send({...done, seconds, peakBytes: process.resourceUsage().maxRSS * 1024} satisfies PeoplePhase);
}
