import {rmSync} from "node:fs";
import {join} from "node:path";
import type {Warehouse} from "../warehouse/warehouse.ts";
import {expected} from "./claims.ts";
import {openLedger} from "./ledger.ts";
import type {Project} from "./project.ts";
import type {IngestReport} from "./report.ts";
import {Run} from "./run.ts";

export type {IngestReport} from "./report.ts";

export interface Progress {
  (step: string, done: number, total: number): void;
}

export interface IngestOptions {
  progress?: Progress;
  /** Judge everything and change nothing. */
  isDry?: boolean;
}

/**
 * Brings the warehouse up to date with the project's export files: new and changed files are loaded, unchanged ones are not read
 * again, and a file that fails leaves what was there. Throws a UserError where a source has no file at all.
 */
export async function ingest(
  warehouse: Warehouse,
  project: Project,
  {progress = () => undefined, isDry = false}: IngestOptions = {}
): Promise<IngestReport> {
  await openLedger(warehouse);
  const scratch = join(project.scratch, "ingest");
  rmSync(scratch, {recursive: true, force: true});
  const files = await expected(project);
  const run = new Run(warehouse, project, scratch, isDry);
  await run.start(files);
  for (const [i, file] of files.entries()) {
    progress(`load ${file.file.name}`, i, files.length);
    await run.take(file);
  }
  for (const file of run.orphaned(files)) await run.take(file);
  progress("load", files.length, files.length);
  return run.end();
}
