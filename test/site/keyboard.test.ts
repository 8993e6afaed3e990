import {describe, expect, test} from "vitest";
import type {Page} from "playwright-core";
import {publishedSite} from "./publishedSite.ts";

const open = publishedSite();

const focused = (page: Page) =>
  page.evaluate(() => {
    const cell = document.activeElement as HTMLTableCellElement;
    return {row: cell.closest<HTMLElement>("[data-row]")?.dataset.row, column: Number(cell.dataset.column)};
  });

describe.each(["/cohorts.html", "/zh/cohorts.html"])("the cohort triangle of %s", (address) => {
  test("is one stop for Tab, and arrows, Home and End move within it", async () => {
    const {page, close} = await open(address);
    const stops = page.locator("table[role=grid] td[tabindex='0']");
    expect(await page.locator("table[role=grid]").first().locator("td[tabindex='0']").count()).toBe(1);
    await stops.first().focus();
    await page.keyboard.press("Home");
    const start = await focused(page);
    await page.keyboard.press("ArrowRight");
    expect(await focused(page)).toEqual({...start, column: start.column + 1});
    await page.keyboard.press("ArrowLeft");
    expect(await focused(page)).toEqual(start);
    await page.keyboard.press("End");
    expect((await focused(page)).column).toBeGreaterThanOrEqual(start.column);
    expect(await stops.count()).toBe(await page.locator("table[role=grid]").count());
    await close();
  });

  test("opens the chosen cell with Enter: the sentence below it is announced", async () => {
    const {page, problems, close} = await open(address);
    await page.locator("table[role=grid] td[tabindex='0']").first().focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    const chosen = page.locator("table[role=grid] [aria-selected=true]").first();
    const percent = async (text: Promise<string | null>, pattern: RegExp) => Number(pattern.exec((await text)!)?.[1]);
    const cell = await percent(chosen.textContent(), /(\d+)/);
    const said = page.locator(".drill [role=status]").first();
    // The cell has whole percents, the sentence one decimal.
    await expect.poll(async () => Math.abs((await percent(said.textContent(), /([\d.]+)%/)) - cell)).toBeLessThan(0.56);
    expect(problems).toEqual([]);
    await close();
  });

  test("shows the same when counted otherwise by click and by address", async () => {
    const clicked = await open(address);
    await clicked.page.click("[data-filter=counted] [data-value=later], [data-filter=counted][data-value=later]");
    await clicked.page.waitForURL(/counted=later/);
    const linked = await open(`${address}?counted=later`);
    const text = (page: Page) => page.locator("main").innerText();
    await expect.poll(() => text(linked.page)).toBe(await text(clicked.page));
    await Promise.all([clicked.close(), linked.close()]);
  });
});

describe("the frame of a page", () => {
  test("opens the menu on a narrow screen, closes it with Escape and gives the focus back", async () => {
    const {page, close} = await open("/", {width: 390, height: 844});
    await page.click("[popovertarget=rail]");
    expect(await page.locator("#rail nav a").first().isVisible()).toBe(true);
    await page.keyboard.press("Escape");
    expect(await page.locator("#rail nav a").first().isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.getAttribute("popovertarget"))).toBe("rail");
    await close();
  });

  test("leads to the search with a slash, and past the navigation with the first Tab", async () => {
    const {page, close} = await open("/");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("skip");
    await page.keyboard.press("/");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("type"))).toBe("search");
    await close();
  });

  test("keeps the page and its filters when the language changes", async () => {
    const {page, close} = await open("/cohorts.html?counted=later");
    await page.click("a[data-keep-query]");
    await page.waitForURL(/\/zh\/cohorts\.html\?counted=later$/);
    await close();
  });
});
