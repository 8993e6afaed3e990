import {mkdir, readFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {dirname, join} from "node:path";
import {glob} from "tinyglobby";

const client = join(
  dirname(createRequire(import.meta.url).resolve("@observablehq/framework/package.json")),
  "dist/client"
);

/**
 * Keeps Framework off the network: it asks the npm registry for the newest version of every library that its client could
 * import on demand (d3, Plot, React, …), used or not, unless its cache names one. Here it names 0.0.0 for each; no page
 * imports them, and one that did would fail at once.
 */
export async function stayOffline(stage: string): Promise<void> {
  const sources = await glob("**/*.js", {cwd: client, absolute: true});
  const texts = await Promise.all(sources.map((source) => readFile(source, "utf8")));
  const named = texts.flatMap((text) =>
    Array.from(text.matchAll(/"npm:((?:@[\w-]+\/)?[\w.-]+)/g), ([, name]) => name!)
  );
  const folders = [...new Set(named)].map((name) => join(stage, ".observablehq/cache/_npm", `${name}@0.0.0`));
  await Promise.all(folders.map((folder) => mkdir(folder, {recursive: true})));
}
