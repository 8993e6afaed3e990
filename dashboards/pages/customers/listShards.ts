import {tableToIPC} from "apache-arrow";
import {martCustomer360} from "../../../models/marts/mart_customer_360.ts";
import type {Warehouse} from "../../../warehouse/warehouse.ts";
import {publishedSql} from "../../publishedColumns.ts";
import {contentFile} from "./contentFile.ts";
import {listSql} from "./listSql.ts";
import {listTable, type ListRow, type Vocabulary} from "./listTable.ts";
import {mostWords, otherWord, wordColumns, type Manifest, type WordColumn} from "./shape.ts";

/** Customers of a shard: under 250 KB also on a host that does not compress. Names and addresses take as much again. */
const shardRows = (personal: readonly string[]): number => (personal.length > 0 ? 1_750 : 3_500);

const source: Record<WordColumn, string> = {
  segment: "segment",
  abc: "abc_class",
  band: "risk_band",
  stage: "stage",
  party: "party",
  channel: "acquisition_channel",
  country: "country"
};

/** The most frequent words of every word column over all customers, so that a code means the same in every shard. */
export async function vocabulary(warehouse: Warehouse): Promise<Vocabulary> {
  const entries = wordColumns.map(async (column) => {
    const rows = await warehouse.rows<{word: string}>(
      `select ${source[column]} as word from ${publishedSql(martCustomer360)} where word is not null
       group by word order by count(*) desc, word limit ${mostWords + 1}`
    );
    const words = rows.slice(0, mostWords).map(({word}) => word);
    return [column, ["", ...words, ...(rows.length > mostWords ? [otherWord] : [])]] as [string, string[]];
  });
  return Object.fromEntries(await Promise.all(entries)) as unknown as Vocabulary;
}

/** The words that a page can offer to choose from: those of open sets that stand for themselves. */
export const offered = (words: Vocabulary): Manifest["words"] => {
  const named = (column: WordColumn) => words[column].filter((word) => word !== "" && word !== otherWord);
  return {channel: named("channel"), country: named("country")};
};

/** Writes the list into Arrow shards, most valuable customers first. Memory holds one batch and one shard. */
export async function listShards(
  warehouse: Warehouse,
  folder: string,
  personal: readonly string[],
  words: Vocabulary
): Promise<Manifest["lists"]> {
  const span = await warehouse.row<{months: number}>(
    "select coalesce(date_diff('month', min(first_order_on), max(last_order_on)), 0) + 1 as months from mart_customer_360"
  );
  const most = shardRows(personal);
  const shards: Manifest["lists"] = [];
  let rows: ListRow[] = [];
  const close = async () => {
    if (rows.length === 0) return;
    const contents = tableToIPC(listTable(rows, words, span.months, personal), "stream");
    shards.push({customers: rows.length, file: await contentFile(folder, "list", "arrow", contents)});
    rows = [];
  };
  for await (const batch of warehouse.batches<ListRow>(listSql(personal))) {
    for (const row of batch) {
      rows.push(row);
      if (rows.length === most) await close();
    }
  }
  await close();
  return shards;
}
