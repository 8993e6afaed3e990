import {createReadStream, createWriteStream} from "node:fs";
import {basename} from "node:path";
import {pipeline} from "node:stream/promises";
import type {ClickHouseAddress} from "./address.ts";
import {clientOf, type Client} from "./client.ts";
import {clickhouseError} from "./errors.ts";
import {buildSettings, clickhouseSettings} from "./settings.ts";

/** How long a node may say nothing, in milliseconds: while a statement runs it tells its progress more often. */
const timeout = 1800 * 1000;
/** Bytes of headers, in which the progress of some days has room. */
const headers = 1_000_000;

/** One server of a ClickHouse. Every method throws a UserError where the operator can mend what went wrong. */
export class ClickHouseNode {
  readonly name: string;
  private readonly clients = new Map<string, Client>();

  constructor(
    private readonly url: string,
    private readonly address: ClickHouseAddress
  ) {
    this.name = new URL(url).host;
  }

  /** Runs a statement, whose unqualified names are those of a database. */
  async run(sql: string, database = "default"): Promise<void> {
    await this.told(() => this.client(database).command({query: sql}));
  }

  /** All rows of a small result: whole numbers as numbers, days and instants as text. */
  async rows<Row = Record<string, unknown>>(sql: string, database = "default"): Promise<Row[]> {
    return this.told(async () => {
      const result = await this.client(database).query({query: sql, format: "JSONEachRow"});
      return (await result.json()) as Row[];
    });
  }

  /** Streams the rows of a query into a Parquet file here. */
  async take(sql: string, file: string): Promise<void> {
    await this.told(async () => {
      // Kept back by the node until it is complete: an error then has its number, and never follows half a file.
      const clickhouse_settings = {wait_end_of_query: 1};
      const {stream} = await this.client("default").exec({query: `${sql} format Parquet`, clickhouse_settings});
      await pipeline(stream, createWriteStream(file));
    });
  }

  /** Puts the rows of a Parquet file into a table, both with these columns: the node reads it from the stage, else it is streamed there. */
  async give(file: string, table: string, columns: readonly string[]): Promise<void> {
    const names = columns.map((name) => `"${name}"`).join(", ");
    const {stage} = this.address;
    if (stage) {
      const from = `${stage.address.replace(/\/$/, "")}/${encodeURIComponent(basename(file))}`;
      const read = from.startsWith("s3:") ? "s3" : "url";
      return this.run(`insert into ${table} (${names}) select ${names} from ${read}('${from}', 'Parquet')`);
    }
    await this.told(async () => {
      const query = `insert into ${table} (${names}) format Parquet`;
      const {stream} = await this.client("default").exec({query, values: createReadStream(file)});
      for await (const _ of stream);
    });
  }

  async close(): Promise<void> {
    for (const client of this.clients.values()) await client.close();
  }

  private client(database: string): Client {
    const {user: username, password} = this.address;
    const known = this.clients.get(database);
    const client =
      known ??
      clientOf({
        url: this.url,
        username,
        password,
        database,
        request_timeout: timeout,
        max_response_headers_size: headers,
        application: "perennial",
        clickhouse_settings: {...clickhouseSettings, ...buildSettings},
        log: {level: 127}
      });
    this.clients.set(database, client);
    return client;
  }

  private async told<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw clickhouseError(error, {name: this.name, hasPassword: this.address.password !== ""});
    }
  }
}
