import {typedColumns} from "../../warehouse/columnLists.ts";
import {duckdbTypes} from "../../warehouse/types.ts";
import type {Relation} from "../../warehouse/relation.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import {createRows, selectSql} from "../compile.ts";
import {contractFailures} from "../contractChecks.ts";
import type {Model} from "../model.ts";
import type {Settings} from "../settings.ts";
import {brokenContract, type BuiltTable, type Planned, type TableStore} from "./tableStore.ts";

/** What the ledger knows of a model as last published. */
interface Known {
  print: string;
  rows: number;
}

/** Tables in the embedded DuckDB: made in the schema `store`, offered to each other in `next`, read by everybody in `main`. */
export class EmbeddedStore implements TableStore {
  private constructor(
    private readonly warehouse: Warehouse,
    private readonly settings: Settings,
    private readonly known: ReadonlyMap<string, Known>,
    /** Complete tables that are here. */
    private readonly here: Set<string>,
    private readonly slices?: number
  ) {}

  static async begin(warehouse: Warehouse, settings: Settings, slices?: number): Promise<EmbeddedStore> {
    await warehouse.run("drop schema if exists next cascade");
    await warehouse.run("create schema next");
    for (const half of await tablesOf(warehouse, "~(new|part)$")) await warehouse.run(`drop table store."${half}"`);
    const store = new EmbeddedStore(
      warehouse,
      settings,
      await knownModels(warehouse),
      await tablesOf(warehouse),
      slices
    );
    await warehouse.run("set search_path = 'next,main'");
    return store;
  }

  saying = (model: Model): string => selectSql(model, this.settings);

  holds = (planned: Planned): boolean => this.knownRows(planned) !== undefined && this.has(planned.table);

  /** Whether a table, here or elsewhere, is of what was published last. */
  isPublished = (table: string): boolean => {
    const [name, print] = table.split("@") as [string, string];
    return this.known.get(name)?.print === print;
  };

  /** Whether the table is here. */
  has = (table: string): boolean => this.here.has(table);

  /** Rows of what was published with the same content, here or elsewhere. */
  knownRows({model, print}: Planned): number | undefined {
    const known = this.known.get(model.name);
    return known?.print === print ? known.rows : undefined;
  }

  async make({model, table}: Planned): Promise<void> {
    const {warehouse, settings, slices} = this;
    await createRows(model, {warehouse, settings, table: `store."${table}"`, slices});
    const failures = await contractFailures((sql) => warehouse.rows(sql), model, `store."${table}"`);
    this.here.add(table);
    if (!failures.length) return;
    this.here.delete(table);
    await warehouse.run(`drop table store."${table}"`);
    throw brokenContract(model, failures);
  }

  /** Takes over the rows of Parquet files that another engine has written. */
  async take(relation: Relation, table: string, files: readonly string[]): Promise<void> {
    const {name} = relation;
    const list = files.map((file) => `'${file.replaceAll("'", "''")}'`).join(", ");
    await this.warehouse.run(`drop table if exists store."${name}~new"`);
    await this.warehouse.run(
      `create table store."${name}~new" as select ${typedColumns(relation, duckdbTypes)} from read_parquet([${list}])`
    );
    await this.warehouse.run(`alter table store."${name}~new" rename to "${table}"`);
    this.here.add(table);
  }

  async offer(planned: Planned): Promise<number> {
    const {model, table} = planned;
    await this.show(model.name, table);
    const known = this.knownRows(planned);
    if (known !== undefined) return known;
    return (await this.warehouse.row<{n: number}>(`select count(*) as n from store."${table}"`)).n;
  }

  /** Lets procedures find a table under the name of its relation. */
  async show(name: string, table: string): Promise<void> {
    await this.warehouse.run(`create or replace view next."${name}" as from store."${table}"`);
  }

  rowsOf = ({table}: Planned): Promise<unknown[]> => this.warehouse.rows(`select * from store."${table}"`);

  /** Points the views of `main` at the tables that are here, in one transaction, and then drops what no view needs. */
  async publish(built: readonly BuiltTable[]): Promise<void> {
    const {warehouse} = this;
    await warehouse.transaction(async () => {
      for (const {model, table, print, rows, seconds, rebuilt} of built) {
        if (this.has(table))
          await warehouse.run(`create or replace view main."${model.name}" as from store."${table}"`);
        else await warehouse.run(`drop view if exists main."${model.name}"`);
        if (!rebuilt && this.known.get(model.name)?.print === print) continue;
        await warehouse.connection.run("insert or replace into ledger.models values ($1, $2, $3, $4)", [
          model.name,
          print,
          rows,
          seconds
        ]);
      }
      await warehouse.run("drop schema next cascade");
    });
    await this.dropUnused(built);
    await warehouse.run("checkpoint");
  }

  private async dropUnused(built: readonly BuiltTable[]): Promise<void> {
    const {warehouse} = this;
    const current = new Set(built.map(({table}) => table));
    for (const name of await tablesOf(warehouse))
      if (!current.has(name)) await warehouse.run(`drop table store."${name}"`);
    const names = new Set(built.map(({model}) => model.name));
    for (const {name} of await warehouse.rows<{name: string}>("select name from ledger.models")) {
      if (names.has(name)) continue;
      await warehouse.run(`drop view if exists main."${name}"`);
      await warehouse.connection.run("delete from ledger.models where name = $1", [name]);
    }
  }

  async end(): Promise<void> {
    await this.warehouse.run("set search_path = 'main'");
  }
}

async function knownModels(warehouse: Warehouse): Promise<Map<string, Known>> {
  const rows = await warehouse.rows<Known & {name: string}>(
    "select name, fingerprint as print, rows from ledger.models"
  );
  return new Map(rows.map((row) => [row.name, row]));
}

/** Names of the tables of the store that fit a pattern; of the versioned ones when absent. */
async function tablesOf(warehouse: Warehouse, pattern = "^\\w+@\\w+$"): Promise<Set<string>> {
  const rows = await warehouse.rows<{name: string}>(
    "select table_name as name from duckdb_tables() where schema_name = 'store' and regexp_matches(table_name, $1)",
    [pattern]
  );
  return new Set(rows.map(({name}) => name));
}
