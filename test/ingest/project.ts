import {mkdirSync, mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import type {z} from "zod";
import {ingest} from "../../ingest/ingest.ts";
import {parseConfig} from "../../ingest/project.ts";
import type {configSchema} from "../../ingest/config.ts";
import {Warehouse} from "../../warehouse/warehouse.ts";

export type Sources = z.input<typeof configSchema>["sources"];

/** A company's folder with these files, ready to be loaded. */
export function makeProject(sources: Sources, files: Record<string, string | Buffer> = {}, currency = "GBP") {
  const dir = mkdtempSync(join(tmpdir(), "perennial-"));
  const write = (name: string, contents: string | Buffer): void => {
    mkdirSync(dirname(join(dir, name)), {recursive: true});
    writeFileSync(join(dir, name), contents);
  };
  for (const [name, contents] of Object.entries(files)) write(name, contents);
  const config = parseConfig(
    {company: {name: "Test", zone: "UTC", currency}, sources, publish: {pseudonym_key: "test-key"}},
    "test"
  );
  const project = {
    dir,
    config,
    warehouse: join(dir, "w.duckdb"),
    scratch: join(dir, ".perennial"),
    dist: join(dir, "dist")
  };
  const open = () => Warehouse.open(project.warehouse);
  return {project, write, open};
}

/** Loads once into a fresh warehouse and answers questions about it. */
export async function loaded(sources: Sources, files: Record<string, string | Buffer>, currency?: string) {
  const {project, write, open} = makeProject(sources, files, currency);
  const warehouse = await open();
  const report = await ingest(warehouse, project);
  return {project, write, warehouse, report, again: () => ingest(warehouse, project)};
}
