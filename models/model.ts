import type {Compilable, Expression, Kysely} from "kysely";
import type {z} from "zod";
import type {Relation, RowOf} from "../warehouse/relation.ts";
import type {Warehouse} from "../warehouse/warehouse.ts";
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
  /** The rows as one statement for every engine; a model has this or a procedure. */
  readonly query?: (db: Kysely<any>, settings: Settings) => Compilable & Expression<any>;
  readonly procedure?: Procedure;
}

/** How rows come about that no single statement can say: several steps on the embedded engine, which other engines take over as data. */
export interface Procedure {
  /** What, besides the inputs, decides the rows: part of the identity of what is built. */
  version: (settings: Settings) => unknown;
  /** What the warehouse keeps from build to build that decides the rows, as text; "" where there is none. */
  state?: (warehouse: Warehouse) => Promise<string>;
  /** Creates the table, in its last statement, with the declared columns in their order. Throws a UserError where it cannot. */
  make: (step: Step) => Promise<void>;
}

/** One run of a procedure: inputs are read by their names, `table` is the quoted name to create. */
export interface Step {
  warehouse: Warehouse;
  settings: Settings;
  table: string;
}

/**
 * Declares one relation of the warehouse: contract, grain, documentation and query.
 *
 * Imports are the dependency graph. The query must produce every declared column with its declared nullability, or it does
 * not compile; the build checks contract and grain again on the rows.
 */
export function model<const Name extends string, const From extends readonly Relation[], Shape extends z.ZodRawShape>(
  declaration: {
    name: Name;
    title: {en: string; zh: string};
    from: From;
    grain: readonly (keyof Shape & string)[];
    shard?: keyof Shape & string;
    columns: z.ZodObject<Shape>;
  } & (
    | {
        query: (
          db: Kysely<Database<From>>,
          settings: Settings
        ) => Compilable<z.infer<z.ZodObject<Shape>>> & Expression<z.infer<z.ZodObject<Shape>>>;
      }
    | {procedure: Procedure}
  )
): Model<Name, Shape> {
  return declaration as unknown as Model<Name, Shape>;
}

export const isModel = (relation: Relation): relation is Model => "from" in relation;
