import {onScaleSql} from "./catalogue.ts";
import type {Learnt} from "./learn.ts";
import {FARTHEST, type Scaling} from "./scaling.ts";

const literal = (value: number): string => `(${value.toExponential()}::double)`;

/** SQL of a feature as the distance counts it: 0 where it is not known. */
const scaledSql = ({feature, centre, scale}: Scaling): string =>
  `coalesce(greatest(-${FARTHEST}, least(${FARTHEST}, (${onScaleSql(feature)} - ${literal(centre!)}) / ${literal(scale!)})), 0)`;

/**
 * SQL of the persona of every customer: customer_id, persona, distance to its centre, and margin_share, by how much that is less than the distance
 * to the next one as a share of it. No rows without centres.
 */
export function assignSql({scalings, loadings, centres}: Pick<Learnt, "scalings" | "loadings" | "centres">): string {
  const used = scalings.filter(({state}) => state === "used");
  if (!centres.length)
    return `select customer_id, 0::bigint as persona, 0::double as distance, 0::double as margin_share
      from int_persona_feature where false`;
  const distances = centres.map(
    (centre) =>
      `sqrt(${centre.map((value, j) => `(p${j} - ${literal(value)}) * (p${j} - ${literal(value)})`).join(" + ")})`
  );
  return `
    with scaled as (
      select customer_id, ${used.map((one, j) => `${scaledSql(one)} as f${j}`).join(", ")} from int_persona_feature),
    placed as (
      select customer_id, ${loadings.map((loading, m) => `${loading.map((value, j) => `${literal(value)} * f${j}`).join(" + ")} as p${m}`).join(", ")} from scaled),
    apart as (select customer_id, [${distances.join(", ")}] as distances from placed),
    nearest as (select customer_id, distances, list_sort(distances) as sorted from apart)
    select customer_id, list_position(distances, sorted[1])::bigint as persona, sorted[1] as distance,
      case when sorted[2] > 0 then 1 - sorted[1] / sorted[2] else 0 end as margin_share
    from nearest`;
}
