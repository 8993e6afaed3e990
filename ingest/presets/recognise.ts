import {normalHeader} from "../reading/header.ts";
import {presets} from "./index.ts";
import type {Preset} from "./preset.ts";

/** How well a preset fits a file. */
export interface Fit {
  preset: Preset;
  /** The preset's names of columns → the file's headers, for those that the file has. */
  found: Record<string, string>;
  /** Columns that it needs and the file has not. */
  missing: string[];
  /** Headers of the file that the preset says nothing about. */
  left: string[];
}

/** Which headers of a file carry a preset's columns. */
export function fitOf(preset: Preset, headers: readonly string[]): Fit {
  const found = spelled(preset.columns, headers);
  const used = new Set(Object.values(found));
  const foreign = (preset.lacks ?? []).filter((name) => headers.some((it) => normalHeader(it) === normalHeader(name)));
  return {
    preset,
    found,
    missing: [...preset.needs.filter((name) => found[name] === undefined), ...foreign.map((name) => `no ${name}`)],
    left: headers.filter((header) => !used.has(header))
  };
}

/** The presets that a file's headers fit, the one that knows most of them first. */
export const presetsFor = (headers: readonly string[], among: readonly Preset[] = presets): Fit[] =>
  among
    .map((preset) => fitOf(preset, headers))
    .filter(({missing}) => !missing.length)
    .sort((a, b) => Object.keys(b.found).length - Object.keys(a.found).length);

/** Columns by their names → the headers that spell them, the first spelling that is there. */
export function spelled(
  columns: Record<string, readonly string[]>,
  headers: readonly string[]
): Record<string, string> {
  const byNormal = new Map([...headers].reverse().map((header) => [normalHeader(header), header]));
  const found: [string, string][] = [];
  for (const [name, spellings] of Object.entries(columns)) {
    const header = [name, ...spellings]
      .map((spelling) => byNormal.get(normalHeader(spelling)))
      .find((header) => header !== undefined);
    if (header !== undefined) found.push([name, header]);
  }
  return Object.fromEntries(found);
}
