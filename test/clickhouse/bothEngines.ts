import {existsSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {selectSql} from "../../models/compile.ts";
import type {Model, Relation} from "../../models/model.ts";
import type {Settings} from "../../models/settings.ts";
import {typedColumns} from "../../warehouse/columnLists.ts";
import {columnsOf, type Column} from "../../warehouse/columns.ts";
import {compilerFor} from "../../warehouse/compiler.ts";
import {duckdbTypes} from "../../warehouse/types.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import {ChDb} from "./chdb.ts";
import {isInexact} from "./inexact.ts";
import type {OtherEngine} from "./otherEngine.ts";

const compiler = compilerFor("clickhouse");

/** Models on the rows that DuckDB has, made by ClickHouse, and compared with what DuckDB makes of them. */
export class BothEngines {
  private readonly folder = mkdtempSync(join(tmpdir(), "perennial-engines-"));
  private readonly given = new Set<string>();

  constructor(
    private readonly duckdb: Warehouse,
    private readonly settings: Settings,
    private readonly clickhouse: OtherEngine = new ChDb()
  ) {}

  /** How many rows a model has on DuckDB, and those that only one of the engines has. */
  async compare(model: Model): Promise<{rows: number; missing: unknown[]; surplus: unknown[]}> {
    for (const relation of model.from) await this.give(relation);
    const file = join(this.folder, `${model.name}.made.parquet`);
    await this.clickhouse.make(model, selectSql(model, this.settings, compiler), file);
    const columns = columnsOf(model.columns);
    const own = `select ${list(columns, model.name)} from "${model.name}"`;
    const made = existsSync(file)
      ? `select ${list(columns, model.name)} from read_parquet('${file}')`
      : `${own} limit 0`;
    const order = model.grain.length ? `order by ${model.grain.map((name) => `"${name}"`).join(", ")}` : "";
    const only = (a: string, b: string) => this.duckdb.rows(`(${a} except all ${b}) ${order} limit 3`);
    const {rows} = await this.duckdb.row<{rows: number}>(`select count(*) as rows from "${model.name}"`);
    const [missing, surplus] = [await only(own, made), await only(made, own)];
    rmSync(file, {force: true});
    return {rows, missing, surplus};
  }

  private async give(relation: Relation): Promise<void> {
    if (this.given.has(relation.name)) return;
    this.given.add(relation.name);
    const file = join(this.folder, `${relation.name}.parquet`);
    await this.duckdb.run(
      `copy (select ${typedColumns(relation, duckdbTypes)} from "${relation.name}") to '${file}' (format parquet)`
    );
    await this.clickhouse.give(relation, file);
    rmSync(file);
  }

  async close(): Promise<void> {
    await this.clickhouse.close();
    rmSync(this.folder, {recursive: true});
  }
}

/** Columns in their types; those that may differ in the last digit are rounded to eleven significant ones. */
const list = (columns: readonly Column[], model: string): string =>
  columns
    .map(({name, sql}) => {
      const typed = `cast("${name}" as ${duckdbTypes[sql]})`;
      return `${sql === "double" && isInexact(model, name) ? `cast(printf('%.10e', ${typed}) as double)` : typed} as "${name}"`;
    })
    .join(", ");
