import type {Command} from "commander";
import {openLedger} from "../ingest/ledger.ts";
import {build} from "../models/build.ts";
import {models} from "../models/index.ts";
import {settingsOf} from "../models/settingsOf.ts";
import {UserError} from "../warehouse/error.ts";
import {subcommand} from "./options.ts";
import {progress} from "./progress.ts";
import {plural, say, seconds, whole} from "./say.ts";
import {withSession, type Session} from "./session.ts";

export const buildCommand = (): Command =>
  subcommand("build", "build the models whose inputs have changed")
    .option("--timings", "say how long each model took")
    .action((options: {project: string; timings?: boolean}) =>
      withSession(options.project, (session) => runBuild(session, options))
    );

/** Builds, checks contracts and grains, and publishes the marts together. */
export async function runBuild({project, warehouse}: Session, {timings = false} = {}): Promise<void> {
  const started = performance.now();
  await openLedger(warehouse);
  await refuseNothing(warehouse);
  const bar = progress("build", () => warehouse.fraction);
  const built = await build(warehouse, models, settingsOf(project), bar.report).finally(bar.done);
  const fresh = built.filter(({rebuilt}) => rebuilt);
  say(
    "build",
    `${plural(fresh.length, "model")} built, ${whole(built.length - fresh.length)} unchanged (${seconds(started)})`
  );
  if (timings)
    for (const model of fresh) say("", `${model.name}: ${plural(model.rows, "row")}, ${model.seconds.toFixed(2)} s`);
}

/** Throws a UserError where nothing has happened yet: then there is no instant as of which to compute. */
async function refuseNothing(warehouse: Session["warehouse"]): Promise<void> {
  const {events} = await warehouse.row<{events: number}>(
    "select count(*) as events from ledger.loads where last_event_at is not null and kind <> 'customers'"
  );
  if (!events)
    throw new UserError(
      "build: no order, ticket or answer is loaded yet; load an export of one first (perennial ingest)"
    );
}
