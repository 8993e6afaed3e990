import {createHash} from "node:crypto";
import {existsSync, rmSync} from "node:fs";
import {join} from "node:path";
import {UserError, messageOf} from "../warehouse/error.ts";
import type {Warehouse} from "../warehouse/warehouse.ts";
import {codecOf, fieldsOf} from "./contracts/contract.ts";
import {contractOf, kindNames} from "./contracts/kinds.ts";
import {Container, type Part} from "./decoding/container.ts";
import {begin, finish, passAway, recordFailure, retireOlder} from "./history.ts";
import {dropUnkept, exposeRaw, loads, openLedger, pastLoads, unfinished, type Load, type PastLoad} from "./ledger.ts";
import type {Drift} from "./loading/drift.ts";
import type {TypedHeader} from "./loading/sampleTypes.ts";
import {load} from "./loading/load.ts";
import {wantedHeaders} from "./loading/mapping.ts";
import {writeRejectFiles} from "./loading/rejectFile.ts";
import {fitOf} from "./presets/recognise.ts";
import type {Project} from "./project.ts";
import {examine, filesOf, natural, type ExportFile} from "./reading/files.ts";
import {layoutOf, type Layout} from "./reading/layout.ts";
import {sharedKeys, type SharedKeys} from "./sharedKeys.ts";
import type {Source} from "./source.ts";

