import type {Command} from "commander";
import {openLedger} from "../ingest/ledger.ts";
import {checksOnCluster} from "../models/building/checkOnCluster.ts";
import {check} from "../models/check.ts";
import {models} from "../models/index.ts";
import {UserError} from "../warehouse/error.ts";
import {commands} from "./commands.ts";
import {subcommand} from "./options.ts";
import {progress} from "./progress.ts";
import {plural, say, seconds} from "./say.ts";
import {withCluster, withSession, type Session} from "./session.ts";

export const checkCommand = (): Command =>
  subcommand("check", commands.check).action((options: {project: string}) => withSession(options.project, runCheck));

/** Checks; throws where anything fails. */
export async function runCheck({project, warehouse}: Session): Promise<void> {
  const started = performance.now();
  await openLedger(warehouse);
  // Rows that are on a ClickHouse have no view here.
  const names = project.clickhouse
    ? "select name from ledger.models"
    : "select view_name as name from duckdb_views() where schema_name = 'main'";
  const built = new Set((await warehouse.rows<{name: string}>(names)).map(({name}) => name));
  const missing = models.filter(({name}) => !built.has(name));
  if (missing.length)
    throw new UserError(
      `check: ${plural(missing.length, "model")} not built yet (${missing[0]!.name} first); run "perennial build"`
    );
  const bar = progress("check", () => warehouse.fraction);
  const checks = await withCluster(project, async (cluster) => {
    const elsewhere = cluster && (await checksOnCluster(cluster, warehouse));
    return check(warehouse, models, {progress: bar.report, ...(elsewhere && {elsewhere})});
  }).finally(bar.done);
  const failed = checks.filter(({is_passed}) => !is_passed);
  if (failed.length)
    throw new UserError(failed.map(({name, detail}) => `check: ${name}: failed: ${detail}`).join("\n"));
  say("check", `${plural(checks.length, "check")} passed (${seconds(started)})`);
}
