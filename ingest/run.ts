import {existsSync} from "node:fs";
import {join} from "node:path";
import {messageOf} from "../warehouse/error.ts";
import type {Warehouse} from "../warehouse/warehouse.ts";
import type {Claim, Expected} from "./claims.ts";
import {Container, type Part} from "./decoding/container.ts";
import {Failures} from "./failures.ts";
import {begin, finish} from "./history.ts";
import {Holdings} from "./holdings.ts";
import type {Load} from "./ledger.ts";
import {wantedHeaders} from "./loading/mapping.ts";
import {writeRejectFiles} from "./loading/rejectFile.ts";
import {PartLoader} from "./partLoader.ts";
import {PassedOver} from "./passedOver.ts";
import {Places} from "./places.ts";
import type {Project} from "./project.ts";
import {fileState} from "./reading/fileState.ts";
import {examine} from "./reading/files.ts";
import {layoutOf, type Layout} from "./reading/layout.ts";
import type {IngestReport} from "./report.ts";
import {fitting, unfitWords} from "./routing.ts";
import {settle} from "./settle.ts";
import {sharedKeys} from "./sharedKeys.ts";
import type {Taking} from "./taking.ts";

/** A file, as taken for each of the sources that want it. */
type Wanted = Omit<Taking, "claim">;

/** One pass over the files of a project. */
export class Run {
  readonly report: IngestReport = {
    loaded: [],
    unchanged: [],
    kept: [],
    unclaimed: [],
    copies: [],
    undone: [],
    retired: [],
    drifted: [],
    notes: [],
    failed: [],
    shared: []
  };
  #before: Load[] = [];
  #present = new Set<string>();
  readonly #holdings: Holdings;
  readonly #passedOver: PassedOver;
  readonly #failures: Failures;
  readonly #loader: PartLoader;
  readonly #places = new Places();

