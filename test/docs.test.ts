import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {expect, it} from "vitest";
import {sourceSchema} from "../ingest/config.ts";
import {kindNames} from "../ingest/contracts/kinds.ts";
import {parseConfig} from "../ingest/project.ts";
import {presets} from "../ingest/presets/index.ts";
import {models} from "../models/index.ts";

const home = fileURLToPath(new URL("..", import.meta.url));
const readme = readFileSync(join(home, "README.md"), "utf8");
const named = (pattern: RegExp) => [...readme.matchAll(pattern)].map((match) => match[1]!);

it("every command that the README names exists", () => {
  const commands = new Set(named(/perennial (\w+)(?=`| -| \|)/g));
  expect([...commands].filter((name) => !existsSync(join(home, "cli", `${name}.ts`)))).toEqual([]);
  expect(commands.size).toBeGreaterThanOrEqual(7);
});

it("every npm script that the README names exists", () => {
  const {scripts} = JSON.parse(readFileSync(join(home, "package.json"), "utf8")) as {scripts: Record<string, string>};
  expect(named(/npm run (\w+)/g).filter((name) => !scripts[name])).toEqual([]);
});

it("every mart, kind, folder and picture that the README names exists", () => {
  expect(named(/`(mart_\w+)`/g).filter((name) => !models.some((model) => model.name === name))).toEqual([]);
  const kindTable = readme.slice(readme.indexOf("| Kind "), readme.indexOf("\n\n", readme.indexOf("| Kind ")));
  expect([...kindTable.matchAll(/^\| `(\w+)`/gm)].map((match) => match[1]).sort()).toEqual([...kindNames].sort());
  expect(named(/^\| `(\w+)\/`/gm).filter((folder) => !readdirSync(home).includes(folder))).toEqual([]);
  expect(named(/\]\((dashboards\/shots\/[^)]+)\)/g).filter((picture) => !existsSync(join(home, picture)))).toEqual([]);
});

it("every preset is named, with a mark where no real file of it was seen", () => {
  const table = readme.slice(readme.indexOf("| System "), readme.indexOf("\n\n", readme.indexOf("| System ")));
  const marked = [...table.matchAll(/`([a-z-]+)`(†)?/g)].map(([, name, mark]) => [name, Boolean(mark)]);
  const known = presets.map(({name, evidence}) => [name, evidence === "unverified"]);
  expect(marked.sort()).toEqual(known.sort());
});

it("every key of a source is explained, and the example config is valid", () => {
  const keys = Object.keys(sourceSchema.shape).filter((key) => !["kind", "files"].includes(key));
  expect(keys.filter((key) => !readme.includes(`\`${key}\``))).toEqual([]);
  const example = /```ts\n[\s\S]*?defineConfig\(([\s\S]*?)\);\n```/.exec(readme)![1]!;
  const config = new Function(`return ${example.replace(/\/\/.*$/gm, "")}`)() as unknown;
  expect(() => parseConfig(config, "README.md")).not.toThrow();
});

it("what CI runs is what the README says", () => {
  expect(readFileSync(join(home, ".ci/run"), "utf8")).toContain("npm ci && npm test");
  expect(readme).toContain("npm ci && npm test");
});
