import {existsSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {selectSql} from "../../models/compile.ts";
import type {Model, Relation} from "../../models/model.ts";
import type {Settings} from "../../models/settings.ts";
import {columnsOf, type Column} from "../../warehouse/columns.ts";
import {compilerFor} from "../../warehouse/compiler.ts";
import {duckdbTypes} from "../../warehouse/types.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import {ChDb} from "./chdb.ts";

const clickhouse = compilerFor("clickhouse");

/** Columns that may differ in the last digit, and why; all others are equal to the bit. */
const inexact: readonly {why: string; columns: RegExp; of?: string}[] = [
  {why: "exp and ln round differently", columns: /^(alive_share|return_share)$/},
  {why: "an interpolated quantile rounds twice, each engine elsewhere", columns: /(^|_)p90_/},
  {why: "a decimal of over 53 bits becomes a double", columns: /^(low|high)$/, of: "mart_pipeline_forecast"},
  {why: "a decimal of over 53 bits becomes a double", columns: /^(squares|products)/, of: "int_campaign_group"}
];

/** Models on the rows that DuckDB has, made by ClickHouse, and compared with what DuckDB makes of them. */
export class BothEngines {
  private readonly chdb = new ChDb();
  private readonly folder = mkdtempSync(join(tmpdir(), "perennial-engines-"));
  private readonly given = new Set<string>();

  constructor(
    private readonly duckdb: Warehouse,
    private readonly settings: Settings
  ) {}

  /** How many rows a model has on DuckDB, and those that only one of the engines has. */
  async compare(model: Model): Promise<{rows: number; missing: unknown[]; surplus: unknown[]}> {
    for (const relation of model.from) await this.give(relation);
    const file = join(this.folder, `${model.name}.made.parquet`);
    this.chdb.make(model, selectSql(model, this.settings, clickhouse), file);
    const columns = columnsOf(model.columns);
    const own = `select ${list(columns, model.name)} from "${model.name}"`;
    const made = existsSync(file)
      ? `select ${list(columns, model.name)} from read_parquet('${file}')`
      : `${own} limit 0`;
    const order = model.grain.length ? `order by ${model.grain.map((name) => `"${name}"`).join(", ")}` : "";
    const only = (a: string, b: string) => this.duckdb.rows(`(${a} except all ${b}) ${order} limit 3`);
    const {rows} = await this.duckdb.row<{rows: number}>(`select count(*) as rows from "${model.name}"`);
    return {rows, missing: await only(own, made), surplus: await only(made, own)};
  }

  private async give(relation: Relation): Promise<void> {
    if (this.given.has(relation.name)) return;
    this.given.add(relation.name);
    const file = join(this.folder, `${relation.name}.parquet`);
    const typed = columnsOf(relation.columns).map(
      ({name, sql}) => `cast("${name}" as ${duckdbTypes[sql]}) as "${name}"`
    );
    await this.duckdb.run(`copy (select ${typed.join(", ")} from "${relation.name}") to '${file}' (format parquet)`);
    this.chdb.give(relation, file);
  }

  close(): void {
    this.chdb.close();
    rmSync(this.folder, {recursive: true});
  }
}

/** Columns in their types; those that may differ in the last digit are rounded to eleven significant ones. */
const list = (columns: readonly Column[], model: string): string =>
  columns
    .map(({name, sql}) => {
      const typed = `cast("${name}" as ${duckdbTypes[sql]})`;
      const isInexact = sql === "double" && inexact.some(({columns, of = model}) => of === model && columns.test(name));
      return `${isInexact ? `cast(printf('%.10e', ${typed}) as double)` : typed} as "${name}"`;
    })
    .join(", ");
