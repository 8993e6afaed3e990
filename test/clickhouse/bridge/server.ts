import {createReadStream, existsSync, mkdirSync, rmSync, statSync} from "node:fs";
import {createServer, type IncomingMessage, type ServerResponse} from "node:http";
import type {AddressInfo} from "node:net";
import {join} from "node:path";
import {pipeline} from "node:stream/promises";
import {createGzip} from "node:zlib";
import {exception, exceptionOf} from "./exception.ts";
import {execute, openData, type Outcome} from "./execute.ts";
import type {NodeOptions, Told} from "./options.ts";
import {credentialsOf, statementOf} from "./request.ts";

/**
 * ClickHouse's HTTP interface in front of chDB: the process of one node, which `startNode` forks with its options as an argument.
 *
 * Every statement has a session of its own. An answer is complete before its first byte is sent, so that an error always has its status.
 */
const options = JSON.parse(process.argv[2]!) as NodeOptions & {folder: string};
const tell = (told: Told): void => void process.send?.(told);
const data = join(options.folder, "data");
const scratch = join(options.folder, "scratch");
mkdirSync(scratch, {recursive: true});
openData(data);

let asked = 0;

const server = createServer((request, response) => {
  const {pathname, searchParams} = new URL(request.url!, "http://localhost");
  if (pathname === "/ping" || pathname === "/replicas_status") return void response.end("Ok.\n");
  const file = join(scratch, String(asked++));
  answer(request, response, searchParams, file)
    .catch((error: unknown) => {
      const {status, code, message} = exceptionOf(error);
      if (response.headersSent) return void response.destroy();
      response.writeHead(status, {"X-ClickHouse-Exception-Code": String(code)}).end(`${message}\n`);
    })
    .finally(() => {
      for (const end of ["in", "out"]) rmSync(`${file}.${end}`, {force: true});
    });
});

async function answer(request: IncomingMessage, response: ServerResponse, url: URLSearchParams, file: string) {
  const statement = await statementOf(request, url, `${file}.in`);
  admit(request, url);
  tell({statement: statement.sql});
  play(statement.sql);
  if (options.version) statement.sql = statement.sql.replace(/\bversion\(\)/gi, `'${options.version}'`);
  const outcome = await execute(data, statement, `${file}.out`);
  if (holds(options.breaks, statement.sql)) return breakOff(response, url, `${file}.out`);
  const isZipped =
    url.get("enable_http_compression") === "1" && /gzip/.test(String(request.headers["accept-encoding"]));
  response.writeHead(200, {...headersOf(outcome, url), ...(isZipped && {"Content-Encoding": "gzip"})});
  if (!existsSync(`${file}.out`)) return void response.end();
  const body = createReadStream(`${file}.out`);
  await (isZipped ? pipeline(body, createGzip(), response) : pipeline(body, response));
}

const headersOf = ({rows, seconds, format}: Outcome, url: URLSearchParams) => ({
  "X-ClickHouse-Query-Id": url.get("query_id") ?? crypto.randomUUID(),
  "X-ClickHouse-Summary": JSON.stringify({read_rows: String(rows), elapsed_ns: String(Math.round(seconds * 1e9))}),
  ...(format && {"X-ClickHouse-Format": format})
});

function admit(request: IncomingMessage, url: URLSearchParams): void {
  if (options.password === undefined) return;
  const {user, password} = credentialsOf(request, url);
  if (user === (options.user ?? "default") && password === options.password) return;
  const why = "Authentication failed: password is incorrect, or there is no user with that name";
  throw exception(516, `${user}: ${why}`, "AUTHENTICATION_FAILED");
}

const holds = (pattern: string | undefined, sql: string): boolean =>
  pattern !== undefined && new RegExp(pattern, "i").test(sql);

function play(sql: string): void {
  if (holds(options.dies, sql)) process.kill(process.pid, "SIGKILL");
  if (!holds(options.refuses, sql)) return;
  const why = "Not enough privileges. To execute this query, it's necessary to have the grant for it";
  throw exception(497, `${options.user ?? "default"}: ${why}`, "ACCESS_DENIED");
}

async function breakOff(response: ServerResponse, url: URLSearchParams, file: string): Promise<void> {
  if (url.get("wait_end_of_query") === "1" || !existsSync(file))
    throw exception(241, "Query memory limit exceeded: would use 4.00 GiB", "MEMORY_LIMIT_EXCEEDED");
  response.writeHead(200);
  await pipeline(createReadStream(file, {end: statSync(file).size >> 1}), response, {end: false});
  response.destroy();
}

process.on("disconnect", () => process.exit());
server.listen(options.port ?? 0, "127.0.0.1", () => tell({port: (server.address() as AddressInfo).port}));
