import {readFileSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {expect, it} from "vitest";
import {servedNames} from "../../cli/served.ts";
import {models} from "../../models/index.ts";

const home = fileURLToPath(new URL("../..", import.meta.url));

/** The SQL of a folder: what stands in its quotes. */
const sqlOf = (folder: string): string =>
  readdirSync(join(home, folder), {recursive: true, encoding: "utf8"})
    .filter((file) => file.endsWith(".ts") && !file.startsWith("bench"))
    .flatMap((file) => readFileSync(join(home, folder, file), "utf8").match(/`[^`]*`|"[^"\n]*"/g) ?? [])
    .join("\n");

it.each(["cli", "dashboards", "models/audience"])(
  "every relation that SQL of %s reads is there after a build elsewhere",
  (folder) => {
    const served = servedNames();
    const read = new Set(sqlOf(folder).match(/(?<=\b(?:from|join)\s+"?)(stg|int|mart)_\w+/g));
    const built = new Set(models.map(({name}) => name));
    expect([...read].filter((name) => built.has(name) && !served.has(name))).toEqual([]);
    expect(read.size).toBeGreaterThan(folder === "models/audience" ? -1 : 5);
  }
);
