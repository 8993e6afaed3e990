import type {Command} from "commander";
import {ingest, type IngestReport} from "../ingest/ingest.ts";
import {UserError} from "../warehouse/error.ts";
import {subcommand} from "./options.ts";
import {progress} from "./progress.ts";
import {plural, say, seconds, whole} from "./say.ts";
import {withSession, type Session} from "./session.ts";

export const ingestCommand = (): Command =>
  subcommand("ingest", "load new and changed exports into the warehouse").action((options: {project: string}) =>
    withSession(options.project, runIngest)
  );

/** Loads, and says what was loaded, rejected and set aside. Throws where a file failed. */
export async function runIngest({project, warehouse}: Session): Promise<void> {
  const started = performance.now();
  const bar = progress("ingest", () => warehouse.fraction);
  const report = await ingest(warehouse, project, bar.report).finally(bar.done);
  const {loaded, unchanged, kept, failed, shared} = report;
  say("ingest", `${plural(loaded.length, "file")} loaded, ${whole(unchanged.length)} unchanged (${seconds(started)})`);
  for (const load of loaded) {
    const parts = [`${whole(load.rows_loaded)} of ${plural(load.rows_read, "row")}`];
    if (load.rows_set_aside) parts.push(`${whole(load.rows_set_aside)} set aside`);
    if (load.rows_rejected) parts.push(`${whole(load.rows_rejected)} rejected`);
    say("", `${load.file} → ${load.kind}: ${parts.join(", ")}`);
  }
  await tellRejects(warehouse, loaded);
  for (const load of kept) say("", `${load.file}: no longer there; its ${whole(load.rows_loaded)} rows stay`);
  for (const {kind, field, sources, keys, example} of shared) {
    say(
      "",
      `${plural(keys, `${field} comes`, `${field}s come`)} from several sources of ${kind} (${sources.join(", ")}), such as ${example}: the latest delivery counts; if they are different things, give one source a namespace (keys)`
    );
  }
  if (failed.length) throw new UserError(failed.map(({message}) => message).join("\n"));
}

const SHOWN = 5;

async function tellRejects(warehouse: Session["warehouse"], loaded: IngestReport["loaded"]): Promise<void> {
  for (const load of loaded.filter(({rows_rejected}) => rows_rejected > 0)) {
    const rows = await warehouse.rows<{
      line: number | null;
      header: string | null;
      field: string | null;
      value: string | null;
      reason: string;
    }>(
      `select line, header, field, value, reason from ledger.rejects where load_id = $1 order by line nulls last, field limit ${SHOWN}`,
      [load.load_id]
    );
    for (const {line, header, field, value, reason} of rows) {
      const place = [line === null ? undefined : `line ${line}`, header ?? field ?? undefined]
        .filter(Boolean)
        .join(": ");
      say("", `  ${load.file} ${place}: ${value === null ? "" : `"${value.slice(0, 60)}" `}${reason}`);
    }
    const {lines} = await warehouse.row<{lines: number}>(
      "select count(*) as lines from ledger.rejects where load_id = $1",
      [load.load_id]
    );
    if (lines > rows.length)
      say("", `  … and ${whole(lines - rows.length)} more; all are in the table ledger.rejects of the warehouse`);
  }
}
