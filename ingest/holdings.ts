import type {Warehouse} from "../warehouse/warehouse.ts";
import type {Claim} from "./claims.ts";
import {loads, pastLoads, unfinished, type Load, type PastLoad} from "./ledger.ts";
import {natural} from "./reading/files.ts";

type Part = Pick<Load, "source" | "container">;

/** What the ledger holds of a file for a source. */
interface Standing {
  /** The source needs nothing more of the file: all of it is loaded, is a copy, or was taken back. */
  isDone: boolean;
  /** Loads of these bytes that were taken back. */
  undone: PastLoad[];
  /** Loads that stand as they are. */
  unchanged: Load[];
  /** The load of another file that holds the same bytes. */
  copy?: Load;
}

/** What the ledger holds, as it was when last looked at. */
export class Holdings {
  live: Load[] = [];
  past: PastLoad[] = [];
  #unfinished: Part[] = [];

  constructor(private readonly warehouse: Warehouse) {}

  async look(): Promise<void> {
    this.live = await loads(this.warehouse);
    this.past = await pastLoads(this.warehouse);
    this.#unfinished = await unfinished(this.warehouse);
  }

  get retired(): PastLoad[] {
    return this.past.filter(({status}) => status === "retired");
  }

  liveOf(sourceName: string): Load[] {
    return this.live.filter(({source}) => source === sourceName);
  }

  /** Whether a source needs anything of a file of these bytes. */
  standingOf(file: string, {sourceName, source, mapping, precedence}: Claim, sha256: string): Standing {
    const ofSource = [...this.live, ...this.retired].filter((load) => load.source === sourceName);
    const ofFile = this.past.filter((load) => load.source === sourceName && load.container === file);
    const undone = ofFile.filter((load) => load.status === "undone" && load.sha256 === sha256);
    if (ofFile.some(({status}) => status === "failed")) return {isDone: false, undone, unchanged: []};
    const own = ofSource.filter(({container}) => container === file);
    if (own.length + undone.length > 0) {
      // Beside a load that was taken back stands what it had replaced.
      const isDone =
        [...own, ...undone].every((load) => this.#isWhole(load)) &&
        own.every((load) => (load.sha256 === sha256 ? load.mapping === mapping : undone.length > 0));
      return {isDone, undone, unchanged: isDone ? own : []};
    }
    // The latest full export counts, though it be the same as an earlier one.
    const counts = (load: Load) => source.mode === "append" || load.precedence >= `${precedence}/${natural(file)}`;
    const copy = ofSource.find(
      (load) => load.sha256 === sha256 && load.mapping === mapping && this.#isWhole(load) && counts(load)
    );
    return {isDone: copy !== undefined, undone, unchanged: [], copy};
  }

  /** Whether every part of the file is loaded for the source. */
  #isWhole(load: Part): boolean {
    return !this.#unfinished.some(({source, container}) => source === load.source && container === load.container);
  }
}
