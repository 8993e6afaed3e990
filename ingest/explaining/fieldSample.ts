import type {Column, SqlType} from "../../warehouse/columns.ts";
import type {Origin} from "../loading/mapping.ts";
import type {Source} from "../source.ts";
import {isPersonalHeader, looksPersonal, masked} from "./mask.ts";

/** A row as loading makes it: its typed fields, what is wrong with it, and the rule that sets it aside. */
export type Row = Record<string, unknown> & {problems: number; rule: number};

/** Where a field comes from, and what it holds in the first row that has it. Personal values are masked. */
export interface FieldSample {
  field: string;
  type: string;
  by: "header" | "sql" | "fixed";
  from: string;
  example: string | null;
}

const words: Record<SqlType, string> = {
  varchar: "text",
  boolean: "flag",
  integer: "number",
  bigint: "number",
  double: "number",
  money: "amount",
  date: "day",
  timestamp: "time"
};

/** What a field holds, in a word. */
export const typeWord = ({name, sql}: Column): string => (/(_id|_key)$/.test(name) ? "key" : words[sql]);

/** Says where a field comes from, and finds its first value, in rows that count before others. */
export function fieldSample({field, header}: Origin, source: Source, rows: readonly Row[]): FieldSample {
  const {name} = field;
  const counted = rows.find((row) => row[name] !== null && row.rule === 0) ?? rows.find((row) => row[name] !== null);
  const text = counted && shown(counted[name], field.sql);
  const type = typeWord(field);
  const origin: Pick<FieldSample, "by" | "from"> =
    name in source.fixed
      ? {by: "fixed", from: String(source.fixed[name])}
      : header === null
        ? {by: "sql", from: sqlOf(name, source).replace(/\s+/g, " ").trim()}
        : {by: "header", from: header};
  const named = name === "customer_key" && header !== null && isPersonalHeader(header);
  const isPersonal = field.privacy === "personal" || named || (text !== undefined && looksPersonal(text));
  return {
    field: name,
    type,
    ...origin,
    example: text === undefined ? null : isPersonal && origin.by !== "fixed" ? masked(text) : text
  };
}

const sqlOf = (field: string, {derive, cancelled, returned}: Source): string =>
  (field === "is_cancelled" ? cancelled : field === "is_return" ? returned : undefined) ?? derive[field] ?? "";

function shown(value: unknown, type: SqlType): string {
  if (value instanceof Date) {
    const text = value
      .toISOString()
      .replace("T", " ")
      .replace(/\.000Z$|Z$/, "");
    return type === "date" ? text.slice(0, 10) : text;
  }
  return typeof value === "boolean" ? (value ? "yes" : "no") : String(value).replace(/\s+/g, " ");
}
