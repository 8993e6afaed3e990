import {z} from "zod";
import {rawOf, type Contract} from "../../ingest/contracts/contract.ts";
import * as c from "../../warehouse/columns.ts";

export type Instants<Shape> = keyof Shape & `${string}_at`;
type DayOf<Instant> = Instant extends `${infer Stem}_at` ? `${Stem}_on` : never;
type Known<Field> = Field extends z.ZodNullable<infer Inner> ? Inner : Field;
type Fields<Shape, Filled> = {
  [K in Exclude<keyof Shape, "currency">]: K extends Filled ? Known<Shape[K]> : Shape[K];
};
type Days<Shape, Day extends keyof Shape> = {
  [K in Day as DayOf<K>]: Shape[K] extends z.ZodNullable ? z.ZodNullable<z.ZodDate> : z.ZodDate;
};

/** The columns of a staged kind. */
export type StagedShape<Shape, Day extends keyof Shape, Filled> = Fields<Shape, Filled> & Days<Shape, Day>;

export const dayOf = (instant: string): string => instant.replace(/_at$/, "_on");

/** The fields that staging takes over: all but `currency`, which is the company's in every row. */
export const fieldNames = (declared: Contract): string[] =>
  Object.keys(declared.fields.shape).filter((name) => name !== "currency");

/** What tells delivered rows apart where they have no key. */
export const position = ["load_id", "load_row"] as const;

export const hasKey = (declared: Contract): boolean => declared.key.length > 0;

/** The contract's fields, each with the business day of it where asked for; the load's position first where rows have no key. */
export function stagedColumns(
  declared: Contract,
  days: readonly string[],
  filled: readonly string[]
): z.ZodObject<z.ZodRawShape> {
  const raw = rawOf(declared).columns.shape as z.ZodRawShape;
  const shape: Record<string, z.ZodType> = {};
  if (!hasKey(declared)) for (const name of position) shape[name] = raw[name] as z.ZodType;
  for (const name of fieldNames(declared)) {
    const field = raw[name] as z.ZodType;
    const inner = field instanceof z.ZodNullable ? (field.unwrap() as z.ZodType) : undefined;
    shape[name] = filled.includes(name) ? (inner ?? field) : field;
    if (!days.includes(name)) continue;
    const day = c.day(`Business day of ${name}.`, `${name} 的业务日期。`);
    shape[dayOf(name)] = inner ? day.nullable() : day;
  }
  return z.strictObject(shape);
}
