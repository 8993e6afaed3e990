import {readFile} from "node:fs/promises";
import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import {extname, join, normalize} from "node:path";
import {gzipSync} from "node:zlib";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".wasm": "application/wasm"
};

export interface Server {
  /** "http://127.0.0.1:40123". */
  origin: string;
  close: () => Promise<void>;
}

/** Serves a folder as the plainest static host does: a file for its name, index.html for a folder, gzip, nothing guessed. */
export async function serveFolder(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url!, "http://host").pathname);
    const file = join(folder, normalize(path.endsWith("/") ? `${path}index.html` : path));
    readFile(file).then(
      (contents) => {
        const type = types[extname(file)];
        const encoding = type && {"content-encoding": "gzip"};
        response.writeHead(200, {"content-type": type ?? "application/octet-stream", ...encoding});
        response.end(type ? gzipSync(contents) : contents);
      },
      () => response.writeHead(404).end()
    );
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((closed) => (server.close(() => closed()), server.closeAllConnections()))
  };
}
