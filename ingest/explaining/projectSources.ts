import {fitOf} from "../presets/recognise.ts";
import type {Project} from "../project.ts";
import {filesOf} from "../reading/files.ts";
import type {Layout} from "../reading/layout.ts";
import type {Source} from "../source.ts";
import {knownOf} from "./look.ts";

/** A source of the project whose globs find a file. */
export interface Claimed {
  name: string;
  source: Source;
}

/** The sources of a project to which a file belongs, in the order of the configuration. */
export async function claimsOn(project: Project, path: string): Promise<Claimed[]> {
  const found: Claimed[] = [];
  for (const [name, source] of Object.entries(project.config.sources)) {
    if ((await filesOf(project, source)).some((file) => file.path === path)) found.push({name, source});
  }
  return found;
}

/** Of the sources that one key of the configuration makes of several presets, those of the preset that fits best. */
export function bestOfEachOrigin<T extends {source: Source; own: Layout}>(claims: readonly T[]): T[] {
  const strength = ({source, own}: T): number => {
    if (!source.preset) return 0;
    const fit = fitOf(source.preset, own.names);
    return knownOf(fit) - 1000 * fit.missing.length;
  };
  return claims.filter((claim) =>
    claims.every((other) => other.source.origin !== claim.source.origin || strength(other) <= strength(claim))
  );
}
