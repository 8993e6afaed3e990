import {fork} from "node:child_process";
import {once} from "node:events";
import {mkdirSync} from "node:fs";
import {cpus, loadavg} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {say, whole} from "../say.ts";
import type {PeoplePhase, PeopleTask} from "./peoplePhase.ts";
import {peopleReport, type PeopleRun} from "./peopleRows.ts";

const script = fileURLToPath(new URL("peoplePhase.ts", import.meta.url));
const phases = ["make", "ingest", "resolve", "measure"] as const;

/** Generates people, loads and resolves them, for a tenth and for all of them, and prints both beside each other. */
export async function benchPeople(records: number, dir: string): Promise<void> {
  say(
    "bench",
    `${whole(records)} records, one in five of somebody already there; ${cpus().length} cores, load average ${loadavg()[0]!.toFixed(1)}`
  );
  const runs: PeopleRun[] = [];
  for (const n of [Math.max(1, Math.round(records / 10)), records]) {
    const folder = join(dir, `people-${n}`);
    mkdirSync(folder, {recursive: true});
    const took: Partial<Record<PeopleTask["what"], PeoplePhase>> = {};
    for (const what of phases) took[what] = await phase({what, dir: folder, records: n});
    runs.push({records: n, ...(took as Record<PeopleTask["what"], PeoplePhase>)});
  }
  for (const line of peopleReport(runs)) console.log(line);
}

async function phase(task: PeopleTask): Promise<PeoplePhase> {
  const child = fork(script, [JSON.stringify(task)], {execArgv: ["--import", "tsx"]});
  const failed = once(child, "exit").then(([code]) => {
    throw new Error(`bench: ${task.what} of ${task.records} people ended with code ${String(code)}`);
  });
  const [result] = (await Promise.race([once(child, "message"), failed])) as [PeoplePhase];
  return result;
}
