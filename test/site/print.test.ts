import {describe, expect, test} from "vitest";
import {pdfOf, textsPerSheet} from "../browser/printed.ts";
import {publishedSite} from "./publishedSite.ts";

const open = publishedSite();

/** Margin boxes alone are four texts; a sheet with so few is blank. */
const blank = 8;

describe.each(["/", "/zh/"])("on paper, in the language of %s", (root) => {
  test("the cohort report has two sheets", async () => {
    const {page, close} = await open(`${root}cohorts.html`);
    const sheets = await textsPerSheet(await pdfOf(page));
    expect(sheets).toHaveLength(2);
    expect(Math.min(...sheets)).toBeGreaterThan(blank);
    await close();
  });

  test("the overview has two sheets at most", async () => {
    const {page, close} = await open(root);
    const sheets = await textsPerSheet(await pdfOf(page));
    expect(sheets.length).toBeLessThanOrEqual(2);
    expect(Math.min(...sheets)).toBeGreaterThan(blank);
    await close();
  });
});
