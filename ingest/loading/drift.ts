import {UserError} from "../../warehouse/error.ts";
import type {Load} from "../ledger.ts";
import {rejectReason} from "../reading/rejectReason.ts";
import type {SampleType, TypedHeader} from "./sampleTypes.ts";

/** How the columns of a file differ from those of the delivery before. */
export interface Drift {
  added: string[];
  missing: string[];
  retyped: {header: string; from: SampleType; to: SampleType}[];
}

/**
 * Compares a file's headers with those of a load, where the ledger knows them: an earlier version did not keep them. An empty column
 * has no type to change; text may turn out to be anything.
 */
export function driftOf(types: readonly TypedHeader[], reference: Load | undefined): Drift {
  if (!reference || reference.headers === "[]") return {added: [], missing: [], retyped: []};
  const before = new Map(JSON.parse(reference.headers) as TypedHeader[]);
  const now = new Map(types);
  // What a file of corrected rows has besides is ours.
  const own = (name: string) => name !== rejectReason;
  return {
    added: [...now.keys()].filter((name) => !before.has(name)).filter(own),
    missing: [...before.keys()].filter((name) => !now.has(name)).filter(own),
    retyped: [...now].flatMap(([header, to]) => {
      const from = before.get(header);
      return from === undefined || from === to || from === "text" || from === "empty" || to === "empty"
        ? []
        : [{header, from, to}];
    })
  };
}

/** Drift in words; empty where there is none. */
export function driftWords({added, missing, retyped}: Drift): string {
  const list = (names: string[]) => names.map((name) => `"${name}"`).join(", ");
  return [
    added.length ? `new ${list(added)}` : "",
    missing.length ? `missing ${list(missing)}` : "",
    ...retyped.map(({header, from, to}) => `"${header}" was ${from}, is ${to}`)
  ]
    .filter(Boolean)
    .join("; ");
}

/** Throws a UserError where columns came, went, or are no longer numbers, times or flags. */
export function refuseDrift(name: string, sourceName: string, drift: Drift, reference: Load | undefined): void {
  const words = driftWords(drift);
  if (!words || !reference) return;
  throw new UserError(
    `ingest: ${name}: its columns are not those of ${reference.file}: ${words}. sources.${sourceName} says drift: "freeze"; ` +
      `mend the export, or say "evolve" until it is loaded. Nothing of the file was loaded`
  );
}
