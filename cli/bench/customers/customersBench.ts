import {fork} from "node:child_process";
import {once} from "node:events";
import {mkdirSync} from "node:fs";
import {cpus, loadavg} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {say, whole} from "../../say.ts";
import type {ValuePhase, ValueTask} from "./valuePhase.ts";

const script = fileURLToPath(new URL("valuePhase.ts", import.meta.url));

/** What lifetime value promises for a million customers: seconds, and peak resident memory in bytes. */
const promised = {customers: 1e6, fit: 5, score: 15, peakBytes: 2 * 2 ** 30};
const titles: Record<ValueTask["what"], string> = {
  make: "make the base",
  plain: "group by hand",
  score: "fit and score",
  fit: "fit alone"
};

/** Fits purchase and spend models to so many customers and scores each, beside the plain grouping of the same rows. */
export async function benchValue(customers: number, dir: string): Promise<void> {
  say("bench", `${whole(customers)} customers; ${cpus().length} cores, load average ${loadavg()[0]!.toFixed(1)}`);
  const folder = join(dir, `value-${customers}`);
  mkdirSync(folder, {recursive: true});
  for (const what of ["make", "plain", "score", "fit"] as const) {
    const took = await phase({what, dir: folder, customers});
    console.log(
      line(
        titles[what],
        took.seconds,
        `${took.cpu.toFixed(1)} s of CPU, peak ${whole(Math.round(took.peakBytes / 1e6))} MB${verdict(what, took, customers)}`
      )
    );
    for (const [name, seconds] of Object.entries(took.parts)) console.log(line(`  ${name}`, seconds));
  }
}

const line = (title: string, seconds: number, end = "") =>
  `        ${title.padEnd(28)} ${`${seconds.toFixed(2)} s`.padStart(9)}  ${end}`.trimEnd();

function verdict(what: ValueTask["what"], {seconds, peakBytes}: ValuePhase, customers: number): string {
  if (what === "make" || what === "plain" || customers < promised.customers) return "";
  const limit = (promised[what] * customers) / promised.customers;
  const isMet = seconds <= limit && peakBytes <= promised.peakBytes;
  return `; target ≤ ${limit.toFixed(0)} s, ≤ ${promised.peakBytes / 2 ** 30} GiB: ${isMet ? "met" : "MISSED"}`;
}

async function phase(task: ValueTask): Promise<ValuePhase> {
  const child = fork(script, [JSON.stringify(task)], {execArgv: ["--import", "tsx"]});
  const failed = once(child, "exit").then(([code]) => {
    throw new Error(`bench: ${task.what} of ${task.customers} customers ended with code ${String(code)}`);
  });
  const [result] = (await Promise.race([once(child, "message"), failed])) as [ValuePhase];
  return result;
}
