import {z} from "zod";

/** Column types that every engine must hold; `types.ts` spells them. */
export type SqlType = "varchar" | "boolean" | "integer" | "bigint" | "double" | "money" | "date" | "timestamp";

/** Who may see a column: everybody, everybody under a pseudonym, or only whom the operator names in the config. */
export type Privacy = "public" | "pseudonymous" | "personal";

/** What a column means, in both languages of the site, with its storage type, unit and privacy class. */
export interface ColumnMeaning {
  sql: SqlType;
  unit?: string;
  en: string;
  zh: string;
  privacy: Privacy;
}

export const meanings = z.registry<ColumnMeaning>();

type Describe<Z> = (en: string, zh: string, privacy?: Privacy) => Z;

const column =
  <Z extends z.ZodType>(schema: () => Z, sql: SqlType, unit?: string, usual: Privacy = "public"): Describe<Z> =>
  (en, zh, privacy = usual) => {
    const declared = schema();
    meanings.add(declared, {sql, unit, en, zh, privacy});
    return declared;
  };

/** A key: text, pseudonymous unless said otherwise. */
export const id = column(() => z.string().min(1), "varchar", undefined, "pseudonymous");
/** Text for people. */
export const text = column(() => z.string(), "varchar");
/** True or false. */
export const flag = column(() => z.boolean(), "boolean");
/** How many: a whole number, never negative. */
export const count = column(() => z.int().nonnegative(), "bigint");
/** A whole number of either sign. */
export const integer = column(() => z.int(), "bigint");
/** A real number of either sign. */
export const number = column(() => z.number(), "double");
/** Whole days. */
export const wholeDays = column(() => z.int(), "bigint", "days");
/** Days, with fractions. */
export const days = column(() => z.number(), "double", "days");
/** Elapsed hours, with fractions. */
export const hours = column(() => z.number().nonnegative(), "double", "hours");
/** Minutes, elapsed or within working hours, with fractions. */
export const minutes = column(() => z.number().nonnegative(), "double", "minutes");
/** An amount in the company's currency, exact to four decimals. */
export const money = column(() => z.number(), "money", "currency");
/** A share in [0, 1]. */
export const share = column(() => z.number().min(0).max(1), "double", "share");
/** A score from 1 (worst) to 5 (best). */
export const score = column(() => z.int().min(1).max(5), "integer", "score 1–5");
/** A UTC instant. */
export const instant = column(() => z.date(), "timestamp", "UTC");
/** A business day in the company's zone. */
export const day = column(() => z.date(), "date", "day");
/** The first day of a calendar month in the company's zone. */
export const month = column(() => z.date(), "date", "month");

/** One of a fixed list of words. */
export const oneOf = <const V extends readonly [string, ...string[]]>(values: V, en: string, zh: string) =>
  column(() => z.enum(values), "varchar")(en, zh);

/** A column as the contract declares it: name, meaning, whether it may be null, and its schema without the null. */
export interface Column extends ColumnMeaning {
  name: string;
  nullable: boolean;
  schema: z.ZodType;
}

/** The columns of a contract, in order. Throws where a column was declared without a meaning. */
export function columnsOf(contract: z.ZodObject): Column[] {
  return Object.entries(contract.shape).map(([name, declared]) => {
    let schema = declared as z.ZodType;
    let nullable = false;
    while (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) {
      nullable = true;
      schema = schema.unwrap() as z.ZodType;
    }
    const meaning = meanings.get(schema);
    if (!meaning)
      throw new Error(`missing meaning: column ${name}; declare it with a function of warehouse/columns.ts`);
    return {name, nullable, schema, ...meaning};
  });
}
