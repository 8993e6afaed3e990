import {buildTimed, serveSteps} from "../stepProcess.ts";
import {makeTickets} from "./base.ts";
import {clockModels, elapsedByHand, settings} from "./work.ts";

await serveSteps<"make" | "plain" | "clock">(
  () => "2GB",
  async ({what, size}, warehouse, timed) => {
    if (what === "make") await timed("events", () => makeTickets(warehouse, size));
    else if (what === "plain") await timed("elapsed times", () => warehouse.run(elapsedByHand));
    else await buildTimed(clockModels(), {warehouse, settings, timed});
  }
);
