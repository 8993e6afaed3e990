import {buildTimed, serveSteps} from "../stepProcess.ts";
import {makeBaskets} from "./base.ts";
import {modelsOf, settings} from "./work.ts";

await serveSteps<"make" | "baskets">(
  () => "3GB",
  async ({what, size}, warehouse, timed) => {
    if (what === "make") await timed("order lines", () => makeBaskets(warehouse, size));
    else
      for (const part of ["numbers", "rules", "next"] as const)
        await buildTimed(modelsOf(part), {warehouse, settings, timed});
  }
);
