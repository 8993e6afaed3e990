import type {Kysely} from "kysely";
import {duckdb} from "../warehouse/compiler.ts";
import {duckdbTypes} from "../warehouse/types.ts";
import {columnsOf} from "../warehouse/columns.ts";
import {isModel, type Model, type Relation} from "./model.ts";
import type {Settings} from "./settings.ts";

/** The model's query, cast to its contract and in its order of columns. */
export function selectSql(model: Model, settings: Settings, engine: Kysely<any> = duckdb): string {
  const {sql} = model.query(engine, settings).compile();
  const casts = columnsOf(model.columns).map(({name, sql}) => `cast("${name}" as ${duckdbTypes[sql]}) as "${name}"`);
  return `select ${casts.join(", ")} from (${sql}) as "query"`;
}

export {emptyTableSql} from "../warehouse/ddl.ts";

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
