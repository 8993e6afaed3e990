import {BIGINT, VARCHAR} from "@duckdb/node-api";
import {appendColumns} from "../../warehouse/appendColumns.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import {slicesOf} from "./slices.ts";
import {matcherOf} from "./themeMatcher.ts";

/** Makes text_theme (text_number, theme), temporary, of every text of int_text by the terms of int_theme. Memory holds one slice. */
export async function matchTexts(warehouse: Warehouse): Promise<void> {
  await warehouse.run("create or replace temp table text_theme (text_number bigint, theme varchar)");
  const themes = await warehouse.rows<{theme: string; terms: string}>(
    "select theme, terms from int_theme order by position"
  );
  const match = matcherOf(themes.map(({theme, terms}) => ({theme, terms: JSON.parse(terms) as string[]})));
  for (const {from, to} of await slicesOf(warehouse, "int_text", "said")) {
    const rows = await warehouse.rows<{text_number: number; plain: string; tokens: string}>(
      `select text_number, plain, tokens from int_text where text_number between ${from} and ${to} order by text_number`
    );
    const numbers: bigint[] = [];
    const found: string[] = [];
    for (const {text_number, plain, tokens} of rows) {
      for (const theme of match(plain, tokens.split(" "))) {
        numbers.push(BigInt(text_number));
        found.push(theme);
      }
    }
    await appendColumns(warehouse, "text_theme", [BIGINT, VARCHAR], [numbers, found]);
  }
}
