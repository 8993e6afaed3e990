import {readdirSync, readFileSync} from "node:fs";
import {basename, dirname, join, relative, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {expect, it} from "vitest";
import {pages} from "../dashboards/pages/index.ts";
import {navigation} from "../dashboards/navigation.ts";
import {kindNames} from "../ingest/contracts/kinds.ts";
import {inBuildOrder} from "../models/compile.ts";
import {models} from "../models/index.ts";
import {isModel, type Model, type Relation} from "../models/model.ts";

const home = fileURLToPath(new URL("..", import.meta.url));
const flow = ["warehouse", "ingest", "models", "dashboards", "cli"];
const folders = [...flow, "data/generator"];

const files = (folder: string): string[] =>
  readdirSync(join(home, folder), {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => relative(home, join(entry.parentPath, entry.name)));

const imports = (file: string): string[] =>
  [...readFileSync(join(home, file), "utf8").matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)].map((match) =>
    relative(home, resolve(home, dirname(file), match[1]!))
  );

it("imports point upstream only: warehouse, ingest, models, dashboards, cli", () => {
  const wrong = flow.flatMap((folder, depth) =>
    files(folder).flatMap((file) =>
      imports(file)
        .filter((target) => flow.indexOf(target.split("/")[0]!) > depth)
        .map((target) => `${file} imports ${target}`)
    )
  );
  expect(wrong).toEqual([]);
});

it("no file is called after what it is not", () => {
  expect(
    folders.flatMap(files).filter((file) => /^(utils?|helpers?|common|misc|lib)\.ts$/.test(basename(file)))
  ).toEqual([]);
});

it("one relation a file, and file, table and export have one name", () => {
  for (const [folder, prefix] of [
    ["staging", "stg_"],
    ["intermediate", "int_"],
    ["marts", "mart_"]
  ] as const) {
    const names = models.filter(({name}) => name.startsWith(prefix)).map(({name}) => name);
    const found = readdirSync(join(home, "models", folder))
      .filter((file) => file.startsWith(prefix))
      .map((file) => file.replace(".ts", ""));
    expect(names.sort()).toEqual(found.sort());
    for (const name of names) {
      const camel = name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
      expect(readFileSync(join(home, "models", folder, `${name}.ts`), "utf8")).toContain(
        `export const ${camel} = model({\n  name: "${name}"`
      );
    }
  }
});

it("staging reads raw tables; nothing else does; marts are read by no staging", () => {
  const layer = (relation: Relation) => ["raw", "stg", "int", "mart"].indexOf(relation.name.split("_")[0]!);
  for (const model of models) {
    for (const input of model.from) {
      expect([model.name, input.name, layer(input) <= layer(model)]).toEqual([model.name, input.name, true]);
      if (layer(input) === 0) expect(layer(model)).toBe(1);
    }
  }
});

it("every model is reached from a page, or stages a kind of export that analysts may ask for", () => {
  const roots = pages.flatMap(({marts, streams = []}) => [...marts, ...streams]).filter(isModel) as Model[];
  const reached = new Set(inBuildOrder(roots).map(({name}) => name));
  const staged = kindNames.map((kind) => `stg_${kind}`);
  expect(models.map(({name}) => name).filter((name) => !reached.has(name) && !staged.includes(name))).toEqual([]);
});

it("every kind of export has its staging, which reads its raw table", () => {
  for (const kind of kindNames) {
    const {from} = models.find(({name}) => name === `stg_${kind}`)!;
    expect(from.map(({name}) => name)).toContain(`raw_${kind}`);
  }
});

it("every page stands in the navigation or below one that does, and every entry is a page", () => {
  const entries = navigation.flatMap(({paths}) => [...paths] as string[]);
  const paths = pages.map(({path}) => path);
  expect(entries.filter((entry) => !paths.includes(entry))).toEqual([]);
  expect(
    paths.filter((path) => !entries.includes(path) && !entries.includes(path.slice(0, path.lastIndexOf("/"))))
  ).toEqual([]);
});

it("pages and their browser code load nothing from elsewhere", () => {
  const wrong = files("dashboards").filter(
    (file) =>
      /npm:|https?:\/\/(cdn|fonts|unpkg)|jsdelivr/.test(readFileSync(join(home, file), "utf8")) &&
      !file.includes("build/")
  );
  expect(wrong).toEqual([]);
});
