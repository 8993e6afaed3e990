import type {Kysely, SelectQueryBuilder} from "kysely";
import {duckdb} from "../warehouse/compiler.ts";
import {columnsOf} from "../warehouse/columns.ts";
import {createSliced} from "./createSliced.ts";
import {isModel, type Model, type Relation, type Step} from "./model.ts";
import type {Settings} from "./settings.ts";
import {toType} from "./sql.ts";

/** The model's query, cast to its contract and in its order of columns. Throws where the model is made by a procedure. */
export function selectSql(model: Model, settings: Settings, engine: Kysely<any> = duckdb): string {
  if (!model.query) throw new Error(`invalid model ${model.name}: it has no query`);
  const query = model.query(engine, settings) as unknown as SelectQueryBuilder<any, any, any>;
  return engine
    .selectFrom(query.as("query"))
    .select(({ref}) => columnsOf(model.columns).map(({name, sql}) => toType(ref(name), sql).as(name)))
    .compile().sql;
}

/** All models that the given ones need, themselves included, inputs first; a stable order. Throws on a cycle. */
export function inBuildOrder(models: readonly Model[]): Model[] {
  const done = new Set<Model>();
  const open = new Set<Model>();
  const visit = (relation: Relation): void => {
    if (!isModel(relation) || done.has(relation)) return;
    if (open.has(relation)) throw new Error(`invalid model ${relation.name}: it depends on itself`);
    open.add(relation);
    relation.from.forEach(visit);
    open.delete(relation);
    done.add(relation);
  };
  models.forEach(visit);
  return [...done];
}

/**
 * Creates a table with the model's rows; `table` is a quoted name. What is local to a customer comes in slices where the base is large: as
 * many as `slices` says, else as the memory asks for.
 */
export async function createRows(model: Model, {warehouse, settings, table, slices}: Step & {slices?: number}) {
  if (model.procedure) return model.procedure.make({warehouse, settings, table});
  const sql = selectSql(model, settings);
  if (model.shard) return createSliced(model, sql, {warehouse, table, slices});
  await warehouse.run(`create table if not exists ${table} as ${sql}`);
}
