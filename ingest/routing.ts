import type {Claim} from "./claims.ts";
import type {Load} from "./ledger.ts";
import type {TypedHeader} from "./loading/sampleTypes.ts";
import {fitOf} from "./presets/recognise.ts";
import type {ExportFile} from "./reading/files.ts";
import type {Layout} from "./reading/layout.ts";
import type {Source} from "./source.ts";

/** Presets whose missing columns a message tells. */
const MOST = 3;

/** The claims whose source a part's headers fit; of several presets of one source, the one that knows most of them. */
export function fitting(layouts: ReadonlyMap<Claim, Layout>, unfit: Map<Claim, string>): Claim[] {
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

/** That a file fits no preset of its sources, and what the nearest of them miss in it. */
export function unfitWords(file: string, unfit: ReadonlyMap<Claim, string>): string {
  const origins = new Set([...unfit.keys()].map(({source}) => `sources.${source.origin}`));
  const lacks = [...new Set(unfit.values())].sort((a, b) => a.length - b.length);
  const more = lacks.length > MOST ? `; and ${lacks.length - MOST} more presets do not fit` : "";
  return (
    `ingest: ${file}: fits no preset of ${[...origins].join(", ")}: ${lacks.slice(0, MOST).join("; ")}${more}; ` +
    `"perennial ingest --explain" tells what fits it, and "!${file}" among the files leaves it out`
  );
}

/** The load whose columns a new file should have: the latest with the same ones, else the latest from another file. */
export function likeliest(loads: readonly Load[], file: ExportFile, source: Source, {names}: Layout): Load | undefined {
  const others = loads
    .filter((load) => load.preset === (source.preset?.name ?? null) && load.container !== file.name)
    .toSorted((a, b) => (a.load_id < b.load_id ? 1 : -1));
  const same = (load: Load) => {
    const headers = (JSON.parse(load.headers) as TypedHeader[]).map(([header]) => header);
    return headers.length === names.length && names.every((name) => headers.includes(name));
  };
  return others.find(same) ?? others[0];
}
