import {expect, test} from "vitest";
import {publishedSite} from "./publishedSite.ts";

const open = publishedSite();
const count = (text: string | null): number => Number(/([\d,]+) texts/.exec(text ?? "")![1]!.replace(",", ""));

test("a theme in the address chooses its texts, more can be shown, and a language narrows them", async () => {
  const {page, problems, close} = await open("/voice.html?theme=delivery&sentiment=negative");
  await expect.poll(() => page.textContent("[data-filter-line]")).toBe("Only theme Delivery, negative");
  const themed = async () => count(await page.textContent("[data-said-count]"));
  await expect.poll(themed).toBeLessThan(1000);
  const [shown, all] = [await page.locator(".verbatims li").count(), await themed()];
  await page.click("#more");
  await expect.poll(() => page.locator(".verbatims li").count()).toBeGreaterThan(shown);
  for (const item of await page.locator(".verbatims li").allTextContents()) expect(item).toContain("Delivery");
  await page.selectOption("select[name=language]", "zh");
  await expect.poll(themed).toBeLessThan(all);
  expect(new URL(page.url()).search).toBe("?theme=delivery&sentiment=negative&language=zh");
  expect(problems).toEqual([]);
  await close();
});

test("open tickets filter by lateness, and each group can be compared", async () => {
  const {page, problems, close} = await open("/service.html?due=late&by=team");
  await expect.poll(() => page.textContent("[data-filter-line]")).toBe("Only late ones · by Team");
  for (const row of await page.locator("[data-open] tbody tr").allTextContents()) expect(row).toContain("late");
  expect(await page.textContent("[data-groups] th")).toContain("Team");
  expect(problems).toEqual([]);
  await close();
});

test("cases filter by state; an unknown state falls back and says so", async () => {
  const known = await open("/voice/loop.html?state=open");
  await expect.poll(() => known.page.textContent("[data-filter-line]")).toBe("Only open");
  for (const row of await known.page.locator("[data-cases] tbody tr").allTextContents()) expect(row).toContain("open");
  await known.close();
  const {page, problems, close} = await open("/zh/voice/loop.html?state=sideways");
  await expect.poll(() => page.textContent("[data-filter-line]")).toContain("state 的值未知");
  expect(problems).toEqual([]);
  await close();
});

test("what is shown can be taken away: scores, drivers, themes, causes, Kano", async () => {
  for (const [address, ids] of [
    ["/voice.html", ["groups", "drivers", "themes"]],
    ["/service.html", ["groups", "causes"]],
    ["/voice/kano.html", ["features"]]
  ] as const) {
    const {page, close} = await open(address);
    for (const id of ids) {
      const taken = page.waitForEvent("download");
      await page.click(`#${id} [data-action=csv]`);
      expect((await taken).suggestedFilename()).toMatch(/^perennial-[a-z-]+-\d{4}-\d{2}-\d{2}\.csv$/);
    }
    await close();
  }
});
