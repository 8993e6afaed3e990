import type {z} from "zod";
import {rawOf, type RowRule} from "../../ingest/contracts/contract.ts";
import {contractOf, kindNames} from "../../ingest/contracts/kinds.ts";
import {notBefore, notNegative} from "../../ingest/contracts/rules.ts";
import {ledgerInputs} from "../../ingest/ledgerRelations.ts";
import {columnsOf, type Column} from "../../warehouse/columns.ts";
import type {Relation} from "../../warehouse/relation.ts";
import {dice} from "../models/randomCompany.ts";
import {amounts, instant, reals, texts, wholes, words} from "./nastyValues.ts";

type Row = Record<string, unknown>;
interface Dice {
  upTo: (n: number) => number;
  oneOf: <T>(values: readonly T[]) => T;
}

/** What exports may say and contracts of models refuse. */
const alsoHold: Record<string, readonly RowRule[]> = {
  tickets: [notBefore("first_replied_at", "opened_at", ""), notNegative("first_reply_minutes", "")]
};

/**
 * SQL that delivers a company of which nothing is known but the contracts: every kind of export in two deliveries that overlap, every column
 * that may be null null in one row of five, keys that refer to each other or to nothing. Holds every rule that ingest enforces.
 */
export function nastyCompany(seed: number, size = 80): string[] {
  const roll = dice(seed);
  const upTo = (n: number) => Math.floor(roll() * n);
  const some: Dice = {upTo, oneOf: (values) => values[upTo(values.length)]!};
  const fill = (relation: Relation, n: number, {key, rules = [], load}: Delivery) =>
    insertSql(
      relation,
      Array.from({length: n}, (_, i) => {
        for (;;) {
          const row = rowOf(relation, some, size);
          if (key !== undefined) row[key] = keyOf(key, i);
          if (load !== undefined)
            Object.assign(row, {load_id: String(load).padStart(6, "0"), load_rank: load, load_row: i + 1});
          if (rules.every(({test}) => test(row))) return row;
        }
      })
    );
  const raw = kindNames.flatMap((kind) => {
    const {key, rules: own = []} = contractOf(kind);
    const rules = [...own, ...(alsoHold[kind] ?? [])];
    const relation = rawOf(contractOf(kind)) as unknown as Relation;
    const id = key.length === 1 ? key[0] : undefined;
    return [2 * size, size >> 1].map((n, i) => fill(relation, n, {key: id, rules, load: i + 1}));
  });
  const [loads, members] = ledgerInputs;
  return [...raw, fill(loads, kindNames.length, {key: "load_id"}), fill(members, size, {})];
}

interface Delivery {
  key?: string;
  rules?: readonly RowRule[];
  load?: number;
}

function insertSql({name, columns}: Relation, rows: readonly Row[]): string {
  const names = columnsOf(columns).map(({name}) => name);
  const tuples = rows.map((row) => `(${names.map((name) => literal(row[name])).join(", ")})`);
  return `insert into ${name} (${names.join(", ")}) values ${tuples.join(", ")}`;
}

const literal = (value: unknown): string =>
  value == null ? "null" : typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value);

/** Keys of which every third has what must be escaped somewhere. */
function keyOf(name: string, i: number): string {
  if (name === "load_id") return String(i + 1).padStart(6, "0");
  return `${name[0]}${i}${["", "", "'", "\\", "漢", " x", "É"][i % 7]}`;
}

const rowOf = (relation: Relation, some: Dice, size: number): Row =>
  Object.fromEntries(
    columnsOf(relation.columns).map((column) => [
      column.name,
      column.nullable && some.upTo(5) === 0 ? null : valueOf(column, some, size)
    ])
  );

function valueOf({name, sql, schema}: Column, {upTo, oneOf}: Dice, size: number): unknown {
  const options = (schema as z.ZodType & {options?: readonly string[]}).options;
  if (options) return oneOf(options);
  const valid = (values: readonly number[]) => oneOf(values.filter((value) => schema.safeParse(value).success));
  switch (sql) {
    case "boolean":
      return upTo(2) === 0;
    case "timestamp":
      return instant(upTo);
    case "date":
      return instant(upTo).slice(0, 10);
    case "money":
      return oneOf(amounts);
    case "double":
      return valid(reals);
    case "bigint":
    case "integer":
      return valid(wholes);
    case "varchar":
      return textOf(name, {upTo, oneOf}, size);
  }
}

function textOf(name: string, {upTo, oneOf}: Dice, size: number): string {
  if (name === "currency") return "GBP";
  if (name === "email") return `${oneOf(["", "o'", "é"])}${upTo(size)}@example.com`;
  if (name === "customer_id") return `C-${(upTo(256) * 257).toString(16).toUpperCase().padStart(4, "0")}`;
  // Few customers have much, most have little.
  if (name === "customer_key") return keyOf(name, Math.floor(size * (upTo(1000) / 1000) ** 2));
  if (/_(id|key)$/.test(name)) return keyOf(name, upTo(2 * size));
  return upTo(6) ? oneOf(words[name] ?? texts) : oneOf(texts);
}
