import {UserError} from "../../warehouse/error.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import {leftOver, answers} from "../explaining/columns.ts";
import {fittings, lookAt, sourcesOfPreset, type Fitting, type Seen, type SeenPart} from "../explaining/look.ts";
import {nearestKind, type NearestKind} from "../explaining/nearestKind.ts";
import {sampleOf, type BadRows} from "../explaining/sample.ts";
import {identifier} from "../codecs/codec.ts";
import {sampleRows} from "../loading/sampleTypes.ts";
import type {Preset, Suggestion} from "../presets/preset.ts";
import type {ExportFile} from "../reading/files.ts";
import {usualNulls, type Source} from "../source.ts";

/** What the first rows of a part told about the source that it would make. */
export interface Told {
  /** Why it cannot be loaded. */
  problem?: string;
  rows: number;
  rejected: number;
  bad: BadRows[];
  currencies: Record<string, number>;
  naive: string[];
}

/** A part of a file, recognised. */
export interface Recognised {
  preset: Preset;
  /** What the source of a survey adds; undefined for other exports. */
  suggestion?: Suggestion;
  told: Told;
}

/** A part that no preset fits: what it could be, and which preset it nearly fits. */
export interface Unrecognised {
  nearest?: NearestKind;
  near?: {preset: string; missing: string[]};
  columns: number;
}

export interface SeenFile {
  file: ExportFile;
  parts: Seen<Recognised | Unrecognised>[];
}

/** Finds out what each part of a file is, by its headers and first rows. */
export const recognise = async (warehouse: Warehouse, file: ExportFile, scratch: string): Promise<SeenFile> => ({
  file,
  parts: await lookAt(warehouse, file, scratch, (seen) => recognisePart(warehouse, seen))
});

async function recognisePart(warehouse: Warehouse, seen: SeenPart): Promise<Recognised | Unrecognised> {
  const {fits, near} = await fittings(seen);
  const [best] = fits;
  if (!best) {
    const {layout} = seen;
    const rows = await sampleRows(warehouse, layout, usualNulls).catch(() => []);
    const nearest = nearestKind(leftOver(layout, rows, new Set()));
    const first = near[0] && {preset: near[0].preset.name, missing: near[0].missing};
    return {nearest, near: first, columns: layout.names.length};
  }
  const {preset} = best.fit;
  const {nulls} = Object.values(best.sources)[0]!;
  const rows = preset.suggest ? await sampleRows(warehouse, best.layout, nulls).catch(() => []) : [];
  const suggestion = preset.suggest?.(answers(best.layout, rows));
  return {preset, suggestion, told: await tell(warehouse, seen, best, suggestion)};
}

/** A survey's answers without a score are none, and no error. */
export const unanswered = ({map}: Suggestion): Record<string, string> | undefined =>
  map?.score === undefined ? undefined : {unanswered: `${identifier(map.score)} is null`};

const nothing: Told = {rows: 0, rejected: 0, bad: [], currencies: {}, naive: []};

async function tell(
  warehouse: Warehouse,
  {part}: SeenPart,
  {fit, layout}: Fitting,
  suggestion: Suggestion | undefined
): Promise<Told> {
  if (suggestion && !suggestion.map)
    return {...nothing, problem: "which question is the score is in doubt; say it in map"};
  const told: Told = {...nothing, currencies: {}};
  for (const [sourceName, plain] of Object.entries(sourcesOfPreset(fit.preset))) {
    const source = suggestion ? withSuggestion(plain, suggestion) : plain;
    try {
      const sample = await sampleOf(warehouse, {sourceName, source, name: part.name, layout});
      // Of several sources of one part, the one that most rows are bad for decides.
      if (sample.rejected >= told.rejected)
        [told.rows, told.rejected, told.bad] = [sample.rows, sample.rejected, sample.bad];
      for (const [currency, rows] of Object.entries(sample.currencies))
        told.currencies[currency] = (told.currencies[currency] ?? 0) + rows;
      told.naive = [...new Set([...told.naive, ...sample.naive])];
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      told.problem ??= error.message.replace(`ingest: ${part.name}: `, "").replace(/\. The file has: .*$/s, "");
    }
  }
  if (told.problem === undefined && told.rows === 0) told.problem = "has a header but no rows";
  return told;
}

const withSuggestion = (source: Source, suggestion: Suggestion): Source => ({
  ...source,
  map: {...source.map, ...suggestion.map},
  fixed: {...source.fixed, ...suggestion.fixed},
  set_aside: {...source.set_aside, ...unanswered(suggestion)}
});
