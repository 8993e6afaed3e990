import {createHash} from "node:crypto";
import {BIGINT, VARCHAR} from "@duckdb/node-api";
import {appendColumns} from "../../warehouse/appendColumns.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import {openReader} from "./reader.ts";
import {slicesOf} from "./slices.ts";
import {isWordToken} from "./tokens.ts";

/**
 * Makes text_read (text_number, plain, same_key, language, words, tokens), temporary, of text_said (text_number from 1 on without gaps, said).
 * Memory holds one slice.
 */
export async function readTexts(warehouse: Warehouse): Promise<void> {
  await warehouse.run(`create or replace temp table text_read
    (text_number bigint, plain varchar, same_key varchar, language varchar, words bigint, tokens varchar)`);
  const slices = await slicesOf(warehouse, "text_said", "said");
  if (!slices.length) return;
  const read = await openReader();
  for (const {from, to} of slices) {
    const said = await warehouse.rows<{text_number: number; said: string}>(
      `select text_number, said from text_said where text_number between ${from} and ${to} order by text_number`
    );
    const texts = said.map((row) => read(row.said));
    await appendColumns(
      warehouse,
      "text_read",
      [BIGINT, VARCHAR, VARCHAR, VARCHAR, BIGINT, VARCHAR],
      [
        said.map((row) => BigInt(row.text_number)),
        texts.map(({plain}) => plain),
        texts.map(({same, plain}) => md5(same || plain)),
        texts.map(({language}) => language),
        texts.map(({tokens}) => BigInt(tokens.filter(isWordToken).length)),
        texts.map(({tokens}) => tokens.join(" "))
      ]
    );
  }
}

const md5 = (text: string): string => createHash("md5").update(text).digest("hex");
