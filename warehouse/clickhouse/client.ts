import {createRequire} from "node:module";
import type {Readable} from "node:stream";
import {UserError} from "../error.ts";

/** What of the official client is used: https://clickhouse.com/docs/integrations/javascript. */
export interface Client {
  command: (asked: Asked) => Promise<unknown>;
  query: (asked: Asked & {format: "JSONEachRow"}) => Promise<{json: () => Promise<unknown[]>}>;
  exec: (asked: Asked & {values?: Readable}) => Promise<{stream: Readable}>;
  close: () => Promise<void>;
}

interface Asked {
  query: string;
  clickhouse_settings?: Record<string, string | number>;
}

interface Options {
  url: string;
  username: string;
  password: string;
  database: string;
  request_timeout: number;
  max_response_headers_size: number;
  application: string;
  clickhouse_settings: Record<string, string | number>;
  log: {level: number};
}

/** The official client, which is installed only where it is asked for. Throws a UserError where it is not. */
export function clientOf(options: Options): Client {
  const {createClient} = load() as {createClient: (options: Options) => Client};
  return createClient(options);
}

function load(): unknown {
  try {
    return createRequire(import.meta.url)("@clickhouse/client");
  } catch (error) {
    if ((error as {code?: string}).code !== "MODULE_NOT_FOUND") throw error;
    throw new UserError('warehouse: the client of ClickHouse is not installed; run "npm run clickhouse" once');
  }
}
