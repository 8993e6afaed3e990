import {UserError, messageOf} from "../../warehouse/error.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import {identifier} from "../codecs/codec.ts";
import type {Layout} from "../reading/layout.ts";
import type {Delivery} from "./delivery.ts";
import {needsRowNumber, sqlTexts} from "./loadSql.ts";

/** Every SQL text of the source, tried on no rows, so that a mistake is told with its key. */
export async function refuseBadSql(
  warehouse: Warehouse,
  {source, sourceName, file}: Delivery,
  {names}: Layout
): Promise<void> {
  const columns = names.map((name) => `cast(null as VARCHAR) as ${identifier(name)}`);
  if (needsRowNumber(source)) columns.push("cast(null as BIGINT) as row");
  for (const name of source.fill_down) {
    if (!names.includes(name))
      throw new UserError(`ingest: ${file.name}: unknown column "${name}" (sources.${sourceName}.fill_down)`);
  }
  for (const [key, sql] of sqlTexts(source)) {
    try {
      await warehouse.run(`select (${sql}) from (select ${columns.join(", ")}) as file limit 0`);
    } catch (error) {
      throw new UserError(`config: sources.${sourceName}.${key}: ${messageOf(error).split("\n")[0]} (in ${file.name})`);
    }
  }
}
