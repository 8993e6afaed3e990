import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import {buildSite} from "../../dashboards/build/buildSite.ts";
import {liveFolder} from "../../dashboards/build/bundleLive.ts";
import {churn} from "../../dashboards/pages/churn.ts";
import {data} from "../dashboards/pages/churnPage.ts";
import {company, row, summary} from "../dashboards/pages/churnRows.ts";
import {csvName} from "../../dashboards/live/csv.ts";
import {toyPage} from "../site/toySite.ts";
import {launch} from "./launch.ts";
import {pdfOf} from "./printed.ts";
import {wordsPerSheet} from "./printedWords.ts";
import {serveFolder, type Server} from "./serveFolder.ts";
import {visit} from "./visit.ts";

const folder = mkdtempSync(join(tmpdir(), "perennial-churn-"));
const both = (text: string) => ({en: text, zh: text});
const list = Array.from({length: 70}, (_, i) =>
  row(i + 1, {
    segment: i % 2 ? "lost" : "champions",
    warned_of: i % 5 ? "" : "complaints",
    complaints: 3,
    tickets_365d: 3
  })
);
const rows: Record<string, unknown[]> = {...data, mart_churn_watch: list, mart_churn_summary: summary({buyers: 90})};

/** The page links the model card and the warnings, which a build writes beside it. */
async function writeFiles(folder: string): Promise<void> {
  mkdirSync(join(folder, "churn"));
  for (const file of ["card.json", "card-en.md", "card-zh.md", csvName("warnings", company.asOf.toISOString())])
    writeFileSync(join(folder, "churn", file), "");
}
let server: Server;
let browser: Browser;

beforeAll(async () => {
  await buildSite({
    pages: [toyPage("/"), toyPage("/customers"), churn],
    writeFiles,
    read: async ({name}) => (rows[name] ?? []) as Record<string, unknown>[],
    facts: {
      product: "Perennial",
      company: both("Toy"),
      asOf: company.asOf,
      currency: "GBP",
      description: both("Customer analytics."),
      freshness: both("Loaded."),
      privacy: both("Pseudonyms only."),
      nav: [{entries: [{path: "/churn", label: both("Churn watch")}]}]
    },
    stage: join(folder, "stage"),
    dist: join(folder, "dist"),
    liveFolder,
    ...company
  });
  server = await serveFolder(folder);
  browser = await launch();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, {recursive: true});
});

const shown = (page: Page) => page.locator("#watch tbody tr:not(.capacity)").count();
const open = (query = "") => visit(browser, `${server.origin}/dist/churn.html${query}`);

async function csvOf(page: Page): Promise<string[]> {
  const [file] = await Promise.all([page.waitForEvent("download"), page.click("#take")]);
  expect(file.suggestedFilename()).toBe("perennial-churn-2026-06-24.csv");
  return readFileSync((await file.path())!, "utf8")
    .trimEnd()
    .split("\r\n");
}

test("sixteen rows, then fifty more, then all; the CSV has as many as are shown", async () => {
  const {page, problems, close} = await open();
  expect(await shown(page)).toBe(16);
  expect(await csvOf(page)).toHaveLength(1 + 16);
  await page.click("#more");
  expect(await shown(page)).toBe(66);
  expect(await page.textContent("#watch-count")).toContain("Rows 1–66 of 70; the list holds the first 70 of 90");
  expect(await page.textContent("#take")).toBe("Take these 66 as CSV");
  await page.click("#more");
  expect(await shown(page)).toBe(70);
  expect(await page.isVisible("#more")).toBe(false);
  expect(await csvOf(page)).toHaveLength(1 + 70);
  expect(problems).toEqual([]);
  await close();
});

test("a filter stands in the address, in words, in the list and in the CSV", async () => {
  const {page, close} = await open();
  await page.selectOption("[data-filter=segment]", "lost");
  expect(new URL(page.url()).search).toBe("?segment=lost");
  expect(await page.textContent("[data-filter-line]")).toBe("Only segment Lost");
  expect(await page.textContent("#watch-count")).toContain("Rows 1–16 of 35 among the 70 on the list");
  expect(await page.textContent("#watch tbody")).not.toContain("Champions");
  const lines = await csvOf(page);
  expect(lines.slice(1).every((line) => line.endsWith("2026-06-24,segment=lost"))).toBe(true);
  await close();
});

test("an address with a filter opens on it, and one that is unknown says so", async () => {
  const lost = await open("?segment=lost");
  expect(await lost.page.inputValue("[data-filter=segment]")).toBe("lost");
  expect(await lost.page.textContent("#watch-count")).toContain("of 35");
  await lost.close();
  const gold = await open("?segment=gold");
  expect(await gold.page.textContent("[data-filter-line]")).toContain("Unknown segment: all are shown.");
  expect(await shown(gold.page)).toBe(16);
  await gold.close();
});

test("a warning is a filter, and the CSV holds reasons and warnings", async () => {
  const {page, close} = await open();
  await page.selectOption("[data-filter=warning]", "complaints");
  expect(new URL(page.url()).search).toBe("?warning=complaints");
  expect(await page.textContent("#watch-count")).toContain("Rows 1–14 of 14 among the 70 on the list");
  expect(await page.textContent("#watch tbody tr")).toContain("3 complaints in 60 days; usual: 0");
  const [head, first] = await csvOf(page);
  expect(head).toContain("reasons,warnings,ranked_by,as_of,filter");
  expect(first).toContain(
    "no order for 82 days; own rhythm is 26 | 3 complaints in 60 days; usual: 0,complaints,trees,2026-06-24,warning=complaints"
  );
  await close();
});

test("paper holds ten customers a sheet under their head, and the card on a sheet of its own", async () => {
  const {page, close} = await open();
  const sheets = await wordsPerSheet(await pdfOf(page));
  const customers = sheets.map((text) => text.match(/C-0{6,}\d+/g)?.length ?? 0);
  expect(customers.slice(0, 2)).toEqual([10, 6]);
  expect(sheets[1]).toContain("Value at risk");
  expect(sheets.at(-1)).toContain("Model card, written with the build");
  expect(sheets.at(-1)).not.toContain("What do plain warning rules say?");
  await close();
});

test("more calls a day move the line", async () => {
  const {page, close} = await open();
  const above = () =>
    page.locator("#watch tr.capacity").evaluate((line) => (line as HTMLTableRowElement).sectionRowIndex);
  expect(await above()).toBe(2);
  await page.fill("[data-filter=calls]", "5");
  expect(await above()).toBe(5);
  expect(await page.textContent(".capacity")).toContain("Above this line 2.5 of 5 are expected to leave");
  await close();
});
