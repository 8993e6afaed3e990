import {BIGINT, DOUBLE, VARCHAR} from "@duckdb/node-api";
import {appendColumns} from "../../warehouse/appendColumns.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import {judgeOf} from "./judge.ts";
import type {Language} from "./language.ts";
import {mask} from "./masking/mask.ts";
import {knownNames} from "./masking/names.ts";
import type {ModelLanguage} from "./sentimentModel.ts";
import {slicesOf} from "./slices.ts";

/**
 * Makes text_judged (text_number, score, sentiment, sentiment_by, masked, masks), temporary, of every text of int_text by the models of
 * int_sentiment_model; `names` are masked wherever they stand. Memory holds one slice.
 */
export async function judgeTexts(warehouse: Warehouse, names: readonly string[]): Promise<void> {
  await warehouse.run(`create or replace temp table text_judged
    (text_number bigint, score double, sentiment varchar, sentiment_by varchar, masked varchar, masks bigint)`);
  const models = await warehouse.rows<{language: ModelLanguage; model: string | null; pooled: string}>(
    "select language, model, pooled from int_sentiment_model"
  );
  const judge = judgeOf(models, JSON.parse(models[0]?.pooled ?? "[]") as Language[]);
  const known = [knownNames(names)];
  for (const {from, to} of await slicesOf(warehouse, "int_text", "said")) {
    const rows = await warehouse.rows<{text_number: number; language: Language; tokens: string; said: string}>(
      `select text_number, language, tokens, said from int_text
       where text_number between ${from} and ${to} order by text_number`
    );
    const judged = judge(rows.map(({language, tokens}) => ({language, tokens: tokens.split(" ")})));
    const masked = rows.map(({said, language}) => mask(said, known, maskLanguage(language)));
    await appendColumns(
      warehouse,
      "text_judged",
      [BIGINT, DOUBLE, VARCHAR, VARCHAR, VARCHAR, BIGINT],
      [
        rows.map((row) => BigInt(row.text_number)),
        judged.map(({score}) => score),
        judged.map(({sentiment}) => sentiment),
        judged.map(({by}) => by),
        masked.map(({text}) => text),
        masked.map(({masks}) => BigInt(masks))
      ]
    );
  }
}

/** The language in which a mask says what it hides. */
export const maskLanguage = (language: Language): "en" | "zh" => (language === "zh" ? "zh" : "en");
