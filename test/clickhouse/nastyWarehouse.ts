import {fileURLToPath} from "node:url";
import {rawRelations} from "../../ingest/contracts/kinds.ts";
import {ledgerInputs} from "../../ingest/ledgerRelations.ts";
import {openProject} from "../../ingest/project.ts";
import {createRows, inBuildOrder} from "../../models/compile.ts";
import {models} from "../../models/index.ts";
import type {Model} from "../../models/model.ts";
import type {Settings} from "../../models/settings.ts";
import {settingsOf} from "../../models/settingsOf.ts";
import {emptyTableSql} from "../../warehouse/ddl.ts";
import {Warehouse} from "../../warehouse/warehouse.ts";
import {nastyCompany} from "./nastyCompany.ts";

export interface Nasty {
  seed: number;
  zone: string;
  /** ISO 8601 in UTC; null: the last event. */
  asOf: string | null;
}

/** Every model over a nasty company in memory, with the settings of the sample, whose audiences, targets and tiers have something to do. */
export async function nastyWarehouse({seed, zone, asOf}: Nasty): Promise<{warehouse: Warehouse; settings: Settings}> {
  const sample = settingsOf(await openProject(fileURLToPath(new URL("../..", import.meta.url))));
  const settings = {...sample, zone, asOf};
  const warehouse = await Warehouse.open(":memory:");
  for (const relation of [...rawRelations, ...ledgerInputs]) await warehouse.run(emptyTableSql(relation));
  for (const sql of nastyCompany(seed)) await warehouse.run(sql);
  for (const model of inBuildOrder(models as readonly Model[]))
    await createRows(model, {warehouse, settings, table: `"${model.name}"`});
  return {warehouse, settings};
}
