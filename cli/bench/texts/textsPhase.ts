import {buildTimed, serveSteps} from "../stepProcess.ts";
import {makeTexts} from "./base.ts";
import {settings, textModels} from "./work.ts";

await serveSteps<"make" | "read">(
  () => "1GB",
  async ({what, size}, warehouse, timed) => {
    if (what === "make") await timed("texts", () => makeTexts(warehouse, size));
    else await buildTimed(textModels(), {warehouse, settings, timed});
  }
);