export interface IngestReport {
  loaded: Load[];
  unchanged: Load[];
  /** Loads whose file is no longer there; their rows stay. */
  kept: Load[];
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

export interface Progress {
  (step: string, done: number, total: number): void;
}

/** A file, and the sources whose globs find it. */
interface Expected {
  file: ExportFile;
  claims: Claim[];
}

interface Claim {
  sourceName: string;
  source: Source;
  mapping: string;
  precedence: string;
}

export interface IngestOptions {
  progress?: Progress;
  /** Judge everything and change nothing. */
  isDry?: boolean;
}

/**
 * Brings the warehouse up to date with the project's export files: new and changed files are loaded, unchanged ones are not read
 * again, and a file that fails leaves what was there. Throws a UserError where a source has no file at all.
 */
export async function ingest(
  warehouse: Warehouse,
  project: Project,
  {progress = () => undefined, isDry = false}: IngestOptions = {}
): Promise<IngestReport> {
  await openLedger(warehouse);
  const scratch = join(project.scratch, "ingest");
  rmSync(scratch, {recursive: true, force: true});
  const files = await expected(project);
  const run = new Run(warehouse, project, scratch, isDry);
  await run.start(files);
  for (const [i, file] of files.entries()) {
    progress(`load ${file.file.name}`, i, files.length);
    await run.take(file);
  }
  for (const file of run.orphaned(files)) await run.take(file);
  progress("load", files.length, files.length);
  return run.end();
}

/** Presets whose missing columns a message tells. */
const MOST = 3;

/** One pass over the files of a project. */
class Run {
  readonly report: IngestReport = {
    loaded: [],
    unchanged: [],
    kept: [],
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
  /** Loads of parts that the files have now: of this run, or of an earlier one that was killed. */
  readonly #current: Load[] = [];

  constructor(
    private readonly warehouse: Warehouse,
    private readonly project: Project,
    private readonly scratch: string,
    private readonly isDry: boolean
  ) {}

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

  async take({file, claims}: Expected): Promise<void> {
    const examined = await examine(file.path).catch((error: unknown) =>
      this.#fail(file.name, `ingest: ${file.name}: cannot be read: ${messageOf(error)}; is it open elsewhere, or gone?`)
    );
    if (!examined) return;
    const {sha256} = examined;
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

  async end(): Promise<IngestReport> {
    const {warehouse, project, report} = this;
    if (!this.isDry) {
      await this.#settle();
      await writeRejectFiles(warehouse, project);
      if (report.loaded.length) report.shared = await sharedKeys(warehouse);
    }
    const copied = new Set(report.copies.map(({of}) => of));
    report.kept = this.#live.filter((load) => !this.#isThere(load) && !copied.has(load.container));
    const retired = new Set(this.#past.filter(({status}) => status === "retired").map(({load_id}) => load_id));
    report.retired = [...this.#before, ...report.loaded].filter(({load_id}) => retired.has(load_id));
    return report;
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
      for (const [name, {mode}] of Object.entries(project.config.sources)) await retireOlder(warehouse, name, mode);
      await exposeRaw(warehouse, kindNames);
      await dropUnkept(warehouse);
    });
    await this.#look();
  }
}

/** The claims whose source a part's headers fit; of several presets of one source, the one that knows most of them. */
function fitting(layouts: ReadonlyMap<Claim, Layout>, unfit: Map<Claim, string>): Claim[] {
  const plain = [...layouts.keys()].filter(({source}) => !source.preset);
  const fits = [...layouts].flatMap(([claim, {names}]) => {
    const {preset, origin} = claim.source;
    if (!preset) return [];
    const fit = fitOf(preset, names);
    if (!fit.missing.length) return [{claim, preset, origin, strength: Object.keys(fit.found).length}];
    unfit.set(claim, `${preset.name} lacks ${fit.missing.map((column) => `"${column}"`).join(", ")}`);
    return [];
  });
  const best = new Map<string, (typeof fits)[number]>();
  for (const fit of fits) if ((best.get(fit.origin)?.strength ?? -1) < fit.strength) best.set(fit.origin, fit);
  const chosen = fits.filter((fit) => best.get(fit.origin)!.preset === fit.preset);
  for (const {claim, origin} of fits) {
    if (!chosen.some((fit) => fit.claim === claim))
      unfit.set(claim, `another preset of sources.${origin} fits it better`);
  }
  return [...plain, ...chosen.map(({claim}) => claim)];
}

/** The load whose columns a new file should have: the latest with the same ones, else the latest from another file. */
function likeliest(loads: readonly Load[], file: ExportFile, source: Source, {names}: Layout): Load | undefined {
  const others = loads
    .filter((load) => load.preset === (source.preset?.name ?? null) && load.container !== file.name)
    .toSorted((a, b) => (a.load_id < b.load_id ? 1 : -1));
  const same = (load: Load) => {
    const headers = (JSON.parse(load.headers) as TypedHeader[]).map(([header]) => header);
    return headers.length === names.length && names.every((name) => headers.includes(name));
  };
  return others.find(same) ?? others[0];
}

async function expected(project: Project): Promise<Expected[]> {
  const all = new Map<string, Expected>();
  for (const [i, [sourceName, source]] of Object.entries(project.config.sources).entries()) {
    const files = await filesOf(project, source);
    if (!files.length && !source.optional) {
      throw new UserError(
        `ingest: ${sourceName}: missing file: nothing matches "${source.files.join('", "')}" in ${project.dir}; put the export there, mend sources.${source.origin}.files, or say optional: true`
      );
    }
    const mapping = fingerprint(source, project);
    for (const {path, name, glob} of files) {
      const found = all.get(path) ?? {file: {path, name}, claims: []};
      const order = (n: number) => String(n).padStart(4, "0");
      found.claims.push({sourceName, source, mapping, precedence: `${order(i)}/${order(glob)}`});
      all.set(path, found);
    }
  }
  return [...all.values()];
}

/** Identity of everything but the file that decides what its rows become. */
function fingerprint(source: Source, {config}: Project): string {
  const contract = contractOf(source.kind);
  const {
    files: _files,
    optional: _optional,
    max_rejected_share: _share,
    mode: _mode,
    drift: _drift,
    preset,
    ...rest
  } = source;
  const format = {dates: [], zone: "UTC", decimal: source.decimal} as const;
  const fields = fieldsOf(contract).map((field) => [
    field.name,
    field.nullable,
    codecOf(contract, field).sql("x", format)
  ]);
  const rules = contract.rules?.map(({sql}) => sql);
  const {zone, currency} = config.company;
  return createHash("sha256")
    .update(
      JSON.stringify([
        rest,
        preset && [preset.columns, preset.needs, preset.lacks],
        zone,
        currency,
        fields,
        contract.aliases,
        rules
      ])
    )
    .digest("hex")
    .slice(0, 16);
}
