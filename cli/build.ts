import type {Command} from "commander";
import {openLedger} from "../ingest/ledger.ts";
import {build} from "../models/build.ts";
import {models} from "../models/index.ts";
import {settingsOf} from "../models/settingsOf.ts";
import {UserError} from "../warehouse/error.ts";
import {commands} from "./commands.ts";
import {subcommand} from "./options.ts";
import {progress} from "./progress.ts";
import {plural, say, seconds, whole} from "./say.ts";
import {servedNames} from "./served.ts";
import {withCluster, withSession, type Session} from "./session.ts";

export const buildCommand = (): Command =>
  subcommand("build", commands.build)
    .option("--timings", "say how long each model took")
    .action((options: {project: string; timings?: boolean}) =>
      withSession(options.project, (session) => runBuild(session, options))
    );

/** Builds, checks contracts and grains, and publishes the marts together. */
export async function runBuild({project, warehouse}: Session, {timings = false} = {}): Promise<void> {
  const started = performance.now();
  await openLedger(warehouse);
  await refuseNothing({project, warehouse});
  const bar = progress("build", () => warehouse.fraction);
  const how = {progress: bar.report, slices: project.config.slices};
  const built = await withCluster(project, async (cluster) =>
    build(warehouse, models, settingsOf(project), {
      ...how,
      ...(cluster && {cluster, served: servedNames(), scratch: project.scratch})
    })
  ).finally(bar.done);
  const fresh = built.filter(({rebuilt}) => rebuilt);
  say(
    "build",
    `${plural(fresh.length, "model")} built, ${whole(built.length - fresh.length)} unchanged (${seconds(started)})`
  );
  if (timings)
    for (const model of fresh) say("", `${model.name}: ${plural(model.rows, "row")}, ${model.seconds.toFixed(2)} s`);
}

/** Throws a UserError where nothing has happened by the instant as of which everything is computed. */
async function refuseNothing({project, warehouse}: Session): Promise<void> {
  const {first} = await warehouse.row<{first: Date | null}>(
    "select min(first_event_at) as first from ledger.loads where kind not in ('customers', 'products', 'campaigns')"
  );
  if (!first)
    throw new UserError(
      "build: no order, ticket or answer is loaded yet; load an export of one first (perennial ingest)"
    );
  const {asOf} = settingsOf(project);
  if (asOf !== null && new Date(`${asOf}Z`) < first) {
    throw new UserError(
      `config: as_of: ${project.config.as_of} is before the first event (${first.toISOString().slice(0, 10)}); mend it or leave it out`
    );
  }
}
