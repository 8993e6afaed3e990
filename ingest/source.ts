import {contractOf, type Kind} from "./contracts/kinds.ts";
import {fieldsOf} from "./contracts/contract.ts";
import type {SourceInput} from "./config.ts";
import {presetOf} from "./presets/index.ts";
import type {Preset, PresetPart} from "./presets/preset.ts";
import {UserError} from "../warehouse/error.ts";

/** What one kind of rows in some files becomes: a source of the configuration, with its preset's knowledge and the defaults. */
export interface Source {
  kind: Kind;
  /** The preset that it comes from; only files that fit it are its own. */
  preset: Preset | null;
  /** Key in the configuration, where a preset makes several sources of one. */
  origin: string;
  files: string[];
  entries: string[];
  sheets: string[];
  records?: string;
  optional: boolean;
  mode: "append" | "snapshot";
  drift: "evolve" | "freeze";
  encoding?: string;
  delimiter?: NonNullable<SourceInput["delimiter"]>;
  skip?: number;
  header?: number;
  columns?: string[];
  map: Record<string, string | string[]>;
  fixed: Record<string, string | number | boolean>;
  derive: Record<string, string>;
  cancelled?: string;
  returned?: string;
  set_aside: Record<string, string>;
  fill_down: string[];
  dates: string[];
  keys?: string;
  zone?: string;
  decimal: "." | ",";
  currency?: string;
  nulls: string[];
  max_rejected_share: number;
}

/** Cells that mean nothing is known. */
export const usualNulls = ["-", "--", "NULL", "null", "N/A", "n/a", "#N/A", "0000-00-00", "0000-00-00 00:00:00", "无"];

const list = <T>(value: T | T[] | undefined): T[] => (value === undefined ? [] : ([value].flat() as T[]));

/** The sources of a configuration: what names a preset is written out. Throws a UserError where an override fits no part of a preset. */
export function sourcesOf(inputs: Record<string, SourceInput>): Record<string, Source> {
  const sources: Record<string, Source> = {};
  for (const [name, input] of Object.entries(inputs)) {
    const chosen = list(input.preset).map((preset) => presetOf(preset)!);
    const parts: [string, Preset | null, PresetPart][] = chosen.length
      ? chosen.flatMap((preset) => partsOf(name, preset, chosen.length > 1))
      : [[name, null, {kind: input.kind!}]];
    refuseForeignFields(name, input, parts);
    for (const [key, preset, part] of parts) {
      if (Object.hasOwn(sources, key)) {
        throw new UserError(`"${name}" makes a source "${key}", which is there already; give one of them another name`);
      }
      sources[key] = sourceOf(name, input, preset, part);
    }
  }
  return sources;
}

function partsOf(name: string, preset: Preset, several: boolean): [string, Preset, PresetPart][] {
  const own = preset.name.replaceAll("-", "_");
  const base = !several ? name : own.startsWith(`${name}_`) ? own : `${name}_${own}`;
  const parts = Object.entries(preset.parts);
  return parts.map(([end, part]) => [parts.length > 1 ? `${base}_${end}` : base, preset, part]);
}

function sourceOf(origin: string, input: SourceInput, preset: Preset | null, part: PresetPart): Source {
  const own = <T>(record: Record<string, T> | undefined): Record<string, T> => {
    const fields = fieldsOf(contractOf(part.kind)).map(({name}) => name);
    const mine = Object.entries(record ?? {}).filter(([field]) => !preset || fields.includes(field));
    return Object.fromEntries(mine);
  };
  const [map, fixed, derive] = [own(input.map), own(input.fixed), own(input.derive)];
  const said = new Set([map, fixed, derive].flatMap((record) => Object.keys(record)));
  // What the source says of a field stands for all that the preset says of it.
  const rest = <T>(record: Record<string, T> | undefined) =>
    Object.fromEntries(Object.entries(record ?? {}).filter(([field]) => !said.has(field)));
  return {
    kind: part.kind,
    preset,
    origin,
    files: list(input.files),
    entries: list(input.entries),
    sheets: list(input.sheet ?? preset?.sheet),
    records: input.records,
    optional: input.optional ?? false,
    mode: input.mode ?? preset?.mode ?? "append",
    drift: input.drift ?? "evolve",
    encoding: input.encoding,
    delimiter: input.delimiter,
    skip: input.skip,
    header: input.header,
    columns: input.columns,
    map: {...rest(part.map), ...map},
    fixed: {...rest(part.fixed), ...fixed},
    derive: {...rest(part.derive), ...derive},
    cancelled: said.has("is_cancelled") ? input.cancelled : (input.cancelled ?? part.cancelled),
    returned: said.has("is_return") ? input.returned : (input.returned ?? part.returned),
    set_aside: {...part.set_aside, ...input.set_aside},
    fill_down: input.fill_down ?? part.fill_down ?? [],
    dates: list(input.dates ?? preset?.dates),
    keys: input.keys,
    zone: input.zone ?? preset?.zone,
    decimal: input.decimal ?? ".",
    currency: input.currency,
    nulls: input.nulls ?? [...usualNulls, ...(preset?.nulls ?? [])],
    max_rejected_share: input.max_rejected_share ?? 0.1
  };
}

function refuseForeignFields(name: string, input: SourceInput, parts: [string, Preset | null, PresetPart][]): void {
  if (parts.some(([, preset]) => preset === null)) return;
  const known = new Set(parts.flatMap(([, , {kind}]) => fieldsOf(contractOf(kind)).map((field) => field.name)));
  for (const key of ["map", "fixed", "derive"] as const) {
    const unknown = Object.keys(input[key] ?? {}).find((field) => !known.has(field));
    if (unknown !== undefined)
      throw new UserError(`${name}.${key}: unknown field "${unknown}". The fields are ${[...known].join(", ")}`);
  }
}
