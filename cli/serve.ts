import {createServer} from "node:http";
import sirv from "sirv";
import {say} from "./say.ts";

/** Serves a folder on localhost until the process is stopped; takes the next free port where one is in use. */
export async function serve(folder: string, port: number): Promise<void> {
  const files = sirv(folder, {dev: true, extensions: ["html"]});
  const server = createServer((request, response) =>
    files(request, response, () => {
      response.statusCode = 404;
      response.end("not found");
    })
  );
  const taken = await listen(server, port);
  say("", `http://localhost:${taken}/ (Ctrl-C ends it)`);
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE" && port < 65_535) resolve(listen(server, port + 1));
      else reject(error);
    });
    server.listen(port, "localhost", () => {
      server.removeAllListeners("error");
      resolve(port);
    });
  });
}
