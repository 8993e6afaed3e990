import type {Warehouse} from "../warehouse/warehouse.ts";
import type {Config} from "./config.ts";
import type {Part} from "./decoding/container.ts";
import type {Holdings} from "./holdings.ts";
import type {Load} from "./ledger.ts";
import {load} from "./loading/load.ts";
import {fileState} from "./reading/fileState.ts";
import {natural} from "./reading/files.ts";
import type {Layout} from "./reading/layout.ts";
import type {IngestReport} from "./report.ts";
import {likeliest} from "./routing.ts";
import type {Taking} from "./taking.ts";

/** Loads parts of files, each for one source. */
export class PartLoader {
  /** Loads of parts that the files have now: of this run, or of an earlier one that was killed. */
  readonly current: Load[] = [];

  constructor(
    private readonly warehouse: Warehouse,
    private readonly config: Config,
    private readonly holdings: Holdings,
    private readonly report: IngestReport,
    private readonly isDry: boolean,
    private readonly isThere: (load: Load) => boolean
  ) {}

  /** Loads a part unless the ledger has it already, or it was taken back; says whether it did. Throws a UserError where it cannot. */
  async load(part: Part, {file, claim, sha256, state}: Taking, layout: Layout): Promise<boolean> {
    const {sourceName, source, mapping, precedence} = claim;
    const {holdings, report} = this;
    const ofSource = holdings.liveOf(sourceName);
    const same = (load: Load) => load.source === sourceName && load.file === part.name && load.sha256 === sha256;
    if (holdings.past.some((load) => same(load) && load.status === "undone")) return false;
    const already = [...ofSource, ...holdings.retired].find((load) => same(load) && load.mapping === mapping);
    if (already) {
      this.current.push(already);
      report.unchanged.push(already);
      return false;
    }
    const moved = ofSource.find((load) => load.sha256 === sha256 && !this.isThere(load));
    const replaces = ofSource.find((load) => load.file === part.name) ?? moved;
    const reference = replaces ?? likeliest(ofSource, file, source, layout);
    const {load: record, drift} = await load(this.warehouse, this.config, {
      sourceName,
      source,
      name: part.name,
      container: file.name,
      layout,
      sha256,
      mapping,
      precedence: `${precedence}/${natural(part.name)}`,
      replaces,
      reference,
      isUnchanged: () => fileState(file.path) === state,
      isDry: this.isDry
    });
    this.current.push(record);
    report.loaded.push(record);
    if (layout.note) report.notes.push({file: part.name, note: layout.note});
    if (drift.added.length || drift.missing.length || drift.retyped.length) report.drifted.push({load: record, drift});
    return true;
  }
}
