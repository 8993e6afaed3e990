import {readdirSync, readFileSync} from "node:fs";
import {build} from "esbuild";
import {gzipSync} from "node:zlib";
import {expect, test} from "vitest";

const folder = new URL("../../../dashboards/theme/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".css"));
const text = (name: string) => readFileSync(new URL(name, folder), "utf8");

test("theme.css imports every other file, once", () => {
  const imported = [...text("theme.css").matchAll(/@import url\("\.\/([^"]+)"\)/g)].map(([, name]) => name!);
  expect([...imported].sort()).toEqual(files.filter((name) => name !== "theme.css").sort());
});

test("every custom property that is used has a value", () => {
  const all = files.map(text).join("\n");
  const given = new Set([...all.matchAll(/(--[\w-]+):/g)].map(([, name]) => name));
  const perElement = new Set(["--h", "--w", "--left", "--right", "--top", "--bottom", "--count", "--weight", "--name"]);
  const used = new Set([...all.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name!));
  expect([...used].filter((name) => !given.has(name) && !perElement.has(name))).toEqual([]);
});

test("colours stand in tokens.css, dark.css and for paper alone", () => {
  for (const name of files.filter((name) => !["tokens.css", "dark.css", "print.css"].includes(name))) {
    expect(text(name).match(/#[0-9a-f]{3,8}\b/gi), name).toBeNull();
  }
});

test("a bare max-width would match on paper", () => {
  for (const name of files) expect(text(name), name).not.toMatch(/@media \(max-width/);
});

test("no style is asked from another origin", () => {
  for (const name of files) expect(text(name), name).not.toMatch(/url\("?https?:/);
});

test("the bundle stays within 12 KB compressed", async () => {
  const bundle = await build({
    entryPoints: [new URL("theme.css", folder).pathname],
    bundle: true,
    minify: true,
    write: false
  });
  expect(gzipSync(bundle.outputFiles[0]!.contents).length).toBeLessThan(12 * 1024);
});
