import type {Compilable, Expression, Kysely} from "kysely";
import type {z} from "zod";
import type {Relation, RowOf} from "../warehouse/relation.ts";
import type {Settings} from "./settings.ts";

export type {Relation, RowOf};

/** The tables that a model sees: exactly those it names in `from`. */
export type Database<From extends readonly Relation[]> = {[R in From[number] as R["name"]]: RowOf<R>};

export interface Model<Name extends string = string, Shape extends z.ZodRawShape = z.ZodRawShape> extends Relation<
  Name,
  Shape
> {
  readonly from: readonly Relation[];
  /** Local to a customer: may be built slice by slice and shard by shard. */
  readonly shard?: string;
  readonly query: (db: Kysely<any>, settings: Settings) => Compilable & Expression<any>;
}

/**
 * Declares one relation of the warehouse: contract, grain, documentation and query.
 *
 * Imports are the dependency graph. The query must produce every declared column with its declared nullability, or it does
 * not compile; the build checks contract and grain again on the rows.
 */
export function model<
  const Name extends string,
  const From extends readonly Relation[],
  Shape extends z.ZodRawShape
>(declaration: {
  name: Name;
  title: {en: string; zh: string};
  from: From;
  grain: readonly (keyof Shape & string)[];
  shard?: keyof Shape & string;
  columns: z.ZodObject<Shape>;
  query: (
    db: Kysely<Database<From>>,
    settings: Settings
  ) => Compilable<z.infer<z.ZodObject<Shape>>> & Expression<z.infer<z.ZodObject<Shape>>>;
}): Model<Name, Shape> {
  return declaration as unknown as Model<Name, Shape>;
}

export const isModel = (relation: Relation): relation is Model => "query" in relation;
