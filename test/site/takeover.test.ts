import {rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {launch} from "../browser/launch.ts";
import {serveFolder, type Server} from "../browser/serveFolder.ts";
import {visit} from "../browser/visit.ts";
import {toyPage, toySite} from "./toySite.ts";

const toy = toySite();
let server: Server;
let browser: Browser;

const source = `
  const finding = document.querySelector(".finding")!;
  export async function start(rows: number[]) {
    const root = document.documentElement.dataset.root!;
    const shard = await fetch(root + "data/a.txt").then((response) => response.text());
    finding.textContent = rows.length + " rows, " + shard;
    finding.addEventListener("click", async () => {
      const {tableFromArrays, tableToIPC, tableFromIPC} = await import("apache-arrow");
      finding.textContent = tableFromIPC(tableToIPC(tableFromArrays({a: [1, 2]}))).numRows + " Arrow rows";
    });
  }
`;

beforeAll(async () => {
  toy.live("toy", source);
  const large = Array.from({length: 60_000}, (_, i) => i);
  await toy.build(
    [
      toyPage("/", "", {module: "toy", data: () => [1, 2, 3]}),
      toyPage("/large", "", {module: "toy", data: () => large}),
      toyPage("/still")
    ],
    {writeFiles: async (folder) => writeFileSync(join(folder, "a.txt"), "shard")}
  );
  server = await serveFolder(toy.folder);
  browser = await launch();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(toy.folder, {recursive: true});
});

describe("browser code takes a page over, on a host that knows the site as a folder", () => {
  test.each([
    ["index.html", "3 rows, shard"],
    ["zh/", "3 rows, shard"],
    ["large.html", "60000 rows, shard"],
    ["zh/large.html", "60000 rows, shard"],
    ["still.html", "Overview"]
  ])("%s", async (path, finding) => {
    const {page, problems, close} = await visit(browser, `${server.origin}/dist/${path}`);
    await expect.poll(() => page.textContent(".finding")).toContain(finding);
    expect(problems).toEqual([]);
    await close();
  });

  test("without script every word is there and links work", async () => {
    const {page, close} = await visit(browser, `${server.origin}/dist/zh/still.html`, {javaScript: false});
    await page.click(".finding a");
    expect(page.url()).toBe(`${server.origin}/dist/zh/`);
    await close();
  });

  test("a library imported lazily is fetched when it is needed", async () => {
    const {page, problems, close} = await visit(browser, `${server.origin}/dist/zh/index.html`);
    const chunks = () =>
      page.evaluate(() => performance.getEntriesByType("resource").filter(({name}) => /Arrow/.test(name)));
    expect(await chunks()).toEqual([]);
    await expect.poll(() => page.textContent(".finding")).toContain("shard");
    await page.click(".finding");
    await expect.poll(() => page.textContent(".finding")).toBe("2 Arrow rows");
    expect(await chunks()).toHaveLength(1);
    expect(problems).toEqual([]);
    await close();
  });

  test("the theme button is at work on every page", async () => {
    const {page, close} = await visit(browser, `${server.origin}/dist/still.html`);
    await page.click("[data-action=theme]");
    expect(await page.getAttribute("html", "data-theme")).toBe("dark");
    await close();
  });

  test("the browser refuses a request that leaves the origin", async () => {
    const {page, close} = await visit(browser, `${server.origin}/dist/still.html`);
    const refused = await page.evaluate(() =>
      fetch("https://example.com/").then(
        () => "sent",
        () => "refused"
      )
    );
    expect(refused).toBe("refused");
    await close();
  });
});
