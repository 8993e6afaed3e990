import {identitySchema} from "../../ingest/identityConfig.ts";
import {identitySettings} from "../../models/identity/settings.ts";
import {selectSql} from "../../models/compile.ts";
import {columnsOf} from "../../warehouse/columns.ts";
import {isModel, type Model, type Relation, type RowOf} from "../../models/model.ts";
import type {Settings} from "../../models/settings.ts";
import {emptyTableSql} from "../../warehouse/ddl.ts";
import {Warehouse} from "../../warehouse/warehouse.ts";
import {usualGrowth} from "./growth.ts";
import {usual} from "./retention.ts";
import {usualService} from "./service.ts";

const settings: Settings = {
  zone: "UTC",
  currency: "GBP",
  asOf: null,
  pseudonymKey: "test",
  ...usual,
  ...usualService,
  ...usualGrowth,
  identity: identitySettings(identitySchema.parse({}), "GBP")
};

/** What a column holds where a test does not say: null where it may, else the plainest value of its type. */
const plain = {
  varchar: "''",
  boolean: "false",
  integer: "0",
  bigint: "0",
  double: "0",
  money: "0",
  date: "'2026-01-01'",
  timestamp: "'2026-01-01'"
};

const literal = (value: unknown): string =>
  value === null
    ? "null"
    : typeof value === "string"
      ? `'${value.replaceAll("'", "''")}'`
      : value instanceof Date
        ? `'${value.toISOString()}'`
        : String(value);

/** One input of a model: a relation and its rows, of which a test names only the columns that matter. */
export type Given = readonly [Relation, readonly Record<string, unknown>[]];

/** Rows of one model over the given inputs on a real engine, in grain order; inputs that are not given are empty. */
export async function askModel<M extends Relation>(
  asked: M,
  given: readonly Given[],
  changes: Partial<Settings> = {}
): Promise<RowOf<M>[]> {
  const model = asked as unknown as Model;
  if (!isModel(model)) throw new Error(`${asked.name} is no model`);
  const warehouse = await Warehouse.open(":memory:");
  try {
    for (const relation of model.from) {
      await warehouse.run(emptyTableSql(relation));
      const columns = columnsOf(relation.columns);
      const rows = given.find(([{name}]) => name === relation.name)?.[1] ?? [];
      for (const row of rows) {
        const cells = columns.map(({name, nullable, sql}) =>
          name in row ? literal(row[name]) : nullable ? "null" : plain[sql]
        );
        await warehouse.run(`insert into "${relation.name}" values (${cells.join(", ")})`);
      }
    }
    const order = model.grain.length ? ` order by ${model.grain.join(", ")}` : "";
    const rows = await warehouse.rows(`select * from (${selectSql(model, {...settings, ...changes})})${order}`);
    return rows.map((row) => model.columns.parse(row)) as RowOf<M>[];
  } finally {
    warehouse.close();
  }
}
