import type {Contract} from "../../../ingest/contracts/contract.ts";
import type {Column} from "../../../warehouse/columns.ts";
import {html, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {reasonWords} from "../health/reasonWords.ts";
import {privacyWords, typeWords} from "./typeWords.ts";

/** A field of an export: what it holds, its type, privacy class and whether every row needs it, how files may call it, and when a row is refused. */
export function fieldText(field: Column, {aliases, rules = []}: Contract, c: Context): Html {
  const {lang, t} = c;
  const [comma, semicolon] = lang === "zh" ? ["、", "；"] : [", ", "; "];
  const facts = [
    typeWords(field, c),
    privacyWords(field, c),
    field.nullable ? undefined : t("required", "必需"),
    ...rules
      .filter((rule) => rule.field === field.name)
      .map(({reason}) => reasonWords(reason, c))
      .map((reason) => t(`refused: ${reason}`, `拒绝：${reason}`))
  ].filter((fact) => fact !== undefined);
  const also = (aliases[field.name] ?? []).join(comma);
  const text = lang === "zh" ? `${field.zh}（${facts.join(semicolon)}）` : `${field.en} (${facts.join(semicolon)})`;
  return html`${text} ${also && html`<small>${t(`Also ${also}`, `又名 ${also}`)}</small>`}`;
}
