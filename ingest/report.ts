import type {Load, PastLoad} from "./ledger.ts";
import type {Drift} from "./loading/drift.ts";
import type {SharedKeys} from "./sharedKeys.ts";

/** What came of one pass over the files of a project. */
export interface IngestReport {
  loaded: Load[];
  unchanged: Load[];
  /** Loads whose file is no longer there; their rows stay. */
  kept: Load[];
  /** Loads that count, and whose source no longer finds their file, which is there: it was renamed, or its files were said otherwise. */
  unclaimed: Load[];
  /** Files that hold the bytes of another one of the same source. */
  copies: {file: string; of: string}[];
  /** Files whose bytes were taken back with `undo`. */
  undone: PastLoad[];
  /** Loads that a later full export retires. */
  retired: Load[];
  drifted: {load: Load; drift: Drift}[];
  /** What else the operator should know of a file. */
  notes: {file: string; note: string}[];
  failed: {file: string; message: string}[];
  /** Keys that several sources deliver; looked for when something was loaded. */
  shared: SharedKeys[];
}
