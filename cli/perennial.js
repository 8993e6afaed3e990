#!/usr/bin/env node
import {register} from "tsx/esm/api";

// A reader may go before the end, as `head` does: nobody misses the other lines, and the work is done all the same.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error) => {
    if (error.code !== "EPIPE") throw error;
  });
}
register();
const {main} = await import("./main.ts");
await main(process.argv);
