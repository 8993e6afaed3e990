import {UserError, messageOf} from "../warehouse/error.ts";
import type {Warehouse} from "../warehouse/warehouse.ts";
import {recordFailure} from "./history.ts";
import type {Load} from "./ledger.ts";
import type {IngestReport} from "./report.ts";
import type {Taking} from "./taking.ts";

/** What could not be loaded: reported, each message once, and written down unless the run is dry. */
export class Failures {
  readonly #failed = new Set<string>();

  constructor(
    private readonly warehouse: Warehouse,
    private readonly reported: IngestReport["failed"],
    private readonly isDry: boolean
  ) {}

  report(file: string, message: string): void {
    if (!this.reported.some((other) => other.message === message)) this.reported.push({file, message});
  }

  has({source, file}: Pick<Load, "source" | "file">): boolean {
    return this.#failed.has(JSON.stringify([source, file]));
  }

  /** Does something with a part of a file for a source; a problem that the operator can solve is written down. */
  async attempt<T>(part: string, {file, claim, sha256}: Taking, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      this.report(part, messageOf(error));
      if (this.isDry) return undefined;
      const {sourceName, source, mapping, precedence} = claim;
      const what = {source: sourceName, kind: source.kind, preset: source.preset?.name ?? null, file: part};
      await recordFailure(
        this.warehouse,
        {...what, container: file.name, sha256, mapping, precedence},
        messageOf(error)
      );
      this.#failed.add(JSON.stringify([sourceName, part]));
      return undefined;
    }
  }
}
