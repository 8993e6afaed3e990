import {copyFile, mkdir, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {UserError, messageOf} from "../../warehouse/error.ts";
import options from "../observablehq.config.js";
import {stayOffline} from "./offline.ts";

/** Where Framework finds its pages and puts its files, and what is done to each page before it is written. */
export interface FrameworkSite {
  /** Folder of Markdown files; holds nothing of an earlier build, because Framework's caches go by presence. */
  stage: string;
  output: string;
  title: string;
  finish: (address: string, html: string) => string;
}

/** Framework's path of a page: "/zh/index" is our "/zh/". */
const addressFrom = (path: string): string => path.replace(/\.html$/, "").replace(/\/index$/, "/");

/**
 * Runs Observable Framework's build in this process, silently and without its telemetry.
 *
 * Framework has no programming interface: this uses the two functions that its own command calls. Throws a UserError that
 * names the step Framework was at.
 */
export async function runFramework({stage, output, title, finish}: FrameworkSite): Promise<void> {
  const {Telemetry} = await import("@observablehq/framework/dist/telemetry.js");
  Telemetry.record = () => {};
  const {normalizeConfig} = await import("@observablehq/framework/dist/config.js");
  const {build} = await import("@observablehq/framework/dist/build.js");
  const config = normalizeConfig({...options, root: stage, output, title}, stage);
  await stayOffline(stage);
  let step = "";
  const place = async (path: string): Promise<string> => {
    const file = join(output, path);
    await mkdir(dirname(file), {recursive: true});
    return file;
  };
  try {
    await build(
      {config},
      {
        logger: {log: () => {}, warn: () => {}},
        output: {write: (text) => void (step = text)},
        prepare: async () => {},
        copyFile: async (source, path) => copyFile(source, await place(path)),
        writeFile: async (path, contents) =>
          writeFile(await place(path), path.endsWith(".html") ? finish(addressFrom(path), String(contents)) : contents),
        writeBuildManifest: async () => {}
      }
    );
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`build: ${step.replace(/\u001b\[\d+m/g, "").trim()}: ${messageOf(error)}`, {cause: error});
  }
}
