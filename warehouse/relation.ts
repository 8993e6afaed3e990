import type {z} from "zod";

/** Anything that holds rows under a contract: a raw table of an export kind, or a model. */
export interface Relation<Name extends string = string, Shape extends z.ZodRawShape = z.ZodRawShape> {
  readonly name: Name;
  /** One sentence ending in the grain, per language. */
  readonly title: {en: string; zh: string};
  readonly columns: z.ZodObject<Shape>;
  readonly grain: readonly string[];
}

export type RowOf<R extends {columns: z.ZodObject}> = z.infer<R["columns"]>;
