import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {martAttributeSegment} from "../../../models/marts/mart_attribute_segment.ts";
import {martPersonaCustomer} from "../../../models/marts/mart_persona_customer.ts";
import type {Warehouse} from "../../../warehouse/warehouse.ts";
import {asOfDay, writeMartCsv} from "../../martCsv.ts";
import type {Publish} from "../../page.ts";
import {readMart} from "../../readMart.ts";
import {withheldParts} from "../../withheld.ts";
import {attributesCsv} from "./attributesCsv.ts";
import {attributeFile, customerFile, folderName} from "./files.ts";
import type {AttributeRow} from "./rows.ts";

/** Writes the customers of each persona that may be shown, the typical ones first, and the attributes, one CSV file each. */
export async function writeFiles(warehouse: Warehouse, folder: string, {minCell}: Publish): Promise<void> {
  const [known] = await warehouse.rows("select as_of_on from int_as_of");
  if (!known) return;
  const asOf = await asOfDay(warehouse);
  const personas = await warehouse.rows<{persona: number; customers: number}>(
    "select persona::integer as persona, count(*)::integer as customers from mart_persona_customer group by all order by all"
  );
  const withheld = withheldParts(
    personas.map(({customers}) => customers),
    minCell
  );
  for (const [i, {persona}] of personas.entries())
    if (!withheld[i])
      await writeMartCsv(warehouse, martPersonaCustomer, {
        file: join(folder, folderName, customerFile(persona, asOf)),
        asOf,
        rest: `where persona = ${persona} order by place`
      });
  const rows = (await readMart(warehouse)(martAttributeSegment)) as unknown as AttributeRow[];
  await mkdir(join(folder, folderName), {recursive: true});
  await writeFile(join(folder, folderName, attributeFile(asOf)), attributesCsv(rows, {asOf, minCell}));
}
