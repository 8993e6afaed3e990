import {fork} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {once} from "node:events";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import type {NodeOptions, Told} from "./options.ts";

/** A node that runs in a process of its own. */
export interface BridgeNode {
  /** e.g. "http://127.0.0.1:40123" */
  url: string;
  port: number;
  /** Its data; a node that is started on the folder of a killed one has what that one had. */
  folder: string;
  /** Every statement that reached it, in order, without the rows of inserts. */
  statements: string[];
  /** Ends it and removes its folder, where it has made it. */
  close: () => Promise<void>;
  /** Ends it as a loss of power does. */
  kill: () => Promise<void>;
}

/** Starts a ClickHouse node for tests: the HTTP interface in front of chDB, one process each. Throws where it ends before it listens. */
export async function startNode(options: NodeOptions = {}): Promise<BridgeNode> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), "perennial-node-"));
  const server = fork(new URL("server.ts", import.meta.url), [JSON.stringify({...options, folder})], {
    cwd: fileURLToPath(new URL("../../..", import.meta.url)),
    execArgv: ["--import", "tsx"]
  });
  const exited = once(server, "exit");
  const statements: string[] = [];
  const port = await new Promise<number>((resolve, reject) => {
    server.on("message", (told: Told) => ("port" in told ? resolve(told.port) : statements.push(told.statement)));
    server.once("exit", (code, signal) =>
      reject(new Error(`the node ended with ${signal ?? code} before it listened`))
    );
  });
  const kill = async (): Promise<void> => {
    server.kill("SIGKILL");
    await exited;
  };
  const close = async (): Promise<void> => {
    await kill();
    if (options.folder === undefined) rmSync(folder, {recursive: true, force: true});
  };
  return {url: `http://127.0.0.1:${port}`, port, folder, statements, close, kill};
}
