import {existsSync} from "node:fs";
import {isAbsolute, join, relative, resolve} from "node:path";
import {escapePath} from "tinyglobby";
import {UserError} from "../warehouse/error.ts";
import type {Warehouse} from "../warehouse/warehouse.ts";
import type {Kind} from "./contracts/kinds.ts";
import {leftOver, answers, type LeftOver} from "./explaining/columns.ts";
import {fittings, knownOf, lookAt, withGlass, type Fitting, type SeenPart} from "./explaining/look.ts";
import {nearestKind, type NearestKind} from "./explaining/nearestKind.ts";
import {bestOfEachOrigin, claimsOn, type Claimed} from "./explaining/projectSources.ts";
import {sampleOf, type Sample} from "./explaining/sample.ts";
import {sampleRows} from "./loading/sampleTypes.ts";
import type {Suggestion} from "./presets/preset.ts";
import {openProject, type Project} from "./project.ts";
import type {ExportFile} from "./reading/files.ts";
import type {Layout} from "./reading/layout.ts";
import {usualNulls, type Source} from "./source.ts";

/** What a source makes of a part: its first rows, or why it cannot. */
export interface SourceTable {
  /** Name in the project's configuration; null where a preset alone says it. */
  source: string | null;
  kind: Kind;
  preset: string | null;
  /** Rows that are counted and kept out, by the names of their rules. */
  setAside: string[];
  made: Sample | {error: string};
}

/** How a preset fits a part. */
export interface PresetFit {
  preset: string;
  system: string;
  /** How many of its columns the part has, of how many. */
  known: number;
  of: number;
  missing: string[];
}

export interface PartExplanation {
  /** How it is read: `text, gb18030, semicolons, header of 3`. */
  said: string;
  delimiter: string;
  /** Rows of the part before its first row of data; 0 where it has no header. */
  above: number;
  hasHeader: boolean;
  columns: number;
  /** The best first. */
  fits: PresetFit[];
  near: PresetFit[];
  /** Of the project's own sources first. */
  tables: SourceTable[];
  /** What a survey's source adds to its preset. */
  suggestion?: Suggestion;
  /** Headers that no table reads. */
  left: LeftOver[];
  /** What it could be, where no preset fits. */
  nearest?: NearestKind;
}

export interface Explanation {
  /** Relative to the project folder where it lies in it. */
  file: string;
  parts: ({name: string; made: PartExplanation} | {name: string; unread: string})[];
  /** The glob by which a source of the project would find it. */
  glob: string;
  /** Why the project's configuration could not be asked. */
  note?: string;
}

/**
 * How a file is read, which presets fit it, and what becomes of its columns: by its first 500 rows, in an engine that forgets them.
 *
 * The project need not have a configuration. Throws a UserError where there is no such file.
 */
export async function explain(file: string, projectDir: string): Promise<Explanation> {
  const path = [resolve(file), resolve(projectDir, file)].find((path) => existsSync(path));
  if (path === undefined) throw new UserError(`explain: missing file ${file}; name one that is there`);
  const inside = relative(resolve(projectDir), path);
  const name = inside.startsWith("..") || isAbsolute(inside) ? file : inside;
  const {project, note} = await projectOf(projectDir);
  const sources = project ? await claimsOn(project, path) : [];
  const parts = await withGlass((warehouse, scratch) =>
    lookAt(
      warehouse,
      {path, name} satisfies ExportFile,
      scratch,
      (seen) => explainPart(warehouse, seen, sources, project),
      sources.map(({source}) => source)
    )
  );
  return {file: name, glob: escapePath(inside), parts, note};
}

async function projectOf(dir: string): Promise<{project?: Project; note?: string}> {
  if (!existsSync(join(dir, "perennial.config.ts"))) return {};
  try {
    return {project: await openProject(dir)};
  } catch (error) {
    if (error instanceof UserError) return {note: error.message};
    throw error;
  }
}

async function explainPart(
  warehouse: Warehouse,
  seen: SeenPart,
  claims: readonly Claimed[],
  project: Project | undefined
): Promise<PartExplanation> {
  const {fits, near} = await fittings(seen);
  const {part, layout: plain} = seen;
  const company = project?.config.company;
  const ask = async (name: string | null, source: Source, layout: Layout): Promise<SourceTable> => ({
    source: name,
    kind: source.kind,
    preset: source.preset?.name ?? null,
    setAside: Object.keys(source.set_aside),
    made: await orError(() =>
      sampleOf(warehouse, {sourceName: name ?? "<name>", source, name: part.name, layout, company})
    )
  });
  const tables: SourceTable[] = [];
  let layout = fits[0]?.layout ?? plain;
  for (const [i, {name, source, own}] of (await ofPart(seen, claims)).entries()) {
    if (i === 0) layout = own;
    tables.push(await ask(name, source, own));
  }
  const {nulls} = Object.values(fits[0]?.sources ?? {})[0] ?? {nulls: usualNulls};
  const rows = await sampleRows(warehouse, layout, nulls).catch(() => []);
  const suggestion = fits[0]?.fit.preset.suggest?.(answers(layout, rows));
  const kinds = new Set<Kind>();
  for (const fitting of fits) {
    const fresh = Object.values(fitting.sources).filter(({kind}) => !kinds.has(kind));
    for (const source of fresh) {
      kinds.add(source.kind);
      const own = fitting === fits[0] ? withSuggestion(source, suggestion) : source;
      tables.push(await ask(null, own, fitting.layout));
    }
  }
  const used = tables.flatMap(({made}) => ("error" in made ? [] : [...made.used]));
  const left = leftOver(layout, rows, new Set(used));
  return {
    said: layout.said,
    delimiter: layout.delimiter,
    above: layout.skip,
    hasHeader: layout.head !== null || layout.form === "json",
    columns: layout.names.length,
    fits: fits.map(({fit}) => presetFit(fit)),
    near: near.slice(0, 3).map(presetFit),
    tables,
    suggestion,
    left,
    nearest: fits.length || tables.length ? undefined : nearestKind(left)
  };
}

/** The claims on this very part, of which a source of several presets keeps the one that fits best. */
async function ofPart(seen: SeenPart, claims: readonly Claimed[]): Promise<(Claimed & {own: Layout})[]> {
  const found: (Claimed & {own: Layout})[] = [];
  for (const claim of claims) {
    if (await seen.isOf(claim.source)) found.push({...claim, own: await seen.read(claim.source)});
  }
  return bestOfEachOrigin(found);
}

const withSuggestion = (source: Source, suggestion: Suggestion = {}): Source => ({
  ...source,
  map: {...source.map, ...suggestion.map},
  fixed: {...source.fixed, ...suggestion.fixed}
});

const presetFit = (fit: Fitting["fit"]): PresetFit => ({
  preset: fit.preset.name,
  system: fit.preset.system,
  known: knownOf(fit),
  of: Object.keys(fit.preset.columns).length,
  missing: fit.missing
});

async function orError<T>(work: () => Promise<T>): Promise<T | {error: string}> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UserError) return {error: error.message};
    throw error;
  }
}
