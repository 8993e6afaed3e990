import {dirname} from "node:path";
import type {Command} from "commander";
import {redo, undo} from "../ingest/history.ts";
import {ingest, type IngestReport} from "../ingest/ingest.ts";
import {openLedger, type Load} from "../ingest/ledger.ts";
import {driftWords} from "../ingest/loading/drift.ts";
import {rejectFileOf} from "../ingest/loading/rejectFile.ts";
import {UserError} from "../warehouse/error.ts";
import {runExplain} from "./explain.ts";
import {tellHistory} from "./history.ts";
import {commands} from "./commands.ts";
import {subcommand} from "./options.ts";
import {progress} from "./progress.ts";
import {plural, say, seconds, whole} from "./say.ts";
import {withSession, type Session} from "./session.ts";

interface Options {
  project: string;
  dryRun?: boolean;
  explain?: string;
  history?: boolean;
  undo?: string;
  redo?: string;
}

export const ingestCommand = (): Command =>
  subcommand("ingest", commands.ingest)
    .option("--dry-run", "say what would happen, and change nothing")
    .option("--explain <file>", "how a file is read, which preset fits it, and what becomes of its columns")
    .option("--history", "list the loads: what counts, what was replaced, retired, taken back or failed")
    .option("--undo <load>", "take a load back; what it replaced counts again")
    .option("--redo <load>", "let the file of a load that was taken back be loaded again")
    .action(async (options: Options) => {
      const chosen = (["dryRun", "explain", "history", "undo", "redo"] as const).filter((key) => options[key]);
      if (chosen.length > 1)
        throw new UserError("ingest: choose one of --dry-run, --explain, --history, --undo, --redo");
      if (options.explain !== undefined) return runExplain(options.explain, options.project);
      return withSession(options.project, (session) => act(session, options));
    });

async function act(session: Session, {dryRun, history, undo, redo}: Options): Promise<void> {
  if (history) return tellHistory(session);
  if (undo !== undefined) return runUndo(session, undo);
  if (redo !== undefined) return runRedo(session, redo);
  return runIngest(session, dryRun);
}

/** Loads, and says what was loaded, rejected and set aside. Throws where a file failed. */
export async function runIngest({project, warehouse}: Session, isDry = false): Promise<void> {
  const started = performance.now();
  const bar = progress("ingest", () => warehouse.fraction);
  const report = await ingest(warehouse, project, {progress: bar.report, isDry}).finally(bar.done);
  const {loaded, unchanged, kept, failed, shared, copies, undone, retired, drifted} = report;
  const files = (loads: Load[]) => new Set(loads.map(({container}) => container)).size;
  const verb = isDry ? "would be loaded" : "loaded";
  say("ingest", `${plural(files(loaded), "file")} ${verb}, ${whole(files(unchanged))} unchanged (${seconds(started)})`);
  for (const load of loaded) {
    const parts = [`${whole(load.rows_loaded)} of ${plural(load.rows_read, "row")}`];
    if (load.rows_set_aside) parts.push(`${whole(load.rows_set_aside)} set aside`);
    if (load.rows_rejected) parts.push(`${whole(load.rows_rejected)} rejected`);
    say("", `${load.file} → ${load.kind}: ${parts.join(", ")}`);
  }
  for (const {load, drift} of drifted) say("", `${load.file}: columns changed: ${driftWords(drift)}`);
  if (!isDry) await tellRejects({project, warehouse}, loaded);
  for (const {file, note} of new Map(report.notes.map((it) => [it.file, it])).values()) say("", `${file}: ${note}`);
  for (const load of retired) {
    say("", `${load.file}: retired, a later full export of ${load.source} counts instead`);
  }
  for (const {file, of} of copies) say("", `${file}: the same bytes as ${of}, which is loaded; not loaded twice`);
  for (const load of undone) {
    say(
      "",
      `${load.file}: taken back as load ${load.load_id}; change it, or "perennial ingest --redo ${load.load_id}"`
    );
  }
  for (const load of kept) say("", `${load.file}: no longer there; its ${whole(load.rows_loaded)} rows stay`);
  tellUnclaimed(report.unclaimed);
  for (const {kind, field, sources, keys, example} of shared) {
    say(
      "",
      `${plural(keys, `${field} comes`, `${field}s come`)} from several sources of ${kind} (${sources.join(", ")}), such as ${example}: the later source of the config counts; if they are different things, give one source a namespace (keys)`
    );
  }
  if (isDry) say("", "nothing was changed");
  if (failed.length) throw new UserError(failed.map(({message}) => message).join("\n"));
}

async function runUndo({project, warehouse}: Session, id: string): Promise<void> {
  await openLedger(warehouse);
  const {load, restored} = await undo(warehouse, id, (source) => project.config.sources[source]?.mode ?? "append");
  say("undo", `load ${load.load_id}: ${plural(load.rows_loaded, "row")} of ${load.file} taken back`);
  if (restored) say("", `load ${restored.load_id}: its ${plural(restored.rows_loaded, "row")} count again`);
  say("", 'the same file is not loaded again until it changes; next: "perennial build"');
}

async function runRedo({warehouse}: Session, id: string): Promise<void> {
  await openLedger(warehouse);
  const load = await redo(warehouse, id);
  say("redo", `${load.file} is loaded by the next "perennial ingest"`);
}

const SHOWN = 5;

/** Rows that count though nothing in the configuration asks for them any more: of a source that was renamed they count twice. */
function tellUnclaimed(loads: readonly Load[]): void {
  for (const load of loads.slice(0, SHOWN)) {
    say(
      "",
      `${load.file}: no source ${load.source} finds it any more, and it still counts (${plural(load.rows_loaded, "row")}); "perennial ingest --undo ${load.load_id}" takes it back`
    );
  }
  if (loads.length > SHOWN) {
    say("", `… and ${whole(loads.length - SHOWN)} more such loads; "perennial ingest --history" lists the loads`);
  }
}

async function tellRejects({project, warehouse}: Session, loaded: IngestReport["loaded"]): Promise<void> {
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
      const place = [line === null ? undefined : `${load.place} ${line}`, header ?? field ?? undefined]
        .filter(Boolean)
        .join(": ");
      say("", `  ${load.file} ${place}: ${value === null ? "" : `"${value.slice(0, 60)}" `}${reason}`);
    }
    const {lines} = await warehouse.row<{lines: number}>(
      "select count(*) as lines from ledger.rejects where load_id = $1",
      [load.load_id]
    );
    if (lines > rows.length) say("", `  … and ${whole(lines - rows.length)} more`);
  }
  const written = loaded.filter(({rows_rejected}) => rows_rejected > 0).map((load) => rejectFileOf(project, load));
  if (written.length) {
    const where =
      written.length === 1 ? written[0]! : `${whole(written.length)} files under ${dirname(dirname(written[0]!))}`;
    say(
      "",
      `rejected rows: ${where}, in the shape of their exports; correct them and put them beside those, or mend the exports`
    );
  }
}
