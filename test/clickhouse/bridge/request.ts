import {createWriteStream} from "node:fs";
import type {IncomingMessage} from "node:http";
import {pipeline} from "node:stream/promises";
import {createGunzip} from "node:zlib";

/** A statement as HTTP brings it. */
export interface Statement {
  sql: string;
  /** The file in which the rows lie that it inserts. */
  rows?: string;
  database?: string;
  settings: [name: string, value: string][];
  /** Parameters by their names with `param_`. */
  params: [name: string, value: string][];
  /** Of the answer, where the statement does not say it. */
  format: string;
}

/** What the address says besides settings. */
const ofTransport = new Set(
  (
    "query query_id database default_format session_id session_timeout role user password compress decompress " +
    "wait_end_of_query enable_http_compression send_progress_in_http_headers"
  ).split(" ")
);

const takesRows = /^\s*insert\s+into\b[^]*\bformat\s+\w+\s*$/i;

/** Reads a request; rows of an insert go to the file as they come. */
export async function statementOf(request: IncomingMessage, url: URLSearchParams, file: string): Promise<Statement> {
  const all = [...url];
  const statement: Statement = {
    sql: url.get("query") ?? "",
    database: url.get("database") ?? header(request, "x-clickhouse-database"),
    settings: all.filter(([name]) => !ofTransport.has(name) && !name.startsWith("param_")),
    params: all.filter(([name]) => name.startsWith("param_")),
    format: url.get("default_format") ?? header(request, "x-clickhouse-format") ?? "TabSeparated"
  };
  const body = request.headers["content-encoding"] === "gzip" ? request.pipe(createGunzip()) : request;
  if (takesRows.test(statement.sql)) {
    await pipeline(body, createWriteStream(file));
    return {...statement, rows: file};
  }
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return {...statement, sql: [statement.sql, text].filter(Boolean).join("\n")};
}

/** Who asks, by the address or a header. */
export function credentialsOf(request: IncomingMessage, url: URLSearchParams): {user: string; password: string} {
  const basic = /^Basic (.+)$/.exec(request.headers.authorization ?? "")?.[1];
  const [, user, password] = /^([^:]*):([^]*)$/.exec(Buffer.from(basic ?? "", "base64").toString()) ?? [];
  return {
    user: user ?? header(request, "x-clickhouse-user") ?? url.get("user") ?? "default",
    password: password ?? header(request, "x-clickhouse-key") ?? url.get("password") ?? ""
  };
}

const header = (request: IncomingMessage, name: string): string | undefined => {
  const value = request.headers[name];
  return typeof value === "string" ? value : undefined;
};
