import {fork} from "node:child_process";
import {once} from "node:events";
import {mkdirSync} from "node:fs";
import {cpus, loadavg} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {say, whole} from "../say.ts";
import type {Step, StepTook} from "./stepProcess.ts";

/** A benchmark of models over generated tables: steps one after the other, each in a process of its own. */
export interface StepBench<What extends string> {
  /** The module that `serveSteps` answers in. */
  script: URL;
  /** What is counted: "ticket events". */
  noun: string;
  titles: Record<What, string>;
  /** Seconds and peak resident bytes promised of a step, for `promisedOf` of them. */
  promised: Partial<Record<What, {seconds: number; peakBytes?: number}>>;
  promisedOf: number;
}

/** Runs the steps over so many in a folder of its own under `dir`, and says what each took, and whether a promise was kept. */
export async function benchSteps<What extends string>(
  {script, noun, titles, promised, promisedOf}: StepBench<What>,
  size: number,
  dir: string
): Promise<void> {
  say("bench", `${whole(size)} ${noun}; ${cpus().length} cores, load average ${loadavg()[0]!.toFixed(1)}`);
  const folder = join(dir, `${noun.replaceAll(" ", "-")}-${size}`);
  mkdirSync(folder, {recursive: true});
  for (const what of Object.keys(titles) as What[]) {
    const took = await stepOf(script, {what, dir: folder, size});
    const used = `${took.cpu.toFixed(1)} s of CPU, peak ${whole(Math.round(took.peakBytes / 1e6))} MB`;
    const limit = size < promisedOf ? undefined : promised[what];
    console.log(
      line(titles[what], took.seconds, used + (limit ? verdict(took, {...limit, times: size / promisedOf}) : ""))
    );
    for (const [name, seconds] of Object.entries(took.parts)) console.log(line(`  ${name}`, seconds));
  }
}

const line = (title: string, seconds: number, end = "") =>
  `        ${title.padEnd(28)} ${`${seconds.toFixed(2)} s`.padStart(9)}  ${end}`.trimEnd();

function verdict(took: StepTook, limit: {seconds: number; peakBytes?: number; times: number}): string {
  const most = limit.seconds * limit.times;
  const isMet = took.seconds <= most && took.peakBytes <= (limit.peakBytes ?? Infinity);
  const memory = limit.peakBytes ? `, ≤ ${limit.peakBytes / 2 ** 30} GiB` : "";
  return `; target ≤ ${most.toFixed(0)} s${memory}: ${isMet ? "met" : "MISSED"}`;
}

async function stepOf(script: URL, step: Step<string>): Promise<StepTook> {
  const child = fork(fileURLToPath(script), [JSON.stringify(step)], {execArgv: ["--import", "tsx"]});
  const failed = once(child, "exit").then(([code]) => {
    throw new Error(`bench: ${step.what} of ${step.size} ended with code ${String(code)}`);
  });
  const [result] = (await Promise.race([once(child, "message"), failed])) as [StepTook];
  return result;
}
