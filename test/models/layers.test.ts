import {readFileSync, readdirSync} from "node:fs";
import {basename, join} from "node:path";
import {fileURLToPath} from "node:url";
import {expect, it} from "vitest";
import {ledgerInputs} from "../../ingest/ledgerRelations.ts";
import {rawRelations} from "../../ingest/contracts/kinds.ts";
import {selectSql} from "../../models/compile.ts";
import {models} from "../../models/index.ts";
import {columnsOf} from "../../warehouse/columns.ts";
import {settings} from "./warehouseOf.ts";

const root = fileURLToPath(new URL("../../models", import.meta.url));
const layers = {staging: "stg_", intermediate: "int_", marts: "mart_"} as const;
const files = Object.entries(layers).flatMap(([folder, prefix]) =>
  readdirSync(join(root, folder))
    .filter((file) => file.startsWith(prefix))
    .map((file) => ({folder, path: join(root, folder, file), name: basename(file, ".ts")}))
);
const known = new Set([...models, ...rawRelations, ...ledgerInputs].map(({name}) => name));
const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

it("every file of a layer declares the one relation that it is named after", () => {
  for (const {path, name} of files) {
    const source = readFileSync(path, "utf8");
    expect(source).toContain(`export const ${camel(name)} = model({\n  name: "${name}"`);
    expect(source.match(/= model\(\{/g)).toHaveLength(1);
  }
});

it("every declared relation is built", () => {
  expect(models.map(({name}) => name).sort()).toEqual(files.map(({name}) => name).sort());
});

it("staging reads raw tables, intermediate models staging, their own kind and the loads, marts models alone", () => {
  const allowed: Record<string, RegExp> = {stg: /^raw_/, int: /^(stg|int|ledger)_/, mart: /^(stg|int|mart)_/};
  for (const {name, from} of models) {
    for (const input of from)
      expect(`${name} reads ${input.name}`).toMatch(
        new RegExp(`reads ${allowed[name.split("_")[0]!]!.source.slice(1)}`)
      );
  }
});

it("every input named in `from` is read, and nothing else", () => {
  for (const model of models.filter(({query}) => query)) {
    const read = [...selectSql(model, settings).matchAll(/(?:from|join|,) "(\w+)"/g)].map(([, name]) => name!);
    const relations = [...new Set(read)].filter((name) => known.has(name));
    expect({name: model.name, from: relations.sort()}).toEqual({
      name: model.name,
      from: model.from.map(({name}) => name).sort()
    });
  }
});

it("every column and every relation says what it means in both languages", () => {
  for (const model of models) {
    for (const {name, en, zh} of columnsOf(model.columns)) {
      expect(`${model.name}.${name}: ${en}`).toMatch(/: \S.*\.$/s);
      expect(`${model.name}.${name}: ${zh}`).toMatch(/: \S.*。$/s);
    }
    expect(`${model.name}: ${model.title.en}`).toMatch(/one row.*\.$/);
    expect(`${model.name}: ${model.title.zh}`).toMatch(/行/);
  }
});

it("a column's name says its kind: _on a day, _month a month, _at an instant, is_ and has_ a flag, _share a share", () => {
  for (const model of models) {
    for (const {name, sql, unit} of columnsOf(model.columns)) {
      const where = `${model.name}.${name}`;
      if (/^(is|has)_/.test(name)) expect(where + sql).toBe(`${where}boolean`);
      else if (name.endsWith("_on")) expect(where + sql).toBe(`${where}date`);
      else if (name.endsWith("_month")) expect(where + sql + unit).toBe(`${where}datemonth`);
      else if (name.endsWith("_at")) expect(where + sql).toBe(`${where}timestamp`);
      if (/^(?!change_).*_share$/.test(name)) expect(where + unit).toBe(`${where}share`);
      expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
    }
  }
});
