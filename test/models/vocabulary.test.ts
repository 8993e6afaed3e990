import {readFileSync, readdirSync} from "node:fs";
import {expect, it} from "vitest";
import * as vocabulary from "../../models/sql.ts";
import {shared, spellings} from "../../warehouse/spellings.ts";

const home = new URL("../../models/", import.meta.url);
const sources = readdirSync(home, {recursive: true, encoding: "utf8"}).filter((file) => file.endsWith(".ts"));
const read = (file: string) => readFileSync(new URL(file, home), "utf8");
const asks = (source: string, word: string) => new RegExp(`\\b${word}\\b`).test(source);

it("every function of the vocabulary is used by a model or by another function", () => {
  const models = sources.filter((file) => file !== "sql.ts").map(read);
  const unused = Object.keys(vocabulary).filter(
    (name) =>
      !models.some((source) => asks(source, name)) &&
      (read("sql.ts").match(new RegExp(`\\b${name}\\b`, "g"))?.length ?? 0) < 2
  );
  expect(unused).toEqual([]);
});

it("every spelling is asked for by the vocabulary", () => {
  const asked = read("sql.ts");
  expect(
    [...Object.keys(spellings), ...shared].filter((name) => !asked.includes(`"${name.replace(/^windowed_/, "")}"`))
  ).toEqual([]);
});
