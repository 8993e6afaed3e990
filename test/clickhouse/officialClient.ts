import {createRequire} from "node:module";
import type {Readable} from "node:stream";
import type {BridgeNode} from "./bridge/startNode.ts";

interface Asked {
  query: string;
  format?: string;
  query_params?: Record<string, unknown>;
  clickhouse_settings?: Record<string, string | number>;
}

/** As much of the official client as the tests use; its own types are there only where it is installed. */
export interface OfficialClient {
  ping: () => Promise<{success: boolean; error?: Error & {code?: string}}>;
  command: (asked: Asked) => Promise<unknown>;
  query: (asked: Asked) => Promise<{json: () => Promise<unknown>}>;
  exec: (asked: Asked) => Promise<{stream: Readable}>;
  insert: (asked: {table: string; values: unknown; format: string; columns?: string[]}) => Promise<unknown>;
  close: () => Promise<void>;
}

interface Library {
  createClient: (options: object) => OfficialClient;
  ClickHouseLogLevel: {OFF: number};
}

/** The official client of ClickHouse, speaking to a node. */
export function clientOf({url}: Pick<BridgeNode, "url">, options: object = {}): OfficialClient {
  const {createClient, ClickHouseLogLevel} = createRequire(
    new URL("../../warehouse/clickhouse/package.json", import.meta.url)
  )("@clickhouse/client") as Library;
  return createClient({url, log: {level: ClickHouseLogLevel.OFF}, ...options});
}
