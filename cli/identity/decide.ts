import {resolve} from "node:path";
import {readCsvRecords} from "../../models/identity/csvRecords.ts";
import {
  appendDecisions,
  contradictions,
  decisionOf,
  pairOf,
  problemOf,
  readDecisions,
  readHistory,
  stewardVerdicts,
  undoDecisions,
  verdictOf,
  writeDecisions,
  type Contradiction,
  type Decision,
  type NewDecision
} from "../../models/identity/decisions.ts";
import {UserError} from "../../warehouse/error.ts";
import {plural, say, whole} from "../say.ts";
import type {Session} from "../session.ts";
import {keysOf, oncePerPair, unfit, withKeys} from "./checkDecisions.ts";
import {knownKeys} from "./keys.ts";

/** The file of the project's decisions. */
export const decisionsFile = ({project}: Session): string => resolve(project.dir, project.config.identity.decisions);

const SHOWN = 20;

/** Takes a file of decisions as one batch, or nothing of it: throws a UserError with every line that is wrong. */
export async function runDecide(session: Session, file: string): Promise<void> {
  const path = decisionsFile(session);
  const rows = readCsvRecords(resolve(file), `identity: ${file}`, ["left_key", "right_key", "verdict"]);
  const decided = rows.filter(({cells}) => verdictOf(cells) !== "");
  const keys = await knownKeys(session.warehouse, decided.flatMap(keysOf));
  const problems = decided.flatMap((row) => {
    const problem = problemOf(row) ?? unfit(row, keys);
    return problem ? [`identity: ${file} line ${row.line}: ${problem}`] : [];
  });
  if (problems.length) throw new UserError(shortened([...problems, "identity: no decision was taken"]).join("\n"));

  const said = decided.map((row) => ({line: row.line, ...decisionOf(withKeys(row, keys))}));
  const {kept, warnings} = oncePerPair(said, file);
  for (const warning of shortened(warnings)) say("", warning);
  const held = new Map(readDecisions(path).map((decision) => [pairOf(decision), decision]));
  const isNew = (next: NewDecision) => {
    const before = held.get(pairOf(next));
    return before?.verdict !== next.verdict || before.note !== next.note;
  };
  const fresh = kept.filter(isNew);
  const rest = [
    kept.length > fresh.length ? `${whole(kept.length - fresh.length)} in force already` : "",
    rows.length > decided.length ? `${whole(rows.length - decided.length)} undecided` : ""
  ].filter(Boolean);
  const batch = fresh.length ? ` as batch ${appendDecisions(path, fresh)}` : "";
  say("decide", [`${plural(fresh.length, "decision")}${batch}${counts(fresh)}`, ...rest].join("; "));
  tellContradictions(contradictions(readHistory(path)));
  if (fresh.length) say("", 'next: "perennial build"; "perennial identity --undo" takes the batch back');
}

const shortened = (lines: readonly string[]): string[] =>
  lines.length <= SHOWN + 1 ? [...lines] : [...lines.slice(0, SHOWN), `… and ${whole(lines.length - SHOWN)} more`];

/** How many of each verdict: `: 8 same, 3 different`. */
export function counts(decisions: readonly NewDecision[]): string {
  const of = stewardVerdicts.map((word) => [word, decisions.filter(({verdict}) => verdict === word).length] as const);
  const some = of.filter(([, n]) => n).map(([word, n]) => `${whole(n)} ${word}`);
  return some.length ? `: ${some.join(", ")}` : "";
}

export function tellContradictions(all: readonly Contradiction[]): void {
  if (all.length)
    say("", `${plural(all.length, "contradiction")}; "different" holds, so one of these should be mended:`);
  const lines = all.map(({different: {left, right, batch}, chain}) =>
    chain.length === 2
      ? `  ${left} and ${right} are both same and different in batch ${batch}`
      : `  ${left} and ${right} are different (batch ${batch}), but the same through ${chain.slice(1, -1).join(", ")}`
  );
  for (const line of shortened(lines)) say("", line);
}

/** Takes the last batch back. */
export function runUndo(session: Session): void {
  const path = decisionsFile(session);
  const taken = undoDecisions(path);
  if (!taken.length)
    throw new UserError(`identity: no batch of decisions to take back in ${path}; nothing was changed`);
  say("undo", `batch ${taken[0]!.batch} taken back: ${plural(taken.length, "decision")}${counts(taken)}`);
  say("", `${plural(readDecisions(path).length, "decision")} in force; next: "perennial build"`);
}

/** Writes the decisions in force to a file that --decide takes. */
export function exportDecisions(session: Session, file: string): void {
  const held: Decision[] = readDecisions(decisionsFile(session));
  writeDecisions(resolve(file), held);
  say("identity", `${plural(held.length, "decision")} in force in ${file}${counts(held)}`);
}
