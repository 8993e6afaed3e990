import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import picomatch from "picomatch";
import {UserError} from "../../warehouse/error.ts";
import {Warehouse} from "../../warehouse/warehouse.ts";
import {Container, type Part} from "../decoding/container.ts";
import {wantedHeaders} from "../loading/mapping.ts";
import {presets} from "../presets/index.ts";
import {preset, type Preset} from "../presets/preset.ts";
import {fitOf, presetsFor, type Fit} from "../presets/recognise.ts";
import {examine, type ExportFile} from "../reading/files.ts";
import {layoutOf, type Layout} from "../reading/layout.ts";
import {sourcesOf, type Source} from "../source.ts";

/** A part of a file that was opened only to be looked at. */
export interface SeenPart {
  part: Part;
  /** How it is read where nothing is known of it. */
  layout: Layout;
  /** How a source reads it. */
  read: (source: Source) => Promise<Layout>;
  /** Whether a source reads it at all. */
  isOf: (source: Source) => Promise<boolean>;
}

/** What was made of a part, or why it could not be read. */
export type Seen<T> = {name: string; made: T} | {name: string; unread: string};

/** A source that asks for nothing: every part, and no header that it wants. */
const anything: Source = {
  ...sourcesOf({file: {kind: "customers", files: "*"}}).file!,
  preset: preset({
    name: "anything",
    system: "",
    export: "",
    evidence: "unverified",
    columns: {},
    needs: [],
    parts: {}
  })
};

/** An engine and a folder for looking at files, which leave nothing behind. */
export async function withGlass<T>(work: (warehouse: Warehouse, scratch: string) => Promise<T>): Promise<T> {
  const scratch = mkdtempSync(join(tmpdir(), "perennial-look-"));
  const warehouse = await Warehouse.open(":memory:", {temp: join(scratch, "spill")});
  try {
    return await work(warehouse, scratch);
  } finally {
    warehouse.close();
    rmSync(scratch, {recursive: true, force: true});
  }
}

/**
 * Makes something of every part of a file, those among it that only the sources `also` read. A part that cannot be read gives its
 * reason; where the file itself cannot be, that is all.
 */
export async function lookAt<T>(
  warehouse: Warehouse,
  file: ExportFile,
  scratch: string,
  make: (seen: SeenPart) => Promise<T>,
  also: readonly Source[] = []
): Promise<Seen<T>[]> {
  return orReason(file.name, async () => {
    const {utf8} = await examine(file.path);
    const container = new Container(file, join(scratch, "parts"), warehouse, utf8);
    const namesOf = async (source: Source) =>
      (await orReason(file.name, () => container.partsOf(source))).flatMap((part) => ("unread" in part ? [] : [part]));
    try {
      const parts = new Map<string, Part>();
      for (const part of await container.partsOf(anything)) parts.set(part.name, part);
      for (const source of also) for (const part of await namesOf(source)) parts.set(part.name, part);
      const found: Seen<T>[] = [];
      for (const part of parts.values()) {
        const read = async (source: Source, wanted = wantedHeaders(source)) =>
          layoutOf(await container.decode(part, source), part.name, source, wanted);
        const isOf = async (source: Source) => (await namesOf(source)).some(({name}) => name === part.name);
        const seen = await orReason(part.name, async () => [
          {name: part.name, made: await make({part, layout: await read(anything, []), read, isOf})}
        ]);
        found.push(...seen);
      }
      return found;
    } finally {
      container.close();
    }
  });
}

async function orReason<T>(name: string, work: () => Promise<T[]>): Promise<(T | {name: string; unread: string})[]> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [{name, unread: error.message.replace(`ingest: ${name}: `, "")}];
  }
}

/** A preset that a part fits, with the sources that it makes of it and how they read it. */
export interface Fitting {
  fit: Fit;
  sources: Record<string, Source>;
  layout: Layout;
}

/** The presets that a part fits and, where it lacks little for them, those that it nearly does; the best first. */
export async function fittings({part, layout, read}: SeenPart): Promise<{fits: Fitting[]; near: Fit[]}> {
  const offered = presets.filter(
    ({sheet}) => sheet === undefined || part.sheet === undefined || picomatch(sheet)(part.sheet)
  );
  const fits: Fitting[] = [];
  const others: Fit[] = [];
  const plain = presetsFor(layout.names, offered).map((fit) => fit.preset);
  // What stands above a header can hide it from all but those who know its columns.
  for (const preset of plain.length || layout.form === "json" ? plain : offered) {
    const sources = sourcesOfPreset(preset);
    const own = await read(Object.values(sources)[0]!);
    const fit = fitOf(preset, own.names);
    if (fit.missing.length) others.push(fit);
    else fits.push({fit, sources, layout: own});
  }
  const unfit = offered
    .filter(({name}) => !fits.some(({fit}) => fit.preset.name === name))
    .map((preset) => others.find((fit) => fit.preset === preset) ?? fitOf(preset, layout.names));
  return {
    fits: fits.sort((a, b) => knownOf(b.fit) - knownOf(a.fit)),
    near: unfit
      .filter((fit) => isNear(fit) && knownOf(fit) * 2 >= Math.max(0, ...fits.map((it) => knownOf(it.fit))))
      .sort((a, b) => a.missing.length - b.missing.length || knownOf(b) - knownOf(a))
  };
}

/** How many of a preset's columns a file has. */
export const knownOf = ({found}: Fit): number => Object.keys(found).length;

const isNear = ({preset, found, missing}: Fit): boolean => {
  const needed = preset.needs.filter((name) => found[name] !== undefined).length;
  return needed >= Math.max(2, preset.needs.length / 2) && missing.length <= needed;
};

/** The sources that a preset makes of files, under the name by which a configuration could call it. */
export const sourcesOfPreset = ({name}: Preset): Record<string, Source> =>
  sourcesOf({[name.replaceAll("-", "_")]: {preset: name, files: "*"}});
