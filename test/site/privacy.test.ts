import {readdirSync, readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {beforeAll, describe, expect, test} from "vitest";
import {emailsIn, personalFacts, phonesIn, wordsOf, type PersonalFacts} from "./personalFacts.ts";
import {dist} from "./publishedSite.ts";

const exports = fileURLToPath(new URL("../../data/exports", import.meta.url));

/** Pieces of a run of 汉字 that could be a name. */
const piecesOf = (run: string): string[] =>
  [2, 3, 4].flatMap((length) =>
    Array.from({length: Math.max(0, run.length - length + 1)}, (_, i) => run.slice(i, i + length))
  );

const namesIn = (text: string): string[] => {
  const words = wordsOf(text);
  const pairs = words.map((word, i) => `${word} ${words[i + 1] ?? ""}`);
  return [...pairs, ...words.filter((word) => /\p{Script=Han}/u.test(word)).flatMap(piecesOf)];
};

describe("the published site", () => {
  let facts: PersonalFacts;
  let texts: Map<string, string>;

  beforeAll(async () => {
    facts = await personalFacts(exports);
    const files = readdirSync(dist, {recursive: true, encoding: "utf8"}).filter((path) =>
      statSync(join(dist, path)).isFile()
    );
    texts = new Map(files.map((path) => [path, readFileSync(join(dist, path), "utf8")]));
  });

  const found = (read: (text: string) => string[], known: Set<string>): string[] =>
    [...texts].flatMap(([path, text]) =>
      [...new Set(read(text))].filter((item) => known.has(item)).map((item) => `${path}: ${item}`)
    );

  test("is compared with people who are in the exports", () => {
    expect(facts.emails.size).toBeGreaterThan(1_000);
    expect(facts.names.size).toBeGreaterThan(1_000);
    expect(facts.phones.size).toBeGreaterThan(100);
  });

  // Minified code is letters that meet by chance ("min he"); it holds no data.
  test("names no customer", () =>
    expect(found(namesIn, facts.names).filter((where) => !/^_\w+\/.*\.js: /.test(where))).toEqual([]));

  test("holds no e-mail address", () => expect(found(emailsIn, facts.emails)).toEqual([]));

  test("holds no telephone number", () => expect(found(phonesIn, facts.phones)).toEqual([]));
});
