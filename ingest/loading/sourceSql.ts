import {UserError, messageOf} from "../../warehouse/error.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import {identifier} from "../codecs/codec.ts";
import type {Delivery} from "./delivery.ts";
import {needsRowNumber, sqlTexts} from "./loadSql.ts";
import {aliasesOf} from "./mapping.ts";

/** Every SQL text of the source, tried on no rows, so that a mistake is told with its key. */
export async function refuseBadSql(
  warehouse: Warehouse,
  {source, sourceName, name: file, layout: {names}}: Delivery
): Promise<void> {
  const all = [...names, ...aliasesOf(source, names).map(({name}) => name)];
  const columns = all.map((name) => `cast(null as VARCHAR) as ${identifier(name)}`);
  if (needsRowNumber(source)) columns.push("cast(null as BIGINT) as row");
  for (const name of source.fill_down) {
    if (!all.some((other) => other.toLowerCase() === name.toLowerCase()))
      throw new UserError(`ingest: ${file}: unknown column "${name}" (sources.${sourceName}.fill_down)`);
  }
  for (const [key, sql] of sqlTexts(source)) {
    try {
      await warehouse.run(`select (${sql}) from (select ${columns.join(", ")}) as file limit 0`);
    } catch (error) {
      throw new UserError(`config: sources.${sourceName}.${key}: ${messageOf(error).split("\n")[0]} (in ${file})`);
    }
  }
}
