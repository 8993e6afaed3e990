import {readFileSync, rmSync} from "node:fs";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {liveFolder} from "../../dashboards/build/bundleLive.ts";
import {customers} from "../../dashboards/pages/customers.ts";
import {readMart} from "../../dashboards/readMart.ts";
import {selectSql} from "../../models/compile.ts";
import {martBestCustomer} from "../../models/marts/mart_best_customer.ts";
import {martPareto} from "../../models/marts/mart_pareto.ts";
import {martSegment} from "../../models/marts/mart_segment.ts";
import type {Settings} from "../../models/settings.ts";
import {emptyTableSql} from "../../warehouse/ddl.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import {emptyBase, fillBase} from "../dashboards/pages/customers/base.ts";
import {toyPage, toySite} from "../site/toySite.ts";
import {axeViolations} from "./axe.ts";
import {lowContrast} from "./contrast.ts";
import {launch} from "./launch.ts";
import {overflowAt} from "./overflow.ts";
import {nearlyBlank, pdfOf, textsPerSheet} from "./printed.ts";
import {serveFolder, type Server} from "./serveFolder.ts";
import {visit} from "./visit.ts";

const CUSTOMERS = 9_000;
const toy = toySite();
let warehouse: Warehouse;
let server: Server;
let browser: Browser;

