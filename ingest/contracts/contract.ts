import type {z} from "zod";
import {columnsOf, count, id, type Column} from "../../warehouse/columns.ts";
import type {Relation} from "../../warehouse/relation.ts";
import type {Codec} from "../codecs/codec.ts";
import {decimalCodec, wholeCodec} from "../codecs/number.ts";
import {dayCodec, instantCodec} from "../codecs/time.ts";
import {currencyCodec, emailCodec, keyCodec, personKeyCodec, personalCodec, textCodec} from "../codecs/text.ts";
import {flagCodec} from "../codecs/flag.ts";

/** A rule over several fields of one row: said in SQL for the engine and in TypeScript for zod. */
export interface RowRule {
  name: string;
  field: string;
  sql: string;
  test: (row: Record<string, unknown>) => boolean;
  reason: string;
}

/** The contract of one kind of export: its fields, what identifies a row, what must hold. */
export interface Contract<Name extends string = string, Shape extends z.ZodRawShape = z.ZodRawShape> {
  kind: Name;
  title: {en: string; zh: string};
  /** The fields as typed columns; a field that may be missing is nullable. */
  fields: z.ZodObject<Shape>;
  /** What identifies a row within a file; empty where nothing does. */
  key: readonly (keyof Shape & string)[];
  /** Header spellings, lower case, that mean a field without any mapping. */
  aliases: Partial<Record<keyof Shape & string, readonly string[]>>;
  /** Codecs of fields whose name or type does not already say how they are written. */
  codecs?: Partial<Record<keyof Shape & string, Codec>>;
  rules?: readonly RowRule[];
  /** The field that says when the row's event happened. */
  event?: keyof Shape & string;
  /** The fields that group rows delivered together: of the deliveries of one group the newest counts, with all of its rows. */
  deliveredWith: readonly (keyof Shape & string)[];
}

export const contract = <const Name extends string, Shape extends z.ZodRawShape>(declaration: Contract<Name, Shape>) =>
  declaration;

const byType: Partial<Record<Column["sql"], Codec>> = {
  varchar: textCodec,
  money: decimalCodec,
  double: decimalCodec,
  bigint: wholeCodec,
  integer: wholeCodec,
  timestamp: instantCodec,
  date: dayCodec,
  boolean: flagCodec
};

const byName: [RegExp, Codec][] = [
  [/^email$/, emailCodec],
  [/^currency$/, currencyCodec],
  [/^(phone|customer_name|given_name|family_name|company|tax_id|birth_date|street|postal_code)$/, personalCodec],
  [/_key$/, personKeyCodec],
  [/_id$/, keyCodec]
];

/** The codec of a field: declared, or by name (`_key`, `_id`, email), or by type. */
export function codecOf(declared: Contract, column: Column): Codec {
  const named = byName.find(([name]) => name.test(column.name))?.[1];
  return declared.codecs?.[column.name] ?? named ?? byType[column.sql]!;
}

/** The columns that ingest adds to every raw row. */
const provenance = {
  load_id: id(
    "The load that brought the row; later loads have greater numbers.",
    "带来该行的载入批次；批次越晚编号越大。",
    "public"
  ),
  load_rank: count(
    "Precedence of the load: of several deliveries of one thing the greatest counts.",
    "载入的优先级：同一对象多次交付时以最大者为准。"
  ),
  load_row: count("Position of the row in its file, from 1.", "该行在文件中的位置，从 1 开始。")
};

/** The raw table that ingest fills for a contract. */
export const rawOf = <Name extends string, Shape extends z.ZodRawShape>(declared: Contract<Name, Shape>) =>
  ({
    name: `raw_${declared.kind}` as `raw_${Name}`,
    title: declared.title,
    columns: declared.fields.extend(provenance),
    grain: ["load_id", "load_row"]
  }) as unknown as Relation<`raw_${Name}`, Shape & typeof provenance>;

export const fieldsOf = (declared: Contract): Column[] => columnsOf(declared.fields);
