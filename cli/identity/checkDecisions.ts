import type {CsvRecord} from "../../models/identity/csvRecords.ts";
import {pairOf, stewardVerdicts, type NewDecision} from "../../models/identity/decisions.ts";
import type {KnownRecord} from "./keys.ts";

export type Keys = ReadonlyMap<string, KnownRecord>;

/** Both keys of a row, as written. */
export const keysOf = ({cells}: CsvRecord): string[] => [cells.get("left_key") ?? "", cells.get("right_key") ?? ""];

const words = {person: "a person", organisation: "an organisation"};

/** What is wrong with the records of a row and what to do about it; nothing where a build can follow it. */
export function unfit(row: CsvRecord, keys: Keys): string | undefined {
  const unknown = keysOf(row).find((key) => !keys.has(key));
  if (unknown !== undefined)
    return `unknown record "${unknown}"; take its key from "perennial identity --review", or clear the verdict`;
  const [left, right] = keysOf(row).map((key) => keys.get(key)!) as [KnownRecord, KnownRecord];
  if (left.record_key === right.record_key)
    return `both keys are of the record "${left.record_key}"; write the keys of two records`;
  const contact = [left, right].find(({origin}) => origin === "contacts");
  if (contact)
    return `"${contact.record_key}" belongs to the customer who has it, whatever is decided; decide about the records that name it`;
  if (left.party === right.party) return undefined;
  return `"${left.record_key}" is of ${words[left.party]} and "${right.record_key}" of ${words[right.party]}, who are never one customer; clear the verdict`;
}

/** A row with the keys of its records. */
export function withKeys(row: CsvRecord, keys: Keys): CsvRecord {
  const [left, right] = keysOf(row).map((key) => keys.get(key)!.record_key);
  return {...row, cells: new Map([...row.cells, ["left_key", left!], ["right_key", right!]])};
}

/** A decision and its line. */
export type Said = NewDecision & {line: number};

/** Each pair once: the safer verdict of several, and a warning that names both lines. */
export function oncePerPair(all: readonly Said[], file: string): {kept: NewDecision[]; warnings: string[]} {
  const byPair = new Map<string, Said>();
  const warnings: string[] = [];
  for (const next of all) {
    const before = byPair.get(pairOf(next));
    const rank = (said: Said) => stewardVerdicts.indexOf(said.verdict);
    const safer = before && rank(before) >= rank(next) ? before : next;
    byPair.set(pairOf(next), safer);
    if (!before) continue;
    const both = `${file} line ${next.line}: ${next.left} and ${next.right} are decided on line ${before.line} too`;
    warnings.push(
      before.verdict === next.verdict
        ? `${both}; counted once`
        : `${both}, as ${before.verdict} and ${next.verdict}; "${safer.verdict}" holds: remove the line that is wrong`
    );
  }
  const kept = [...byPair.values()].map(({left, right, verdict, note}) => ({left, right, verdict, note}));
  return {kept, warnings};
}
