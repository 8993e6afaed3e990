import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import type {Warehouse} from "../../../warehouse/warehouse.ts";
import {locale} from "../../format/locale.ts";
import type {Publish} from "../../page.ts";
import {readMart} from "../../readMart.ts";
import {cardFolder} from "./cardLinks.ts";
import {cardMarkdown} from "./cardMarkdown.ts";
import {cardJson, cardNumbers} from "./cardNumbers.ts";
import {cardRows} from "./cardRows.ts";
import {cardMarts, churnData, type CardData} from "./churnData.ts";
import {evidenceOf} from "./evidence.ts";

/** Writes the model card of this build: `card.json`, and `card-en.md` and `card-zh.md`. Without orders there is none to write, and no link. */
export async function writeCard(warehouse: Warehouse, folder: string, {personal, minCell}: Publish): Promise<void> {
  const read = readMart(warehouse, personal);
  const rows = await Promise.all(cardMarts.map(async (mart) => [mart.name, await read(mart)] as const));
  const data = churnData(Object.fromEntries(rows) as unknown as CardData);
  if (!data.state) return;
  const {as_of_on: asOf} = await warehouse.row<{as_of_on: Date}>("select as_of_on from int_as_of");
  const evidence = evidenceOf(data, minCell);
  const at = join(folder, cardFolder);
  await mkdir(at, {recursive: true});
  await writeFile(join(at, "card.json"), cardJson(cardNumbers(data, evidence, asOf, minCell)));
  for (const lang of ["en", "zh"] as const) {
    // The card tells no money, so its currency is none (ISO 4217 XXX).
    const words = locale(lang, "XXX");
    const text = cardMarkdown(cardRows(data, evidence, minCell, words), evidence, {asOf, minCell}, words);
    await writeFile(join(at, `card-${lang}.md`), text);
  }
}
