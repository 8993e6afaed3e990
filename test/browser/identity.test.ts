import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import {buildSite} from "../../dashboards/build/buildSite.ts";
import {liveFolder} from "../../dashboards/build/bundleLive.ts";
import {identity} from "../../dashboards/pages/identity.ts";
import {company, data, pair, people} from "../dashboards/pages/identityRows.ts";
import {toyPage} from "../site/toySite.ts";
import {axeViolations} from "./axe.ts";
import {lowContrast} from "./contrast.ts";
import {launch} from "./launch.ts";
import {overflowAt} from "./overflow.ts";
import {serveFolder, type Server} from "./serveFolder.ts";
import {visit} from "./visit.ts";

const folder = mkdtempSync(join(tmpdir(), "perennial-identity-"));
const both = (text: string) => ({en: text, zh: text});
const queue = Array.from({length: 70}, (_, i) => pair(i + 1));
const rows: Record<string, unknown[]> = {
  ...data,
  mart_identity_party: [data.mart_identity_party[0], {...people, reviews: 90}],
  mart_identity_review: queue
};
let server: Server;
let browser: Browser;

beforeAll(async () => {
  await buildSite({
    pages: [toyPage("/"), toyPage("/customers"), identity],
    read: async ({name}) => (rows[name] ?? []) as Record<string, unknown>[],
    facts: {
      product: "Perennial",
      company: both("Toy"),
      asOf: company.asOf,
      currency: "GBP",
      description: both("Customer analytics."),
      freshness: both("Loaded."),
      privacy: both("Pseudonyms only."),
      nav: [{entries: [{path: "/identity", label: both("Identity")}]}]
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

const idOf = (place: number) => `${queue[place - 1]!.left_record}~${queue[place - 1]!.right_record}`;
const shown = (page: Page) => page.locator("#queue tbody tr").count();
const chosen = (page: Page) => page.locator("#queue tr[aria-current]").getAttribute("data-id");
const open = (query = "", screen = {}) => visit(browser, `${server.origin}/dist/identity.html${query}`, screen);

test("ten pairs, then fifty; the CSV has all of the list", async () => {
  const {page, problems, close} = await open();
  expect(await shown(page)).toBe(10);
  await page.click("#more");
  expect(await shown(page)).toBe(50);
  expect(await page.textContent("#queue-count")).toBe("Pairs 1–50 of 91 that wait; the CSV holds the first 70.");
  expect(await page.isVisible("#more")).toBe(false);
  const [file] = await Promise.all([page.waitForEvent("download"), page.click("[data-action=csv]")]);
  expect(file.suggestedFilename()).toBe("perennial-identity-2026-06-24.csv");
  expect(
    readFileSync((await file.path())!, "utf8")
      .trimEnd()
      .split("\r\n")
  ).toHaveLength(1 + 70);
  expect(problems).toEqual([]);
  await close();
});

test("a chosen pair stands in the address, shows its weights, and Back leads to the one before", async () => {
  const {page, close} = await open();
  await page.click(`[data-pair="${idOf(3)}"]`);
  expect(new URL(page.url()).searchParams.get("pair")).toBe(idOf(3));
  expect(await chosen(page)).toBe(idOf(3));
  expect(await page.textContent("#why-pair")).toContain("Pair 3:");
  expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.pair)).toBe(idOf(3));
  await page.goBack();
  expect(await chosen(page)).toBe(idOf(1));
  expect(await page.textContent("#why-pair")).toContain("Pair 1:");
  await close();
});

test("an address with a pair opens on it, however far down; one that waits no more says so", async () => {
  const linked = await open(`?pair=${idOf(40)}`);
  expect(await shown(linked.page)).toBe(40);
  expect(await linked.page.textContent("#why-pair")).toContain("Pair 40:");
  await linked.close();
  const gone = await open("?pair=R-OLD~R-GONE");
  expect(await gone.page.textContent("#identity-line")).toContain("That pair waits no more: the first is shown.");
  expect(await chosen(gone.page)).toBe(idOf(1));
  await gone.close();
});

test("weights, comparisons and rules follow the choice between people and organisations", async () => {
  const {page, problems, close} = await open();
  const bodies = () => page.locator("#weights-body, #levels-body, #rules-body").allInnerTexts();
  const before = await bodies();
  expect(before[0]).toContain("people, not linked: 3,787");
  await page.click("[data-filter=party] [data-value=organisation]");
  expect(new URL(page.url()).search).toBe("?party=organisation");
  const [weights, rules, levels] = await bodies();
  expect(weights).toContain("organisations, not linked: 289");
  expect(rules).toContain("company name");
  expect(levels).not.toContain("family name");
  await page.click("[data-filter=party] [data-value=person]");
  expect(await bodies()).toEqual(before);
  expect(problems).toEqual([]);
  await close();
});

test.each([
  ["wide", {}],
  ["in the dark", {scheme: "dark"}],
  ["narrow", {width: 390, height: 844}]
] as const)("the page is accessible %s and fits", async (_, screen) => {
  const {page, close} = await open("", screen);
  await page.click("#weights details summary");
  expect(await axeViolations(page)).toEqual([]);
  expect(await lowContrast(page)).toEqual([]);
  for (const width of [1440, 960, 720, 320]) expect(await overflowAt(page, width)).toEqual([]);
  await close();
});

test("without script there is a pair with its weights, and no control that does nothing", async () => {
  const {page, close} = await open("", {javaScript: false});
  expect(await page.textContent("#why-pair")).toContain("Pair 1:");
  expect(await page.isVisible("#more")).toBe(false);
  expect(await page.locator("[data-pair]").first().isVisible()).toBe(false);
  expect(await page.locator("[data-filter=party]").isVisible()).toBe(false);
  await close();
});
