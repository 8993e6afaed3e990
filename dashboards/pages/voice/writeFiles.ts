import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {martVerbatim} from "../../../models/marts/mart_verbatim.ts";
import type {Warehouse} from "../../../warehouse/warehouse.ts";
import {readMart} from "../../readMart.ts";
import {folderName, textsFile} from "./files.ts";
import type {VerbatimRow} from "./rows.ts";
import {byValue, pack, saidOf} from "./said.ts";

/** Writes the newest texts, which filters in the browser look through. */
export async function writeFiles(warehouse: Warehouse, data: string): Promise<void> {
  const rows = (await readMart(warehouse)(martVerbatim)) as VerbatimRow[];
  const folder = join(data, folderName);
  await mkdir(folder, {recursive: true});
  await writeFile(join(folder, textsFile), JSON.stringify(byValue(rows.map(saidOf)).map(pack)));
}
