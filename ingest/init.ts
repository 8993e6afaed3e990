import {existsSync, mkdirSync, renameSync, statSync, writeFileSync} from "node:fs";
import {basename, join, resolve} from "node:path";
import {UserError} from "../warehouse/error.ts";
import {withGlass} from "./explaining/look.ts";
import {configText, written} from "./initial/configText.ts";
import {groupFiles, type LeftOut} from "./initial/groups.ts";
import {moneyOf} from "./initial/money.ts";
import {recognise, type SeenFile} from "./initial/recognise.ts";
import {filesBelow} from "./initial/scan.ts";
import type {Progress} from "./ingest.ts";
import {configName, parseConfig} from "./project.ts";

export interface InitOptions {
  /** Folder that is looked through, with everything below it. */
  from: string;
  project: string;
  name?: string;
  currency?: string;
  zone?: string;
  /** Write over a configuration that is there. */
  force?: boolean;
  progress?: Progress;
}

/** What was written. */
export interface InitReport {
  config: string;
  files: number;
  currency: string;
  zone: string;
  sources: {name: string; presets: string[]; files: number}[];
  /** Sources that stand there as comments, and why. */
  drafts: {name: string; files: number; reason: string}[];
  left: LeftOut[];
}

/**
 * Looks through a folder of exports and writes the configuration that loads them. What is not sure of itself stands in it as a comment.
 *
 * Throws a UserError where the folder is missing or empty, a configuration is there already, or the company's currency is in doubt.
 */
export async function init(options: InitOptions): Promise<InitReport> {
  const {from, force = false, progress = () => undefined} = options;
  const dir = resolve(options.project);
  const config = join(dir, configName);
  if (!force && existsSync(config)) {
    throw new UserError(`init: ${config} is there already; write over it with --force, or name another --project`);
  }
  if (!existsSync(from) || !statSync(from).isDirectory())
    throw new UserError(`init: missing folder ${from}; name the folder of the exports with --from`);
  const files = await filesBelow(from, dir);
  if (!files.length) throw new UserError(`init: no file in ${from}; put the exports there, or name another --from`);
  const seen: SeenFile[] = [];
  await withGlass(async (warehouse, scratch) => {
    for (const [i, file] of files.entries()) {
      progress(`read ${file.name}`, i, files.length);
      seen.push(await recognise(warehouse, file, scratch));
    }
  });
  const grouped = groupFiles(seen);
  const money = moneyOf(grouped.groups, options.currency);
  const sources = grouped.groups.map((group) => written(group, money.currency));
  const name = options.name ?? (basename(dir) || "Company");
  const zone = options.zone ?? "UTC";
  const on = sources.filter(({off}) => off === undefined);
  // A placeholder stands for sources that somebody has yet to complete.
  const some = on.length ? on.map(({group, keys}) => [group.name, keys]) : [["none", {kind: "orders", files: "*"}]];
  parseConfig({company: {name, zone, currency: money.currency}, sources: Object.fromEntries(some) as unknown}, "init");
  mkdirSync(dir, {recursive: true});
  writeFileSync(`${config}.new`, configText({name, zone: options.zone, money, from}, sources, grouped));
  renameSync(`${config}.new`, config);
  return {
    config,
    files: files.length,
    currency: money.currency,
    zone,
    sources: on.map(({group}) => ({
      name: group.name,
      presets: group.presets.map(({name}) => name),
      files: group.files.length
    })),
    drafts: [
      ...sources.flatMap(({group, off}) =>
        off === undefined ? [] : [{name: group.name, files: group.files.length, reason: off}]
      ),
      ...grouped.drafts.map(({name, files, nearest: {kind, unknown}}) => ({
        name,
        files: files.length,
        reason: `no preset fits; nearest kind ${kind}${unknown.length ? `, which needs ${unknown.map(({field}) => field).join(", ")}` : ""}`
      }))
    ],
    left: grouped.left
  };
}
