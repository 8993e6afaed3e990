import {existsSync} from "node:fs";
import {UserError} from "../../warehouse/error.ts";
import {readCsvRecords, writeCsvRecords, type CsvRecord} from "./csvRecords.ts";

export {contradictions, type Contradiction} from "./contradictions.ts";

/** What a steward can say of two records. The later in this list is the safer one, which holds where one batch says both. */
export const stewardVerdicts = ["same", "unsure", "different"] as const;
export type StewardVerdict = (typeof stewardVerdicts)[number];

/** A steward's word about two records: `left` sorts before `right`; batches count up from 1, one for each file of decisions. */
export interface Decision {
  left: string;
  right: string;
  verdict: StewardVerdict;
  batch: number;
  note: string | null;
}

/** A decision that no batch has yet. */
export type NewDecision = Omit<Decision, "batch">;

export const pairOf = ({left, right}: Pick<Decision, "left" | "right">): string => JSON.stringify([left, right]);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byPair = (a: Decision, b: Decision): number => compare(a.left, b.left) || compare(a.right, b.right);

/** The decisions in force of a project's file, in order of their pairs; none where there is no file. Throws a UserError at a malformed one. */
export const readDecisions = (path: string): Decision[] => inForce(readHistory(path));

/** Of each pair its decision of the latest batch; the safer one where that batch says two things. In order of their pairs. */
export function inForce(history: readonly Decision[]): Decision[] {
  const held = new Map<string, Decision>();
  for (const next of history) {
    const before = held.get(pairOf(next));
    if (!before || compareForce(before, next) < 0) held.set(pairOf(next), next);
  }
  return [...held.values()].sort(byPair);
}

const compareForce = (a: Decision, b: Decision): number =>
  a.batch - b.batch ||
  stewardVerdicts.indexOf(a.verdict) - stewardVerdicts.indexOf(b.verdict) ||
  compare(a.note ?? "", b.note ?? "");

/** Every decision of a project's file, replaced ones too, in the order of the file. Throws a UserError that names file and line. */
export function readHistory(path: string): Decision[] {
  if (!existsSync(path)) return [];
  return readCsvRecords(path, `decisions: ${path}`, ["left_key", "right_key", "verdict"]).map((record) => {
    const problem = problemOf(record);
    if (problem) throw new UserError(`decisions: ${path} line ${record.line}: ${problem}`);
    return {...decisionOf(record), batch: Number(record.cells.get("batch") || 0)};
  });
}

/** What is wrong with a record of decisions and what to do about it; nothing where it is sound or undecided. */
export function problemOf({cells}: CsvRecord): string | undefined {
  const [left, right, verdict] = [cells.get("left_key"), cells.get("right_key"), verdictOf(cells)];
  if (!left || !right)
    return `missing ${left ? "right_key" : "left_key"}; write the key of a record, or remove the line`;
  if (left === right) return `"${left}" is decided against itself; write the keys of two records`;
  if (!stewardVerdicts.includes(verdict as StewardVerdict))
    return `unknown verdict "${verdict}"; write same, different or unsure`;
  const batch = cells.get("batch") ?? "";
  if (!/^\d{0,9}$/.test(batch)) return `invalid batch "${batch}"; write a whole number, or leave it empty`;
  return undefined;
}

/** The cell `verdict` as it is meant, whatever its case; empty where nothing is decided. */
export const verdictOf = (cells: CsvRecord["cells"]): string => (cells.get("verdict") ?? "").toLowerCase();

/** The decision of a sound record, its keys in order. */
export function decisionOf({cells}: CsvRecord): NewDecision {
  const [left, right] = [cells.get("left_key")!, cells.get("right_key")!].sort(compare) as [string, string];
  return {left, right, verdict: verdictOf(cells) as StewardVerdict, note: cells.get("note") || null};
}

/** Adds a batch to a project's file, which is made where there is none. Gives the number of the batch. */
export function appendDecisions(path: string, decisions: readonly NewDecision[]): number {
  const history = readHistory(path);
  const batch = lastBatch(history) + 1;
  writeDecisions(path, [...history, ...decisions.map((decision) => ({...decision, batch}))]);
  return batch;
}

/** Takes the last batch out of a project's file and gives its decisions; none where no batch is left. Rows without a batch stay. */
export function undoDecisions(path: string): Decision[] {
  const history = readHistory(path);
  const last = lastBatch(history);
  if (last === 0) return [];
  const [taken, kept] = [history.filter(({batch}) => batch === last), history.filter(({batch}) => batch < last)];
  if (taken.length) writeDecisions(path, kept);
  return taken;
}

const lastBatch = (history: readonly Decision[]): number => history.reduce((last, {batch}) => Math.max(last, batch), 0);

/** Writes decisions as a file that `readDecisions` reads. */
export function writeDecisions(path: string, decisions: readonly Decision[]): void {
  const rows = decisions.map(({batch, left, right, verdict, note}) => [
    String(batch),
    left,
    right,
    verdict,
    note ?? ""
  ]);
  writeCsvRecords(path, [["batch", "left_key", "right_key", "verdict", "note"], ...rows]);
}
