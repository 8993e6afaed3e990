import {fork} from "node:child_process";
import {once} from "node:events";
import {mkdirSync} from "node:fs";
import {cpus, loadavg} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {say, whole} from "../../say.ts";
import type {TextsPhase, TextsTask} from "./textsPhase.ts";

const script = fileURLToPath(new URL("textsPhase.ts", import.meta.url));

/** What is promised for half a million verbatims: seconds, and peak resident memory in bytes. */
const promised = {texts: 500_000, seconds: 180, peakBytes: 4 * 2 ** 30};
const titles: Record<TextsTask["what"], string> = {make: "make the texts", read: "read, judge, find themes"};

/** Takes so many verbatims through language, words, masks, sentiment (learnt from their ratings) and themes. */
export async function benchTexts(texts: number, dir: string): Promise<void> {
  say("bench", `${whole(texts)} verbatims; ${cpus().length} cores, load average ${loadavg()[0]!.toFixed(1)}`);
  const folder = join(dir, `texts-${texts}`);
  mkdirSync(folder, {recursive: true});
  for (const what of ["make", "read"] as const) {
    const took = await phase({what, dir: folder, texts});
    const used = `${took.cpu.toFixed(1)} s of CPU, peak ${whole(Math.round(took.peakBytes / 1e6))} MB`;
    console.log(line(titles[what], took.seconds, used + (what === "read" ? verdict(took, texts) : "")));
    for (const [name, seconds] of Object.entries(took.parts)) console.log(line(`  ${name}`, seconds));
  }
}

const line = (title: string, seconds: number, end = "") =>
  `        ${title.padEnd(28)} ${`${seconds.toFixed(2)} s`.padStart(9)}  ${end}`.trimEnd();

function verdict({seconds, peakBytes}: TextsPhase, texts: number): string {
  if (texts < promised.texts) return "";
  const most = (promised.seconds * texts) / promised.texts;
  const isMet = seconds <= most && peakBytes <= promised.peakBytes;
  return `; target ≤ ${most.toFixed(0)} s, ≤ ${promised.peakBytes / 2 ** 30} GiB: ${isMet ? "met" : "MISSED"}`;
}

async function phase(task: TextsTask): Promise<TextsPhase> {
  const child = fork(script, [JSON.stringify(task)], {execArgv: ["--import", "tsx"]});
  const failed = once(child, "exit").then(([code]) => {
    throw new Error(`bench: ${task.what} of ${task.texts} verbatims ended with code ${String(code)}`);
  });
  const [result] = (await Promise.race([once(child, "message"), failed])) as [TextsPhase];
  return result;
}
