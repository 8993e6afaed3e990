import {createHash} from "node:crypto";
import {UserError, messageOf} from "../warehouse/error.ts";
import type {Warehouse} from "../warehouse/warehouse.ts";
import {codecOf, fieldsOf} from "./contracts/contract.ts";
import {contractOf} from "./contracts/kinds.ts";
import type {Source} from "./config.ts";
import {loads, openLedger, type Load} from "./ledger.ts";
import {load} from "./loading/load.ts";
import type {Project} from "./project.ts";
import {sharedKeys, type SharedKeys} from "./sharedKeys.ts";
import {filesOf, hashOf, type ExportFile} from "./reading/files.ts";

export interface IngestReport {
  loaded: Load[];
  unchanged: Load[];
  /** Loads whose file is no longer there; their rows stay. */
  kept: Load[];
  failed: {file: string; message: string}[];
  /** Keys that several sources deliver; looked for when something was loaded. */
  shared: SharedKeys[];
}

export interface Progress {
  (step: string, done: number, total: number): void;
}

/**
 * Brings the warehouse up to date with the project's export files: new and changed files are loaded, unchanged ones are not read
 * again, and a file that fails leaves what was there. Throws a UserError where a source has no file at all.
 */
export async function ingest(
  warehouse: Warehouse,
  project: Project,
  progress: Progress = () => undefined
): Promise<IngestReport> {
  await openLedger(warehouse);
  const known = await loads(warehouse);
  const deliveries = await expected(project);
  const report: IngestReport = {loaded: [], unchanged: [], kept: [], failed: [], shared: []};
  for (const [i, {sourceName, source, file}] of deliveries.entries()) {
    progress(`load ${file.name}`, i, deliveries.length);
    const before = known.find((load) => load.source === sourceName && load.file === file.name);
    const sha256 = await hashOf(file.path);
    const mapping = fingerprint(source, project);
    if (before && before.sha256 === sha256 && before.mapping === mapping) {
      report.unchanged.push(before);
      continue;
    }
    try {
      report.loaded.push(
        await load(warehouse, project.config, {sourceName, source, file, sha256, mapping, replaces: before})
      );
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      report.failed.push({file: file.name, message: messageOf(error)});
    }
  }
  progress("load", deliveries.length, deliveries.length);
  report.kept = known.filter(
    (load) => !deliveries.some(({sourceName, file}) => load.source === sourceName && load.file === file.name)
  );
  if (report.loaded.length) report.shared = await sharedKeys(warehouse);
  return report;
}

async function expected(project: Project): Promise<{sourceName: string; source: Source; file: ExportFile}[]> {
  const all = [];
  for (const [sourceName, source] of Object.entries(project.config.sources)) {
    const files = await filesOf(project, source);
    if (!files.length && !source.optional) {
      throw new UserError(
        `ingest: ${sourceName}: missing file: nothing matches "${[source.files].flat().join('", "')}" in ${project.dir}; put the export there, mend sources.${sourceName}.files, or say optional: true`
      );
    }
    all.push(...files.map((file) => ({sourceName, source, file})));
  }
  return all;
}

/** Identity of everything but the file that decides what its rows become. */
function fingerprint(source: Source, {config}: Project): string {
  const contract = contractOf(source.kind);
  const {files: _files, optional: _optional, max_rejected_share: _share, ...rest} = source;
  const format = {dates: [], zone: "UTC", decimal: source.decimal} as const;
  const fields = fieldsOf(contract).map((field) => [
    field.name,
    field.nullable,
    codecOf(contract, field).sql("x", format)
  ]);
  const rules = contract.rules?.map(({sql}) => sql);
  return createHash("sha256")
    .update(JSON.stringify([rest, config.company.zone, config.company.currency, fields, contract.aliases, rules]))
    .digest("hex")
    .slice(0, 16);
}
