import type {Browser, Page} from "playwright-core";
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test} from "vitest";
import {axeViolations} from "./axe.ts";
import {lowContrast} from "./contrast.ts";
import {launch} from "./launch.ts";
import {overflowAt} from "./overflow.ts";
import {pdfOf, textsPerSheet} from "./printed.ts";

let browser: Browser;
let page: Page;
beforeAll(async () => void (browser = await launch()), 60_000);
afterAll(() => browser?.close());
beforeEach(async () => void (page = await browser.newPage()));
afterEach(() => page.close());

const show = (body: string) => page.setContent(`<!doctype html><html lang="en"><title>t</title><main>${body}</main>`);

describe("a check of a page sees", () => {
  test("an element without a name", async () => {
    await show('<h1>t</h1><button type="button"></button>');
    expect(await axeViolations(page)).toEqual([expect.stringMatching(/^button-name: <button/)]);
  });

  test("pale text, also on a translucent ground and under an opacity, but not large, hidden or dark text", async () => {
    await show(
      `<p style="color:#777">pale</p><p style="color:#767676">fair</p>
       <div style="background:#000"><p style="background:rgb(255 255 255 / .5);color:#fff">veiled</p></div>
       <div style="opacity:.5"><p style="color:#000">faded</p></div>
       <p style="color:#8a8a8a;font-size:24px">large</p><p style="color:#eee" hidden>hidden</p>`
    );
    const found = await lowContrast(page);
    expect(found.map((problem) => /"(.*)"/.exec(problem)![1])).toEqual(["pale", "veiled", "faded"]);
    expect(found[0]).toBe('4.48 "pale" p.-');
  });

  test("what is wider than the screen, and says what it is", async () => {
    await show('<table class="wide" style="width:400px"><tr><td>t</td></tr></table>');
    expect(await overflowAt(page, 720)).toEqual([]);
    expect((await overflowAt(page, 320))[0]).toMatch(/^320 px: \d+ px over, table\.wide/);
  });

  test("how many sheets a page has on paper, and which is blank", async () => {
    await show('<p>first</p><p style="break-before:page"></p><p style="break-before:page">third</p>');
    const sheets = await textsPerSheet(await pdfOf(page));
    expect(sheets).toHaveLength(3);
    expect(sheets.map((texts) => texts > 0)).toEqual([true, false, true]);
  });
});
