import {resolve} from "node:path";
import type {Command} from "commander";
import {fileURLToPath} from "node:url";
import {generateCompany} from "../data/generator/generateCompany.ts";
import {commands} from "./commands.ts";
import {command, wholeNumber} from "./options.ts";
import {progress} from "./progress.ts";
import {plural, say, seconds} from "./say.ts";

const home = fileURLToPath(new URL("../data/exports", import.meta.url));

export const sampleCommand = (): Command =>
  command("sample", commands.sample)
    .option("--customers <n>", "how many customers", wholeNumber(1), 2400)
    .option("--seed <n>", "same seed, same bytes", wholeNumber(0), 7)
    .option("--out <dir>", "folder to write to", home)
    .option("--truth", "also write truth.csv: each customer's real rates, and why they left")
    .action(async (options: {customers: number; seed: number; out: string; truth?: boolean}) => {
      const started = performance.now();
      const bar = progress("sample");
      const out = resolve(options.out);
      await generateCompany({...options, out}, (done, total) => bar.report("customers", done, total)).finally(bar.done);
      say("sample", `${plural(options.customers, "customer")} in ${out} (${seconds(started)})`);
    });
