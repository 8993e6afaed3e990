import {readFileSync, rmSync} from "node:fs";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {liveFolder} from "../../dashboards/build/bundleLive.ts";
import {cohorts} from "../../dashboards/pages/cohorts.ts";
import {readMart} from "../../dashboards/readMart.ts";
import {rawRelations} from "../../ingest/contracts/kinds.ts";
import {ledgerInputs} from "../../ingest/ledgerRelations.ts";
import {createRows, inBuildOrder} from "../../models/compile.ts";
import type {Model} from "../../models/model.ts";
import {emptyTableSql} from "../../warehouse/ddl.ts";
import {Warehouse} from "../../warehouse/warehouse.ts";
import {randomShop} from "../models/cohortOracle.ts";
import {settings} from "../models/warehouseOf.ts";
import {toyPage, toySite} from "../site/toySite.ts";
import {axeViolations} from "./axe.ts";
import {launch} from "./launch.ts";
import {overflowAt} from "./overflow.ts";
import {nearlyBlank, pdfOf, textsPerSheet} from "./printed.ts";
import {serveFolder, type Server} from "./serveFolder.ts";
import {visit} from "./visit.ts";

const toy = toySite();
let warehouse: Warehouse;
let server: Server;
let browser: Browser;

beforeAll(async () => {
  warehouse = await Warehouse.open(":memory:");
  for (const relation of [...rawRelations, ...ledgerInputs]) await warehouse.run(emptyTableSql(relation));
  for (const sql of randomShop(9, 2_000).fill) await warehouse.run(sql);
  const needed = inBuildOrder([...cohorts.marts, ...cohorts.streams!] as unknown as Model[]);
  for (const model of needed) await createRows(model, {warehouse, settings, table: `"${model.name}"`});
  const publish = {personal: [], minCell: 10, callsPerDay: 12};
  await toy.build([toyPage("/"), toyPage("/customers"), cohorts], {
    read: readMart(warehouse),
    writeFiles: (folder) => cohorts.files!(warehouse, folder, publish),
    liveFolder
  });
  server = await serveFolder(toy.dist);
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  warehouse?.close();
  rmSync(toy.folder, {recursive: true});
});

const open = (query = "", screen = {}) => visit(browser, `${server.origin}/cohorts.html${query}`, screen);
const names = (page: Page) => page.locator("table.heat tr[data-row] th").allTextContents();
const said = (page: Page) => page.textContent("#drill [role=status]");

describe("the switches of the cohort page", () => {
  test.each([
    ["week", /^\d+ \w+ 202\d$/],
    ["quarter", /^Q\d 202\d$/],
    ["rolling", /^\w+ 202\d$/]
  ])("%s: by click and by address the same, and Back undoes nothing that it should not", async (period, name) => {
    const clicked = await open();
    await clicked.page.click(`[data-filter=period] [data-value=${period}]`);
    await clicked.page.waitForURL(new RegExp(`period=${period}`));
    await expect.poll(async () => (await names(clicked.page))[0]).toMatch(name);
    const linked = await open(`?period=${period}`);
    const text = (page: Page) => page.locator("main").innerText();
    await expect.poll(() => text(linked.page)).toBe(await text(clicked.page));
    expect(linked.problems).toEqual([]);
    await Promise.all([clicked.close(), linked.close()]);
  });

  test("weeks are the newest 26, and one file has all of them", async () => {
    const {page, close} = await open("?period=week");
    await expect.poll(async () => (await names(page)).length).toBe(26);
    const [file] = await Promise.all([page.waitForEvent("download"), page.click("[data-action=all-csv]")]);
    const {n} = await warehouse.row<{n: number}>(
      "select count(*) as n from mart_cohort_retention where period = 'week' and dimension = 'all'"
    );
    expect(
      readFileSync((await file.path())!, "utf8")
        .trimEnd()
        .split("\r\n")
    ).toHaveLength(1 + Number(n));
    await close();
  });

  test("a dimension sets its groups beside each other, and a group has its cohorts", async () => {
    const {page, problems, close} = await open("?by=acquisition_channel&counted=later");
    await expect.poll(() => names(page)).toEqual(["Fair", "Web", "Unknown"]);
    await page.locator("table.heat tr[data-row] td[tabindex]").first().click();
    expect(await said(page)).toContain("Fair, month 1:");
    await page.click("#drill [data-action=group]");
    await page.waitForURL(/group=fair/);
    await expect.poll(async () => (await names(page))[0]).toMatch(/^\w+ 202\d$/);
    await page.locator("table.heat tr[data-row] td[tabindex]").first().click();
    expect(await page.locator("#drill a.button").getAttribute("href")).toMatch(
      /cohort=202\d-\d\d&month=1&counted=later&group=acquisition_channel%3Afair$/
    );
    await page.goBack();
    await expect.poll(() => names(page)).toEqual(["Fair", "Web", "Unknown"]);
    expect(problems).toEqual([]);
    await close();
  });

  test("a group that is not there falls back and is named", async () => {
    const {page, close} = await open("?by=acquisition_channel&group=moon&period=day");
    await expect.poll(() => page.textContent("[data-filter-line]")).toContain("unknown value of period, group");
    expect(await names(page)).toEqual(["Fair", "Web", "Unknown"]);
    await close();
  });

  test("what a customer brings is told in money, its curve and its file too", async () => {
    const {page, close} = await open("?measure=worth&period=quarter");
    await expect.poll(() => said(page)).toMatch(/£[\d.,k]+ of net revenue per acquired customer up to then/);
    expect(await page.textContent("#curves h2")).toBe("What does each cohort bring?");
    const [file] = await Promise.all([page.waitForEvent("download"), page.click("#drill [data-action=csv]")]);
    expect(readFileSync((await file.path())!, "utf8")).toContain("cohort_on,cohort_customers,quarter_1");
    await close();
  });

  test("a file that is missing leaves the rest of the page alive and says what is wrong", async () => {
    const {page, close} = await open();
    await page.route(/data\/cohorts\/manifest/, (route) => route.fulfill({status: 503, body: ""}));
    await page.click("[data-filter=period] [data-value=week]");
    await expect.poll(() => page.textContent("[data-triangle] .failed")).toContain("503");
    expect(await page.isVisible("#curves")).toBe(true);
    await page.click("[data-filter=period] [data-value=month]");
    await expect.poll(async () => (await names(page)).length).toBe(18);
    await close();
  });

  test.each(["", "?period=week&measure=margin", "?by=first_value&period=rolling"])(
    "%s is accessible, and fits narrow screens",
    async (query) => {
      const {page, close} = await open(query);
      await page.waitForSelector("[data-triangle]:not([aria-busy])");
      expect(await axeViolations(page)).toEqual([]);
      for (const width of [320, 390, 720]) expect(await overflowAt(page, width)).toEqual([]);
      await close();
    }
  );

  test("every view prints on two sheets", async () => {
    for (const query of ["", "?period=week", "?by=first_product"]) {
      const {page, close} = await open(query);
      await page.waitForSelector("[data-triangle]:not([aria-busy])");
      const sheets = await textsPerSheet(await pdfOf(page));
      expect(sheets).toHaveLength(2);
      expect(Math.min(...sheets)).toBeGreaterThan(nearlyBlank);
      await close();
    }
  });
});
