import type {Command} from "commander";
import {init, type InitReport} from "../ingest/init.ts";
import {commands} from "./commands.ts";
import {command} from "./options.ts";
import {progress} from "./progress.ts";
import {plural, say, seconds, whole} from "./say.ts";

interface Options {
  from: string;
  project: string;
  name?: string;
  currency?: string;
  zone?: string;
  force?: boolean;
}

export const initCommand = (): Command =>
  command("init", commands.init)
    .requiredOption("--from <dir>", "the folder of the exports, with all folders in it")
    .option("--project <dir>", "the company's folder, to which perennial.config.ts is written", ".")
    .option("--name <name>", "the company's name; the folder's when absent")
    .option("--currency <code>", "the company's currency, such as GBP; what the exports agree on when absent")
    .option("--zone <name>", "the company's time zone, such as Europe/London; UTC when absent")
    .option("--force", "write over a perennial.config.ts that is there")
    .action((options: Options) => runInit(options));

/** Writes the configuration, and says what stands in it, what was left out, and how to go on. */
export async function runInit(options: Options): Promise<void> {
  const started = performance.now();
  const bar = progress("init");
  const report = await init({...options, progress: bar.report}).finally(bar.done);
  for (const [task, text] of linesOf(report, options.project, started)) say(task, text);
}

function linesOf(report: InitReport, project: string, started: number): [task: string, text: string][] {
  const {config, files, sources, drafts, left, currency, zone} = report;
  const rest: string[] = [
    ...sources.map(({name, presets, files}) => `${name}: ${presets.join(", ")}, ${plural(files, "file")}`),
    ...drafts.map(({name, files, reason}) => `${name}: ${plural(files, "file")}, as a comment: ${reason}`),
    ...left.map(({name, reason}) => `${name}: left out: ${reason}`),
    `amounts in ${currency}, business days in ${zone}`,
    sources.length
      ? `next: perennial run --project ${shellWord(project)}`
      : `no source yet: complete one in ${config}, then perennial run --project ${shellWord(project)}`
  ];
  return [
    ["init", `${config}: ${plural(sources.length, "source")} from ${whole(files)} files (${seconds(started)})`],
    ...rest.map((text): [string, string] => ["", text])
  ];
}

const shellWord = (text: string): string => (/^[\w./~-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`);
