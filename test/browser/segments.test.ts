import {readFileSync, rmSync} from "node:fs";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {liveFolder} from "../../dashboards/build/bundleLive.ts";
import {segments} from "../../dashboards/pages/segments.ts";
import {data, move} from "../dashboards/pages/segmentsPage.ts";
import {toyPage, toySite} from "../site/toySite.ts";
import {axeViolations} from "./axe.ts";
import {lowContrast} from "./contrast.ts";
import {launch} from "./launch.ts";
import {overflowAt} from "./overflow.ts";
import {nearlyBlank, pdfOf, textsPerSheet} from "./printed.ts";
import {serveFolder, type Server} from "./serveFolder.ts";
import {visit, type Screen} from "./visit.ts";

const toy = toySite();
const rows: Record<string, unknown[]> = {
  ...data,
  mart_segment_move: [
    ...data.mart_segment_move,
    move("champions", "champions", 300, 1),
    move("lost", "champions", 23, 1),
    move("lost", "gold club", 57, 1)
  ]
};
let server: Server;
let browser: Browser;

beforeAll(async () => {
  await toy.build([toyPage("/"), toyPage("/customers"), segments], {
    read: async ({name}) => (rows[name] ?? []) as Record<string, unknown>[],
    minCell: 10,
    liveFolder
  });
  server = await serveFolder(toy.dist);
  browser = await launch();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(toy.folder, {recursive: true});
});

const open = (query = "", screen: Screen = {}) => visit(browser, `${server.origin}/segments.html${query}`, screen);
const cells = (page: Page) => page.locator(".moves tbody tr").first().locator("td").allTextContents();
const trimmed = async (page: Page) => (await cells(page)).map((text) => text.trim());

describe("the matrix of moves", () => {
  test("is read for other days and as revenue, and the address keeps it", async () => {
    const {page, problems, close} = await open();
    expect(await trimmed(page)).toEqual(["200", "0", "30", "60", "290"]);
    await page.click("[data-filter=measure] [data-value=before]");
    expect(await trimmed(page)).toEqual(["£2,000", "0", "£300", "£600", "£2,900"]);
    await page.click("[data-filter=since] [data-value='1']");
    expect(new URL(page.url()).search).toBe("?measure=before&since=1");
    expect(await trimmed(page)).toEqual(["£3,000", "0", "0", "£3,000"]);
    expect(await page.textContent("[data-filter-line]")).toBe("Since last month · Revenue then");
    expect(await page.textContent("[data-up-down]")).toContain("Lost → Gold club 57");
    expect(problems).toEqual([]);
    await close();
  });

  test("opens as the address says, and says what it does not know", async () => {
    const linked = await open("?since=1&measure=after");
    expect(await trimmed(linked.page)).toEqual(["£6,000", "0", "0", "£6,000"]);
    await linked.close();
    const unknown = await open("?since=7");
    expect(await trimmed(unknown.page)).toEqual(["200", "0", "30", "60", "290"]);
    expect(await unknown.page.textContent("[data-filter-line]")).toBe("unknown value of since: shown as usual");
    await unknown.close();
  });

  test("redrawn in the browser is what the build drew", async () => {
    const {page, close} = await open();
    const drawn = await page.innerHTML("[data-moves]");
    const beside = await page.innerHTML("[data-up-down]");
    await page.click("[data-filter=since] [data-value='1']");
    expect(await page.innerHTML("[data-moves]")).not.toBe(drawn);
    await page.click("[data-filter=since] [data-value='3']");
    expect(await page.innerHTML("[data-moves]")).toBe(drawn);
    expect(await page.innerHTML("[data-up-down]")).toBe(beside);
    await close();
  });
});

test("the segment table is taken away as it is shown", async () => {
  const {page, close} = await open();
  const [file] = await Promise.all([page.waitForEvent("download"), page.click("[data-action=csv]")]);
  const [head, ...lines] = readFileSync((await file.path())!, "utf8")
    .trimEnd()
    .split("\r\n");
  expect(head).toMatch(/average_revenue,customers_3_months_before,customers_12_months_before,as_of,filter$/);
  expect(lines).toHaveLength(data.mart_segment.length);
  expect(lines[0]).toMatch(/^champions,323,.*,290,250,2026-06-24,$/);
  await close();
});

test.each([
  ["wide", {}],
  ["dark", {scheme: "dark"}],
  ["narrow", {width: 390, height: 844}]
] as const)("the page is accessible and legible: %s", async (_, screen) => {
  const {page, problems, close} = await open("", screen);
  expect(await axeViolations(page)).toEqual([]);
  expect(await lowContrast(page)).toEqual([]);
  expect(problems).toEqual([]);
  await close();
});

test("nothing sticks out sideways, and no sheet of paper is blank", async () => {
  const {page, close} = await open();
  for (const width of [320, 720, 1440]) expect(await overflowAt(page, width)).toEqual([]);
  const sheets = await textsPerSheet(await pdfOf(page));
  expect(sheets.length).toBeLessThanOrEqual(4);
  expect(Math.min(...sheets)).toBeGreaterThan(nearlyBlank);
  await close();
});
