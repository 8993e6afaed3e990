import {fork} from "node:child_process";
import {once} from "node:events";
import {mkdirSync} from "node:fs";
import {cpus, loadavg} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {say, whole} from "../../say.ts";
import type {TicketsPhase, TicketsTask} from "./ticketsPhase.ts";

const script = fileURLToPath(new URL("ticketsPhase.ts", import.meta.url));

/** What is promised for five million events: seconds on the clock. */
const promised = {events: 5e6, seconds: 60};
const titles: Record<TicketsTask["what"], string> = {
  make: "make the log",
  plain: "elapsed times by hand",
  clock: "business clock"
};

/** Puts so many ticket events through the business clock, beside the elapsed times of the same rows by hand. */
export async function benchTickets(events: number, dir: string): Promise<void> {
  say("bench", `${whole(events)} ticket events; ${cpus().length} cores, load average ${loadavg()[0]!.toFixed(1)}`);
  const folder = join(dir, `tickets-${events}`);
  mkdirSync(folder, {recursive: true});
  for (const what of ["make", "plain", "clock"] as const) {
    const took = await phase({what, dir: folder, events});
    const memory = `${took.cpu.toFixed(1)} s of CPU, peak ${whole(Math.round(took.peakBytes / 1e6))} MB`;
    console.log(line(titles[what], took.seconds, what === "clock" ? `${memory}${verdict(took, events)}` : memory));
    for (const [name, seconds] of Object.entries(took.parts)) console.log(line(`  ${name}`, seconds));
  }
}

const line = (title: string, seconds: number, end = "") =>
  `        ${title.padEnd(28)} ${`${seconds.toFixed(2)} s`.padStart(9)}  ${end}`.trimEnd();

function verdict({seconds}: TicketsPhase, events: number): string {
  if (events < promised.events) return "";
  const most = (promised.seconds * events) / promised.events;
  return `; target ≤ ${most.toFixed(0)} s: ${seconds <= most ? "met" : "MISSED"}`;
}

async function phase(task: TicketsTask): Promise<TicketsPhase> {
  const child = fork(script, [JSON.stringify(task)], {execArgv: ["--import", "tsx"]});
  const failed = once(child, "exit").then(([code]) => {
    throw new Error(`bench: ${task.what} of ${task.events} ticket events ended with code ${String(code)}`);
  });
  const [result] = (await Promise.race([once(child, "message"), failed])) as [TicketsPhase];
  return result;
}
