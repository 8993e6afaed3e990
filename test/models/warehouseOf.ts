import {identitySchema} from "../../ingest/identityConfig.ts";
import {identitySettings} from "../../models/identity/settings.ts";
import {rawRelations} from "../../ingest/contracts/kinds.ts";
import {ledgerInputs} from "../../ingest/ledgerRelations.ts";
import {createRows, inBuildOrder} from "../../models/compile.ts";
import {models} from "../../models/index.ts";
import type {Model, Relation} from "../../models/model.ts";
import type {Settings} from "../../models/settings.ts";
import {columnsOf} from "../../warehouse/columns.ts";
import {emptyTableSql} from "../../warehouse/ddl.ts";
import {Warehouse} from "../../warehouse/warehouse.ts";
import {usualGrowth} from "./growth.ts";
import {usual} from "./retention.ts";
import {usualService} from "./service.ts";

export const settings: Settings = {
  zone: "UTC",
  currency: "GBP",
  asOf: null,
  pseudonymKey: "test",
  ...usual,
  ...usualService,
  ...usualGrowth,
  rfm: {...usual.rfm, windowDays: null},
  churn: {...usual.churn, snapshots: 12},
  identity: identitySettings(identitySchema.parse({}), "GBP")
};

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a cell holds whatever the test asks for
type Row = Record<string, any>;
type Given = Record<string, unknown>;

/** Raw tables in memory, filled by SQL, with every model that the asked ones need built on them. */
export class ModelledWarehouse {
  private constructor(readonly warehouse: Warehouse) {}

  /** `fill` inserts into raw_customers, raw_orders, …, ledger_loads; `asked` defaults to every model. */
  static async of(
    fill: readonly string[],
    changes: Partial<Settings> = {},
    asked: readonly Relation[] = models
  ): Promise<ModelledWarehouse> {
    const warehouse = await Warehouse.open(":memory:");
    for (const relation of [...rawRelations, ...ledgerInputs]) await warehouse.run(emptyTableSql(relation));
    for (const sql of fill) await warehouse.run(sql);
    for (const model of inBuildOrder(asked as readonly Model[])) {
      try {
        await createRows(model, {warehouse, settings: {...settings, ...changes}, table: `"${model.name}"`});
      } catch (error) {
        throw new Error(`${model.name}: ${String(error)}`, {cause: error});
      }
    }
    return new ModelledWarehouse(warehouse);
  }

  /** Rows with counts and amounts as plain numbers and days as ISO text. */
  async rows(sql: string): Promise<Row[]> {
    const reader = await this.warehouse.connection.runAndReadAll(sql);
    const days = new Set(reader.columnNames().filter((_, i) => String(reader.columnTypes()[i]) === "DATE"));
    return reader
      .getRowObjectsJS()
      .map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value, days.has(name))]))
      );
  }

  async row(sql: string): Promise<Row> {
    return (await this.rows(sql))[0]!;
  }
}

const plain = (value: unknown, isDay: boolean): unknown =>
  typeof value === "bigint" ? Number(value) : value instanceof Date && isDay ? value.toISOString().slice(0, 10) : value;

/** SQL that inserts rows, of which a test names only the columns that matter; load, its rank and row number are given unless named. */
export function insert(relation: Relation, rows: readonly Given[], load = "000001"): string {
  const known = new Set(columnsOf(relation.columns).map(({name}) => name));
  const names = [...new Set(rows.flatMap(Object.keys)), "load_id", "load_rank", "load_row"].filter(
    (name, i, all) => all.indexOf(name) === i
  );
  for (const name of names) if (!known.has(name)) throw new Error(`unknown column ${name} of ${relation.name}`);
  const tuples = rows.map((row, i) => {
    const whole: Given = {load_id: load, load_rank: Number(load), load_row: i + 1, ...row};
    return `(${names.map((name) => literal(whole[name])).join(", ")})`;
  });
  return `insert into ${relation.name} (${names.join(", ")}) values ${tuples.join(", ")}`;
}

const literal = (value: unknown): string =>
  value == null ? "null" : typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value);
