import {existsSync, mkdirSync} from "node:fs";
import {dirname} from "node:path";
import {DuckDBInstance, type DuckDBConnection, type DuckDBValue} from "@duckdb/node-api";
import {UserError, messageOf} from "./error.ts";

export interface WarehouseOptions {
  readOnly?: boolean;
  /** DuckDB's memory_limit, e.g. "2GB". */
  memory?: string;
  /** Where DuckDB spills. */
  temp?: string;
}

/** An open warehouse: one DuckDB file and one connection. */
export class Warehouse {
  private constructor(
    readonly path: string,
    private readonly instance: DuckDBInstance,
    readonly connection: DuckDBConnection
  ) {}

  /** Opens or creates the file. Throws a UserError where it is in use, missing (read only) or no DuckDB file. */
  static async open(path: string, {readOnly = false, memory = "2GB", temp}: WarehouseOptions = {}): Promise<Warehouse> {
    if (readOnly && !existsSync(path)) {
      throw new UserError(`warehouse: missing ${path}; load exports first with "perennial ingest"`);
    }
    if (path !== ":memory:") mkdirSync(dirname(path), {recursive: true});
    const options: Record<string, string> = {memory_limit: memory};
    if (readOnly) options.access_mode = "READ_ONLY";
    if (temp) options.temp_directory = temp;
    try {
      const instance = await DuckDBInstance.create(path, options);
      const connection = await instance.connect();
      await connection.run(
        "set timezone = 'UTC'; set enable_progress_bar = true; set enable_progress_bar_print = false"
      );
      return new Warehouse(path, instance, connection);
    } catch (error) {
      throw openError(path, messageOf(error));
    }
  }

  /** How much of the statement that is running is done, in [0, 1]; 0 where the engine cannot tell. */
  get fraction(): number {
    return Math.min(1, Math.max(0, this.connection.progress.percentage / 100));
  }

  async run(sql: string): Promise<void> {
    await this.connection.run(sql);
  }

  /** All rows of a small result as plain objects: bigints as numbers, decimals as numbers, dates as Date. */
  async rows<Row = Record<string, unknown>>(sql: string, values?: DuckDBValue[]): Promise<Row[]> {
    const reader = await this.connection.runAndReadAll(sql, values);
    return reader.getRowObjectsJS().map((row) => plain(row)) as Row[];
  }

  /** Rows of a result of any size, a batch at a time; memory holds one batch. */
  async *batches<Row = Record<string, unknown>>(sql: string): AsyncGenerator<Row[]> {
    const result = await this.connection.stream(sql);
    for await (const rows of result.yieldRowObjectJs()) yield rows.map((row) => plain(row)) as Row[];
  }

  /** The first row of a result that has one. */
  async row<Row = Record<string, unknown>>(sql: string, values?: DuckDBValue[]): Promise<Row> {
    const [row] = await this.rows<Row>(sql, values);
    if (row === undefined) throw new Error(`no row: ${sql}`);
    return row;
  }

  /** Runs all of `work` or nothing of it. */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    await this.run("begin");
    try {
      const result = await work();
      await this.run("commit");
      return result;
    } catch (error) {
      await this.run("rollback").catch(() => undefined);
      throw error;
    }
  }

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
  }
}

const plain = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === "bigint" ? Number(value) : value])
  );

function openError(path: string, message: string): Error {
  const pid = /PID (\d+)/.exec(message)?.[1];
  if (/could not set lock/i.test(message)) {
    return new UserError(
      `warehouse: ${path} is in use${pid ? ` by process ${pid}` : ""}; wait for it to end, or stop it, and run again`
    );
  }
  if (/not a valid DuckDB|magic|serialized|corrupt/i.test(message)) {
    return new UserError(
      `warehouse: ${path} is not a DuckDB file (or of an unknown version); move it away and load the exports again`
    );
  }
  return new UserError(`warehouse: cannot open ${path}: ${message}`);
}
