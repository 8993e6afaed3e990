import {createHash} from "node:crypto";
import {UserError} from "../warehouse/error.ts";
import {codecOf, fieldsOf} from "./contracts/contract.ts";
import {contractOf} from "./contracts/kinds.ts";
import type {Project} from "./project.ts";
import {filesOf, type ExportFile} from "./reading/files.ts";
import type {Source} from "./source.ts";

/** A file, and the sources whose globs find it. */
export interface Expected {
  file: ExportFile;
  claims: Claim[];
}

/** A source that finds a file. */
export interface Claim {
  sourceName: string;
  source: Source;
  mapping: string;
  precedence: string;
}

/** The files that a project's globs find, in order of precedence. Throws a UserError where a source has none and needs one. */
export async function expected(project: Project): Promise<Expected[]> {
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
