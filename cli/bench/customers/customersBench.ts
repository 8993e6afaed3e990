import {fork} from "node:child_process";
import {once} from "node:events";
import {mkdirSync} from "node:fs";
import {cpus, loadavg} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {say, whole} from "../../say.ts";
import type {CustomersPhase, CustomersTask} from "./customersPhase.ts";

const script = fileURLToPath(new URL("customersPhase.ts", import.meta.url));

/** What is promised for a million customers: seconds, and peak resident memory in bytes. */
const promised: Partial<Record<CustomersTask["what"], {seconds: number; peakBytes?: number}>> = {
  fit: {seconds: 5, peakBytes: 2 * 2 ** 30},
  score: {seconds: 15, peakBytes: 2 * 2 ** 30},
  churn: {seconds: 180}
};
const titles: Record<CustomersTask["what"], string> = {
  make: "make the base",
  plain: "group by hand",
  score: "value: fit and score",
  fit: "value: fit alone",
  churn: "churn: 25 snapshots"
};

/** Foretells value (fit, score) and churn (features, training, backtest, score) of so many customers, beside the plain grouping of the same rows. */
export async function benchCustomers(customers: number, dir: string): Promise<void> {
  say("bench", `${whole(customers)} customers; ${cpus().length} cores, load average ${loadavg()[0]!.toFixed(1)}`);
  const folder = join(dir, `customers-${customers}`);
  mkdirSync(folder, {recursive: true});
  for (const what of ["make", "plain", "score", "fit", "churn"] as const) {
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

function verdict(what: CustomersTask["what"], {seconds, peakBytes}: CustomersPhase, customers: number): string {
  const limit = promised[what];
  if (!limit || customers < 1e6) return "";
  const most = (limit.seconds * customers) / 1e6;
  const isMet = seconds <= most && peakBytes <= (limit.peakBytes ?? Infinity);
  const memory = limit.peakBytes ? `, ≤ ${limit.peakBytes / 2 ** 30} GiB` : "";
  return `; target ≤ ${most.toFixed(0)} s${memory}: ${isMet ? "met" : "MISSED"}`;
}

async function phase(task: CustomersTask): Promise<CustomersPhase> {
  const child = fork(script, [JSON.stringify(task)], {execArgv: ["--import", "tsx"]});
  const failed = once(child, "exit").then(([code]) => {
    throw new Error(`bench: ${task.what} of ${task.customers} customers ended with code ${String(code)}`);
  });
  const [result] = (await Promise.race([once(child, "message"), failed])) as [CustomersPhase];
  return result;
}