  constructor(
    private readonly warehouse: Warehouse,
    private readonly project: Project,
    private readonly scratch: string,
    private readonly isDry: boolean
  ) {
    this.#holdings = new Holdings(warehouse);
    this.#passedOver = new PassedOver(warehouse);
    this.#failures = new Failures(warehouse, this.report.failed, isDry);
    this.#loader = new PartLoader(warehouse, project.config, this.#holdings, this.report, isDry, (load) =>
      this.#isThere(load)
    );
  }

  /** Looks at what the ledger holds before any of these files is taken. */
  async start(files: readonly Expected[]): Promise<void> {
    await this.#holdings.look();
    this.#before = this.#holdings.live;
    this.#present = new Set(files.map(({file}) => file.name));
    await this.#passedOver.look();
  }

  /** Loads what is new in a file, for each source that finds it; a problem that the operator can solve is reported, and nothing thrown. */
  async take({file, claims}: Expected): Promise<void> {
    for (const claim of claims) this.#places.claim(file.name, claim);
    const state = fileState(file.path);
    const examined = await examine(file.path).catch((error: unknown) =>
      this.#failures.report(
        file.name,
        `ingest: ${file.name}: cannot be read: ${messageOf(error)}; is it open elsewhere, or gone?`
      )
    );
    if (!examined) return;
    const wanted: Wanted = {file, sha256: examined.sha256, state};
    const waiting = claims.filter((claim) => !this.#isDone({...wanted, claim}));
    const strange = waiting.filter((claim) => this.#passedOver.has(file.name, claim, wanted.sha256));
    // A file that nobody took is looked at again, so that it is told again.
    const open =
      waiting.length === claims.length && strange.length === waiting.length
        ? waiting
        : waiting.filter((claim) => !strange.includes(claim));
    if (!open.length) return;
    const container = new Container(file, this.scratch, this.warehouse, examined.utf8);
    const unfit = new Map<Claim, string>();
    const taken = new Set<Claim>(claims.filter((claim) => !waiting.includes(claim)));
    try {
      for (const [parts, group] of await this.#partsOf(container, open, wanted)) {
        const sources = this.isDry ? [] : group.map(({sourceName}) => sourceName);
        if (parts.length > 1) for (const source of sources) await begin(this.warehouse, source, file.name);
        for (const part of parts) await this.#deliver(container, part, group, wanted, {unfit, taken});
        for (const source of sources) await finish(this.warehouse, source, file.name);
      }
    } finally {
      container.close();
    }
    // Where some part of the file has found its source, the others are nobody's: a sheet of notes, a module without a preset.
    if (!taken.size && unfit.size) this.#failures.report(file.name, unfitWords(file.name, unfit));
    if (this.isDry) return;
    for (const claim of unfit.keys())
      if (!taken.has(claim)) await this.#passedOver.add(file.name, claim, wanted.sha256);
  }

  /** Files that were taken for copies of others, which turned out to have changed; those that were renamed before a new export came. */
  orphaned(files: readonly Expected[]): Expected[] {
    const changed = new Set(this.report.loaded.map(({container}) => container));
    const orphans = this.report.copies.filter(({of}) => changed.has(of)).map(({file}) => file);
    this.report.copies = this.report.copies.filter(({file}) => !orphans.includes(file));
    return files.filter(({file}) => orphans.includes(file.name));
  }

  #isDone({file, claim, sha256}: Taking): boolean {
    const {isDone, undone, unchanged, copy} = this.#holdings.standingOf(file.name, claim, sha256);
    this.report.undone.push(...undone);
    this.report.unchanged.push(...unchanged);
    if (copy) {
      this.report.copies.push({file: file.name, of: copy.container});
      this.#places.copy(file.name, claim, copy);
    }
    return isDone;
  }

  /** The parts of a file, for the sources that read the same ones. */
  async #partsOf(container: Container, claims: readonly Claim[], wanted: Wanted): Promise<[Part[], Claim[]][]> {
    const groups: [Part[], Claim[]][] = [];
    for (const claim of claims) {
      const parts = await this.#failures.attempt(wanted.file.name, {...wanted, claim}, () =>
        container.partsOf(claim.source)
      );
      if (!parts) continue;
      const same = groups.find(([others]) => JSON.stringify(others) === JSON.stringify(parts));
      if (same) same[1].push(claim);
      else groups.push([parts, [claim]]);
    }
    return groups;
  }

  /** Gives a part to the sources that it fits. */
  async #deliver(
    container: Container,
    part: Part,
    claims: readonly Claim[],
    wanted: Wanted,
    {unfit, taken}: {unfit: Map<Claim, string>; taken: Set<Claim>}
  ): Promise<void> {
    const layouts = new Map<Claim, Layout>();
    for (const claim of claims) {
      const layout = await this.#failures.attempt(part.name, {...wanted, claim}, async () =>
        layoutOf(await container.decode(part, claim.source), part.name, claim.source, wantedHeaders(claim.source))
      );
      // A part that could not be read has had its message.
      if (layout) layouts.set(claim, layout);
      else taken.add(claim);
    }
    for (const claim of fitting(layouts, unfit)) {
      taken.add(claim);
      const taking = {...wanted, claim};
      const done = await this.#failures.attempt(part.name, taking, () =>
        this.#loader.load(part, taking, layouts.get(claim)!)
      );
      if (done) await this.#holdings.look();
    }
  }

  #isThere({container}: Load): boolean {
    return this.#present.has(container) || existsSync(join(this.project.dir, container));
  }

  /** Puts the ledger in order when every file is taken, and gives the report. */
  async end(): Promise<IngestReport> {
    const {warehouse, project, report} = this;
    const [holdings, failures, places] = [this.#holdings, this.#failures, this.#places];
    if (!this.isDry) {
      await settle(warehouse, project.config, {holdings, current: this.#loader.current, failures, places});
      await writeRejectFiles(warehouse, project);
      if (report.loaded.length) report.shared = await sharedKeys(warehouse);
    }
    const copied = new Set(report.copies.map(({of}) => of));
    report.kept = holdings.live.filter((load) => !this.#isThere(load) && !copied.has(load.container));
    report.unclaimed = holdings.live.filter((load) => this.#isThere(load) && !places.isClaimed(load));
    const retired = new Set(holdings.retired.map(({load_id}) => load_id));
    report.retired = [...this.#before, ...report.loaded].filter(({load_id}) => retired.has(load_id));
    return report;
  }
}
