import {withheldParts} from "../../withheld.ts";
import type {Secrets, WholeCohort} from "./triangleData.ts";

/** The cohorts of every group of one dimension, by group. */
export type Grouped = ReadonlyMap<string, readonly WholeCohort[]>;

/**
 * What of each group may not be told because all customers less the other groups would give a withheld number away: where one group
 * alone is too small in a cohort or in a cell, the next smallest is withheld too.
 */
export function groupSecrets(grouped: Grouped, minCell: number): (group: string) => Secrets {
  const secret = new Set<string>();
  const places = new Map<string, {group: string; n: number}[]>();
  const count = (place: string, group: string, n: number) => {
    const parts = places.get(place);
    if (parts) parts.push({group, n});
    else places.set(place, [{group, n}]);
  };
  for (const [group, cohorts] of grouped)
    for (const {on, customers, cells} of cohorts) {
      count(on, group, customers);
      cells.forEach(({active, later}, i) => {
        count(`${on} ${i} active`, group, active);
        count(`${on} ${i} later`, group, later);
      });
    }
  for (const [place, parts] of places) {
    const flags = withheldParts(
      parts.map(({n}) => n),
      minCell
    );
    parts.forEach(({group}, i) => flags[i] && secret.add(`${group} ${place}`));
  }
  return (group) => ({
    cohort: (on) => secret.has(`${group} ${on}`),
    cell: (on, i, count) => secret.has(`${group} ${on} ${i} ${count}`)
  });
}
