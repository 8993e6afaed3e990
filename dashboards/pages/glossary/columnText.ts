import type {Column} from "../../../warehouse/columns.ts";
import type {Locale} from "../../format/locale.ts";
import {privacyWords, typeWords} from "./typeWords.ts";

/** A column in one line: what it means, then type, privacy class, and whether it may be empty. */
export function columnText(column: Column, {lang, t}: Pick<Locale, "lang" | "t">): string {
  const facts = [
    typeWords(column, {lang, t}),
    privacyWords(column, {lang, t}),
    column.nullable ? t("may be empty", "可为空") : undefined
  ].filter((fact) => fact !== undefined);
  return lang === "zh" ? `${column.zh}（${facts.join("；")}）` : `${column.en} (${facts.join("; ")})`;
}
