import {fork} from "node:child_process";
import {once} from "node:events";
import {cpus, tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import type {Command} from "commander";
import {benchProject} from "./bench/data.ts";
import type {Phase} from "./bench/phase.ts";
import {plainTables} from "./bench/plain.ts";
import {command, wholeNumber} from "./options.ts";
import {say, whole} from "./say.ts";

const script = fileURLToPath(new URL("bench/phase.ts", import.meta.url));

export const benchCommand = (): Command =>
  command("bench", "measure ingest and build of generated orders against hand-written DuckDB SQL for the same tables")
    .option("--lines <n>", "how many order lines", wholeNumber(1000), 1_000_000)
    .option("--rounds <n>", "how often; the median counts", wholeNumber(1, 99), 1)
    .option("--dir <dir>", "where to work; the generated file is kept there", join(tmpdir(), "perennial-bench"))
    .action(async (options: {lines: number; rounds: number; dir: string}) => {
      const {dir, file, bytes} = await benchProject(options.dir, options.lines);
      say("bench", `${whole(options.lines)} order lines, ${size(bytes)} of CSV, ${cpus().length} cores`);
      for (const task of ["ingest", "build"]) {
        const rounds: {ours: Phase; plain: Phase}[] = [];
        for (let i = 0; i < options.rounds; i++) {
          const plain = await phase(`plain-${task}`, dir, file);
          rounds.push({plain, ours: await phase(`perennial-${task}`, dir, file)});
        }
        tell(task, rounds);
      }
    });

async function phase(name: string, dir: string, file: string): Promise<Phase> {
  const child = fork(script, [name, dir, file], {execArgv: ["--import", "tsx"]});
  const failed = once(child, "exit").then(([code]) => {
    throw new Error(`bench: ${name} ended with code ${String(code)}`);
  });
  const [result] = (await Promise.race([once(child, "message"), failed])) as [Phase];
  return result;
}

const size = (bytes: number) => (bytes < 1e9 ? `${(bytes / 1e6).toFixed(0)} MB` : `${(bytes / 1e9).toFixed(2)} GB`);
const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)]!;

function tell(task: string, rounds: {ours: Phase; plain: Phase}[]): void {
  const names = task === "build" ? plainTables.map(({name}) => name) : [];
  // Our build makes more tables than are written by hand; only the same ones are compared.
  const wall = (phase: Phase) =>
    names.length ? names.reduce((sum, name) => sum + phase.tables[name]!, 0) : phase.seconds;
  const [ours, plain] = [median(rounds.map((r) => wall(r.ours))), median(rounds.map((r) => wall(r.plain)))];
  const peak = Math.max(...rounds.map((r) => r.ours.peakBytes));
  say(
    task,
    `perennial ${ours.toFixed(2)} s, plain SQL ${plain.toFixed(2)} s: ${(ours / plain).toFixed(2)} ×; peak memory ${size(peak)} (plain ${size(Math.max(...rounds.map((r) => r.plain.peakBytes)))})`
  );
  for (const name of names) {
    const [a, b] = [median(rounds.map((r) => r.ours.tables[name]!)), median(rounds.map((r) => r.plain.tables[name]!))];
    const same = rounds.every((r) => r.ours.sums[name] === r.plain.sums[name]);
    say(
      "",
      `${name.padEnd(24)} ${a.toFixed(2).padStart(7)} s ${b.toFixed(2).padStart(7)} s ${(a / b).toFixed(2).padStart(6)} ×  ${same ? "same sums" : `NOT THE SAME: ${rounds[0]!.ours.sums[name]} / ${rounds[0]!.plain.sums[name]}`}`
    );
  }
  if (names.length) {
    const all = median(rounds.map((r) => r.ours.seconds));
    say(
      "",
      `whole build, ${Object.keys(rounds[0]!.ours.tables).length} models with contracts and grains checked: ${all.toFixed(1)} s`
    );
  }
}
