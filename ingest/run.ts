import {existsSync, statSync} from "node:fs";
import {join} from "node:path";
import {UserError, messageOf} from "../warehouse/error.ts";
import type {Warehouse} from "../warehouse/warehouse.ts";
import type {Claim, Expected} from "./claims.ts";
import {kindNames} from "./contracts/kinds.ts";
import {Container, type Part} from "./decoding/container.ts";
import {begin, finish, passAway, recordFailure, retireOlder} from "./history.ts";
import {dropUnkept, exposeRaw, loads, pastLoads, unfinished, type Load, type PastLoad} from "./ledger.ts";
import {load} from "./loading/load.ts";
import {wantedHeaders} from "./loading/mapping.ts";
import {writeRejectFiles} from "./loading/rejectFile.ts";
import type {Project} from "./project.ts";
import {examine, natural, type ExportFile} from "./reading/files.ts";
import {layoutOf, type Layout} from "./reading/layout.ts";
import type {IngestReport} from "./report.ts";
import {fitting, likeliest} from "./routing.ts";
import {sharedKeys} from "./sharedKeys.ts";

/** Presets whose missing columns a message tells. */
const MOST = 3;

/** What changes when a file is written to. */
function stateOf(path: string): string {
  try {
    const {size, mtimeNs, ino} = statSync(path, {bigint: true});
    return [size, mtimeNs, ino].join(" ");
  } catch {
    return "gone";
  }
}

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
  #live: Load[] = [];
  #past: PastLoad[] = [];
  #unfinished: Pick<Load, "source" | "container">[] = [];
  #before: Load[] = [];
  #present = new Set<string>();
  #passedOver = new Set<string>();
  readonly #failed = new Set<string>();
  readonly #states = new Map<string, string>();
  /** Loads of parts that the files have now: of this run, or of an earlier one that was killed. */
  readonly #current: Load[] = [];
  /** Source and file → what sorts its loads, as the configuration now has it. */
  readonly #precedence = new Map<string, string>();
  /** Source and file → the other files that hold its bytes. */
  readonly #copies = new Map<string, {name: string; precedence: string}[]>();

  constructor(
    private readonly warehouse: Warehouse,
    private readonly project: Project,
    private readonly scratch: string,
    private readonly isDry: boolean
  ) {}

  /** Looks at what the ledger holds before any of these files is taken. */
  async start(files: readonly Expected[]): Promise<void> {
    await this.#look();
    this.#before = this.#live;
    this.#present = new Set(files.map(({file}) => file.name));
    const passed = await this.warehouse.rows<Record<string, string>>(
      "select source, container, sha256, mapping from ledger.passed_over"
    );
    this.#passedOver = new Set(passed.map((row) => JSON.stringify(Object.values(row))));
  }

  async #look(): Promise<void> {
    this.#live = await loads(this.warehouse);
    this.#past = await pastLoads(this.warehouse);
    this.#unfinished = await unfinished(this.warehouse);
  }

  /** Loads what is new in a file, for each source that finds it; a problem that the operator can solve is reported, and nothing thrown. */
  async take({file, claims}: Expected): Promise<void> {
    for (const {sourceName, precedence} of claims) {
      this.#precedence.set(JSON.stringify([sourceName, file.name]), precedence);
    }
    const before = stateOf(file.path);
    const examined = await examine(file.path).catch((error: unknown) =>
      this.#fail(file.name, `ingest: ${file.name}: cannot be read: ${messageOf(error)}; is it open elsewhere, or gone?`)
    );
    if (!examined) return;
    const {sha256} = examined;
    this.#states.set(file.path, before);
    const waiting = claims.filter((claim) => !this.#isDone(file, claim, sha256));
    const strange = waiting.filter((claim) => this.#isPassedOver(file, claim, sha256));
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
      for (const [parts, group] of await this.#partsOf(container, file, open, sha256)) {
        const sources = this.isDry ? [] : group.map(({sourceName}) => sourceName);
        if (parts.length > 1) for (const source of sources) await begin(this.warehouse, source, file.name);
        for (const part of parts) await this.#deliver(container, part, file, group, sha256, {unfit, taken});
        for (const source of sources) await finish(this.warehouse, source, file.name);
      }
    } finally {
      container.close();
    }
    // Where some part of the file has found its source, the others are nobody's: a sheet of notes, a module without a preset.
    if (!taken.size && unfit.size) {
      const origins = new Set([...unfit.keys()].map(({source}) => `sources.${source.origin}`));
      const lacks = [...new Set(unfit.values())].sort((a, b) => a.length - b.length);
      const more = lacks.length > MOST ? `; and ${lacks.length - MOST} more presets do not fit` : "";
      this.#fail(
        file.name,
        `ingest: ${file.name}: fits no preset of ${[...origins].join(", ")}: ${lacks.slice(0, MOST).join("; ")}${more}; ` +
          `"perennial ingest --explain" tells what fits it, and "!${file.name}" among the files leaves it out`
      );
    }
    for (const claim of unfit.keys()) if (!taken.has(claim)) await this.#passOver(file, claim, sha256);
  }

  /** Files that were taken for copies of others, which turned out to have changed; those that were renamed before a new export came. */
  orphaned(files: readonly Expected[]): Expected[] {
    const changed = new Set(this.report.loaded.map(({container}) => container));
    const orphans = this.report.copies.filter(({of}) => changed.has(of)).map(({file}) => file);
    this.report.copies = this.report.copies.filter(({file}) => !orphans.includes(file));
    return files.filter(({file}) => orphans.includes(file.name));
  }

  /** Whether a source needs nothing of a file: all of it is loaded, is a copy, or was taken back. */
  #isDone(file: ExportFile, {sourceName, source, mapping, precedence}: Claim, sha256: string): boolean {
    const stored = [...this.#live, ...this.#past.filter(({status}) => status === "retired")];
    const ofSource = stored.filter(({source}) => source === sourceName);
    const ofFile = (load: Load) => load.source === sourceName && load.container === file.name;
    const undone = this.#past.filter((load) => ofFile(load) && load.status === "undone" && load.sha256 === sha256);
    this.report.undone.push(...undone);
    if (this.#past.some((load) => ofFile(load) && load.status === "failed")) return false;
    const isWhole = (load: Load) =>
      !this.#unfinished.some(({source, container}) => source === load.source && container === load.container);
    const own = ofSource.filter(({container}) => container === file.name);
    if (own.length + undone.length > 0) {
      // Beside a load that was taken back stands what it had replaced.
      const isSame =
        [...own, ...undone].every(isWhole) &&
        own.every((load) => (load.sha256 === sha256 ? load.mapping === mapping : undone.length > 0));
      if (isSame) this.report.unchanged.push(...own);
      return isSame;
    }
    // The latest full export counts, though it be the same as an earlier one.
    const counts = (load: Load) => source.mode === "append" || load.precedence >= `${precedence}/${natural(file.name)}`;
    const copy = ofSource.find(
      (load) => load.sha256 === sha256 && load.mapping === mapping && isWhole(load) && counts(load)
    );
    if (!copy) return false;
    this.report.copies.push({file: file.name, of: copy.container});
    const key = JSON.stringify([sourceName, copy.container]);
    this.#copies.set(key, [...(this.#copies.get(key) ?? []), {name: file.name, precedence}]);
    return true;
  }

  #isPassedOver(file: ExportFile, {sourceName, mapping}: Claim, sha256: string): boolean {
    return this.#passedOver.has(JSON.stringify([sourceName, file.name, sha256, mapping]));
  }

  /** Remembers that a file is none of a source's own, so that it is not opened for it again. */
  async #passOver(file: ExportFile, {sourceName, mapping}: Claim, sha256: string): Promise<void> {
    const key = [sourceName, file.name, sha256, mapping];
    if (this.isDry || this.#passedOver.has(JSON.stringify(key))) return;
    this.#passedOver.add(JSON.stringify(key));
    await this.warehouse.connection.run("insert into ledger.passed_over values ($1, $2, $3, $4)", key);
  }

  /** The parts of a file, for the sources that read the same ones. */
  async #partsOf(
    container: Container,
    file: ExportFile,
    claims: readonly Claim[],
    sha256: string
  ): Promise<[Part[], Claim[]][]> {
    const groups: [Part[], Claim[]][] = [];
    for (const claim of claims) {
      const parts = await this.#attempt(file.name, [claim], sha256, file, () => container.partsOf(claim.source));
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
    file: ExportFile,
    claims: readonly Claim[],
    sha256: string,
    {unfit, taken}: {unfit: Map<Claim, string>; taken: Set<Claim>}
  ): Promise<void> {
    const layouts = new Map<Claim, Layout>();
    for (const claim of claims) {
      const layout = await this.#attempt(part.name, [claim], sha256, file, async () =>
        layoutOf(await container.decode(part, claim.source), part.name, claim.source, wantedHeaders(claim.source))
      );
      // A part that could not be read has had its message.
      if (layout) layouts.set(claim, layout);
      else taken.add(claim);
    }
    for (const claim of fitting(layouts, unfit)) {
      taken.add(claim);
      const done = await this.#attempt(part.name, [claim], sha256, file, () =>
        this.#load(part, file, claim, layouts.get(claim)!, sha256)
      );
      if (done) await this.#look();
    }
  }

  async #load(part: Part, file: ExportFile, claim: Claim, layout: Layout, sha256: string): Promise<boolean> {
    const {sourceName, source, mapping, precedence} = claim;
    const ofSource = this.#live.filter((load) => load.source === sourceName);
    const retired = this.#past.filter(({status}) => status === "retired");
    const same = (load: Load) => load.source === sourceName && load.file === part.name && load.sha256 === sha256;
    if (this.#past.some((load) => same(load) && load.status === "undone")) return false;
    const already = [...ofSource, ...retired].find((load) => same(load) && load.mapping === mapping);
    if (already) {
      this.#current.push(already);
      this.report.unchanged.push(already);
      return false;
    }
    const moved = ofSource.find((load) => load.sha256 === sha256 && !this.#isThere(load));
    const replaces = ofSource.find((load) => load.file === part.name) ?? moved;
    const reference = replaces ?? likeliest(ofSource, file, source, layout);
    const {load: record, drift} = await load(this.warehouse, this.project.config, {
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
      isUnchanged: () => stateOf(file.path) === this.#states.get(file.path),
      isDry: this.isDry
    });
    this.#current.push(record);
    this.report.loaded.push(record);
    if (layout.note) this.report.notes.push({file: part.name, note: layout.note});
    if (drift.added.length || drift.missing.length || drift.retyped.length)
      this.report.drifted.push({load: record, drift});
    return true;
  }

  #isThere({container}: Load): boolean {
    return this.#present.has(container) || existsSync(join(this.project.dir, container));
  }

  /** Does something with a part of a file for some sources; a problem that the operator can solve is written down. */
  async #attempt<T>(
    name: string,
    claims: readonly Claim[],
    sha256: string,
    file: ExportFile,
    work: () => Promise<T>
  ): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      this.#fail(name, messageOf(error));
      for (const {sourceName, source, mapping, precedence} of this.isDry ? [] : claims) {
        const what = {source: sourceName, kind: source.kind, preset: source.preset?.name ?? null, file: name};
        await recordFailure(
          this.warehouse,
          {...what, container: file.name, sha256, mapping, precedence},
          messageOf(error)
        );
        this.#failed.add(JSON.stringify([sourceName, name]));
      }
      return undefined;
    }
  }

  #fail(file: string, message: string): void {
    if (!this.report.failed.some((other) => other.message === message)) this.report.failed.push({file, message});
  }

  /** Puts the ledger in order when every file is taken, and gives the report. */
  async end(): Promise<IngestReport> {
    const {warehouse, project, report} = this;
    if (!this.isDry) {
      await this.#settle();
      await writeRejectFiles(warehouse, project);
      if (report.loaded.length) report.shared = await sharedKeys(warehouse);
    }
    const copied = new Set(report.copies.map(({of}) => of));
    report.kept = this.#live.filter((load) => !this.#isThere(load) && !copied.has(load.container));
    const isClaimed = ({source, container}: Load) => this.#precedence.has(JSON.stringify([source, container]));
    report.unclaimed = this.#live.filter((load) => this.#isThere(load) && !isClaimed(load));
    const retired = new Set(this.#past.filter(({status}) => status === "retired").map(({load_id}) => load_id));
    report.retired = [...this.#before, ...report.loaded].filter(({load_id}) => retired.has(load_id));
    return report;
  }

  /** Loads of an earlier run stand where the configuration now puts their source and glob, the latest file of the same bytes. */
  async #sort(): Promise<void> {
    const retired = this.#past.filter(({status}) => status === "retired");
    for (const load of [...this.#live, ...retired]) {
      const key = JSON.stringify([load.source, load.container]);
      const own = this.#precedence.get(key);
      const part = load.file.slice(load.container.length);
      const places = [...(own ? [{name: load.container, precedence: own}] : []), ...(this.#copies.get(key) ?? [])];
      const sorts = places
        .map(({name, precedence}) => `${precedence}/${natural(name + part)}`)
        .sort()
        .at(-1);
      if (!sorts || sorts === load.precedence) continue;
      const table = "status" in load ? "past_loads" : "loads";
      await this.warehouse.connection.run(`update ledger.${table} set precedence = $1 where load_id = $2`, [
        sorts,
        load.load_id
      ]);
    }
  }

  /** Parts that a corrected file no longer has go; sources that became full exports, or no longer are, are put right. */
  async #settle(): Promise<void> {
    const {warehouse, project} = this;
    await warehouse.transaction(async () => {
      for (const old of this.#live) {
        const sisters = this.#current.filter(
          (load) => load.source === old.source && load.container === old.container && load.sha256 !== old.sha256
        );
        const hasFailed = this.#failed.has(JSON.stringify([old.source, old.file]));
        if (sisters.length && !hasFailed) await passAway(warehouse, old.load_id, "replaced");
      }
      await this.#sort();
      for (const [name, {mode}] of Object.entries(project.config.sources)) await retireOlder(warehouse, name, mode);
      await exposeRaw(warehouse, kindNames);
      await dropUnkept(warehouse);
    });
    await this.#look();
  }
}