beforeAll(async () => {
  warehouse = await emptyBase();
  await fillBase(warehouse, CUSTOMERS);
  await warehouse.run(`create table mart_best_customer as ${selectSql(martBestCustomer, {} as Settings)}`);
  for (const mart of [martPareto, martSegment]) await warehouse.run(emptyTableSql(mart));
  await warehouse.run(`insert into mart_segment by name
    select segment, row_number() over (order by segment) as position, count(*) as customers, 0 as orders, 0 as net_revenue, '' as scores, 0 as mean_score
    from mart_customer_360 where segment is not null group by segment`);
  const publish = {personal: [], minCell: 10, callsPerDay: 12};
  await toy.build([toyPage("/"), customers], {
    read: readMart(warehouse),
    writeFiles: (folder) => customers.files!(warehouse, folder, publish),
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

const open = (address: string) => visit(browser, `${server.origin}/${address}`);
const status = (page: Page) => page.textContent("[data-list-status]");
const count = async (where: string): Promise<number> =>
  (await warehouse.row<{n: number}>(`select count(*) as n from mart_customer_360 where ${where}`)).n;
const best = async (): Promise<string> =>
  (await warehouse.row<{key: string}>("select customer_id as key from mart_best_customer where place = 1")).key;

describe("the customers page in a browser", () => {
  test("loads the most valuable first, and more where the reader scrolls to the end", async () => {
    const {page, problems, close} = await open("customers.html");
    await expect.poll(() => status(page)).toContain("9,000 customers; the 3,500 most valuable");
    await page.evaluate(() => document.querySelector(".virtual")!.scrollTo({top: 3_500 * 33}));
    await expect.poll(() => status(page)).toContain("the 7,000 most valuable");
    expect(await page.locator(".virtual tbody tr").count()).toBeLessThan(60);
    expect(problems).toEqual([]);
    await close();
  });

  test("a filter of the address counts what the mart counts, and its CSV has the shown rows in their order", async () => {
    const {page, close} = await open("customers.html?segment=at_risk&band=high");
    const expected = await count("segment = 'at_risk' and risk_band = 'high'");
    await expect.poll(() => status(page)).toBe(`${expected.toLocaleString("en")} of 9,000 customers`);
    await page.click("#customers thead button:has-text('Orders')");
    const [file] = await Promise.all([page.waitForEvent("download"), page.click("#list [data-action=csv]")]);
    expect(file.suggestedFilename()).toBe("perennial-customers-2026-06-24.csv");
    const [head, ...lines] = readFileSync((await file.path())!, "utf8")
      .trimEnd()
      .split("\r\n");
    expect(lines).toHaveLength(expected);
    for (const column of ["stage", "net_revenue_90d", "may_email", "loyalty_tier"])
      expect(head!.split(",")).toContain(column);
    const orders = head!.split(",").indexOf("orders");
    const values = lines.map((line) => Number(line.split(",")[orders]));
    expect(values).toEqual([...values].sort((a, b) => b - a));
    const shown = await page.locator("#customers tbody tr:not(.pad) th").allTextContents();
    expect(lines.slice(0, 5).map((line) => line.split(",")[0])).toEqual(shown.slice(0, 5));
    expect(lines[0]).toContain("2026-06-24,segment At risk; high risk");
    await page.click("[data-clear=band]");
    const all = await count("segment = 'at_risk'");
    await expect.poll(() => status(page)).toBe(`${all.toLocaleString("en")} of 9,000 customers`);
    expect(new URL(page.url()).search).toBe("?segment=at_risk");
    await close();
  });

  test("the further filters offer this company's words, count what the mart counts, and can be reached by keyboard", async () => {
    const {page, problems, close} = await open("customers.html");
    await expect.poll(() => status(page)).toContain("9,000 customers");
    await page.focus("details.more-filters summary");
    await page.keyboard.press("Enter");
    await expect
      .poll(async () => (await page.locator("[data-filter=channel] option").allTextContents()).sort())
      .toEqual(["All", "search", "social", "trade fair"]);
    const chosen: [string, string, string][] = [
      ["country", "CN", "country = 'CN'"],
      ["contact", "call", "country = 'CN' and may_call"],
      ["tickets", "open", "country = 'CN' and may_call and open_tickets > 0"],
      ["party", "person", "country = 'CN' and may_call and open_tickets > 0 and party = 'person'"],
      ["stage", "loyal", "country = 'CN' and may_call and open_tickets > 0 and party = 'person' and stage = 'loyal'"]
    ];
    for (const [name, value, where] of chosen) {
      await page.selectOption(`[data-filter=${name}]`, value);
      const expected = await count(where);
      await expect.poll(() => status(page)).toBe(`${expected.toLocaleString("en")} of 9,000 customers`);
    }
    expect(await page.locator("[data-list-chips] [data-clear]").count()).toBe(5);
    expect(await axeViolations(page)).toEqual([]);
    expect(problems).toEqual([]);
    await close();
    const linked = await open("customers.html?country=CN");
    await expect.poll(() => linked.page.inputValue("[data-filter=country]")).toBe("CN");
    await linked.close();
  });

  test("every column can be sorted by, in both directions", async () => {
    const {page, close} = await open("customers.html");
    await expect.poll(() => status(page)).toContain("3,500 most valuable");
    const heads = page.locator("#customers thead button");
    for (let i = 0; i < (await heads.count()); i++) {
      const order = () => page.locator("#customers thead th").nth(i).getAttribute("aria-sort");
      await heads.nth(i).click();
      const first = await order();
      await heads.nth(i).click();
      expect([first, await order()].sort()).toEqual(["ascending", "descending"]);
    }
    await close();
  });

  test("a key of old leads to the customer that it became, and says so", async () => {
    const {former, key} = await warehouse.row<{former: string; key: string}>(
      `select o.customer_id as former, n.into_id as key from int_identity_change o join int_identity_change n on n.customer_id = o.into_id
       where o.run = 1 order by 1 limit 1`
    );
    const {page, problems, close} = await open(`customers.html?key=${former}`);
    await expect.poll(() => page.textContent("h1")).toBe(key);
    expect(await page.textContent("#profile-view .banner")).toContain(`${former} is now ${key}`);
    expect(await page.title()).toContain(key);
    await page.click("[data-filter=events] [data-value=orders]");
    await expect.poll(() => new URL(page.url()).search).toBe(`?key=${former}&events=orders`);
    expect(await page.textContent("#profile-view .banner")).toContain("is now");
    expect(problems).toEqual([]);
    await close();
  });

  test("an organisation leads to its people and they back to it", async () => {
    const {key, person} = await warehouse.row<{key: string; person: string}>(
      "select organisation_id as key, person_id as person from int_customer_member order by records desc, 1, 2 limit 1"
    );
    const {page, close} = await open(`customers.html?key=${key}`);
    await page.click(`#people a[data-key="${person}"]`);
    await expect.poll(() => page.textContent("h1")).toBe(person);
    await page.click(`#profile-view .facts a[data-key="${key}"]`);
    await expect.poll(() => page.textContent("h1")).toBe(key);
    await close();
  });

  test("the profile fits every width and is accessible, light and dark, in both languages", async () => {
    const {key} = await warehouse.row<{key: string}>(
      `select customer_id as key from mart_customer_timeline group by 1 order by count(distinct kind) desc, 1 limit 1`
    );
    for (const [address, scheme] of [
      [`customers.html?key=${key}`, "light"],
      [`zh/customers.html?key=${key}`, "dark"]
    ] as const) {
      const {page, problems, close} = await visit(browser, `${server.origin}/${address}`, {scheme});
      await expect.poll(() => page.textContent("h1")).toBe(key);
      expect(await axeViolations(page)).toEqual([]);
      expect(await lowContrast(page)).toEqual([]);
      for (const width of [1440, 720, 320]) expect(await overflowAt(page, width)).toEqual([]);
      expect(problems).toEqual([]);
      await close();
    }
  });

  test("a search leads by Enter to the profile, and Back to the list as it was", async () => {
    const {page, problems, close} = await open("customers.html");
    const key = await best();
    await page.fill("[data-filter=q]", key.slice(2, 10).toLowerCase());
    await expect.poll(() => status(page)).toBe("1 of 9,000 customers");
    await page.press("[data-filter=q]", "Enter");
    await expect.poll(() => page.textContent("h1")).toBe(key);
    expect(await page.title()).toContain(key);
    await page.goBack();
    await expect.poll(() => status(page)).toBe("1 of 9,000 customers");
    await page.click(`a[data-key="${key}"]`);
    await page.click("[data-filter=events] [data-value=service]");
    await expect.poll(() => new URL(page.url()).search).toBe(`?key=${key}&events=service`);
    await page.click("[data-back]");
    await expect.poll(() => page.textContent("h1")).toBe("Who is this?");
    expect(problems).toEqual([]);
    await close();
  });

  test("a whole key in the search of the top bar opens the profile, in Chinese too", async () => {
    const key = await best();
    const {page, close} = await open("zh/customers.html");
    await page.fill(".find input", key.toLowerCase());
    await Promise.all([page.waitForNavigation(), page.press(".find input", "Enter")]);
    await expect.poll(() => page.textContent("h1")).toBe(key);
    expect(await axeViolations(page)).toEqual([]);
    await close();
  });

  test("what is not known is said: a filter, a search, a key", async () => {
    const first = await open("customers.html?band=hot");
    await expect.poll(() => first.page.textContent("[data-list-note]")).toContain("Not known and left out: band=hot");
    await first.page.fill("[data-filter=q]", "nobody");
    await expect.poll(() => first.page.textContent("#list .virtual")).toContain("No customer matches");
    await first.page.click("[data-action=clear]");
    await expect.poll(() => status(first.page)).toContain("9,000 customers");
    await first.close();
    const key = await best();
    const second = await open(`customers.html?key=${key.slice(0, 6)}00000000`);
    await expect.poll(() => second.page.textContent("#profile-view")).toContain("No customer has the key");
    await second.close();
  });

  test("a shard that cannot be had leaves the page alive and can be tried again", async () => {
    const {page, close} = await open("customers.html");
    await expect.poll(() => status(page)).toContain("3,500 most valuable");
    await page.route("**/*.arrow", (route) => route.fulfill({status: 503}));
    await page.selectOption("[data-filter=abc]", "C");
    await expect.poll(() => page.textContent("[data-list-note]")).toContain("Customers could not be loaded");
    await page.unroute("**/*.arrow");
    await page.click("[data-action=retry]");
    const expected = await count("abc_class = 'C'");
    await expect.poll(() => status(page)).toBe(`${expected.toLocaleString("en")} of 9,000 customers`);
    await close();
  });

  test("nothing moves while list or profile load", async () => {
    const key = await best();
    for (const address of ["customers.html", `customers.html?key=${key}`, "customers.html?segment=at_risk"]) {
      const {page, close} = await open(address);
      const shift = await page.evaluate(
        () =>
          new Promise<number>(
            (done) =>
              new PerformanceObserver((list) =>
                done(list.getEntries().reduce((sum, entry) => sum + (entry as unknown as {value: number}).value, 0))
              ).observe({type: "layout-shift", buffered: true}) ?? setTimeout(() => done(0), 500)
          )
      );
      expect(shift).toBeLessThan(0.02);
      await close();
    }
  });

  test("paper has the first 200 customers, says so, and gives the window back", async () => {
    const {page, close} = await open("customers.html");
    await expect.poll(() => status(page)).toContain("3,500 most valuable");
    const before = await page.locator(".virtual tbody tr").count();
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    expect(await page.textContent("[data-list-print]")).toBe("The first 200 are printed; the CSV holds all.");
    expect(await page.locator(".virtual tbody tr:not(.pad)").count()).toBeGreaterThanOrEqual(200);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    expect(await page.locator(".virtual tbody tr").count()).toBe(before);
    await close();
  });

  test("paper has the profile without a nearly blank sheet", async () => {
    const key = await best();
    const {page, close} = await open(`customers.html?key=${key}`);
    await expect.poll(() => page.textContent("h1")).toBe(key);
    const texts = await textsPerSheet(await pdfOf(page));
    expect(texts.length).toBeLessThanOrEqual(4);
    expect(Math.min(...texts)).toBeGreaterThan(nearlyBlank);
    await close();
  });

  // 2026-11-22: where the rows filled the last sheet, the note under the list stood on one of its own.
  test.each([0, 15, 30, 45])("paper never has the note under the list alone, %i pt further down", async (points) => {
    const {page, close} = await open("customers.html");
    await expect.poll(() => status(page)).toContain("3,500 most valuable");
    await page.addStyleTag({content: `#list { padding-top: ${points}pt }`});
    const texts = await textsPerSheet(await pdfOf(page));
    expect(texts.length).toBeLessThanOrEqual(7);
    expect(Math.min(...texts)).toBeGreaterThan(nearlyBlank);
    await close();
  });
});
