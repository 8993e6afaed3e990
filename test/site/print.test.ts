import {describe, expect, test} from "vitest";
import {nearlyBlank, pdfOf, textsPerSheet} from "../browser/printed.ts";
import {publishedSite} from "./publishedSite.ts";

const open = publishedSite();

describe.each(["/", "/zh/"])("on paper, in the language of %s", (root) => {
  test("the cohort report has two sheets", async () => {
    const {page, close} = await open(`${root}cohorts.html`);
    const sheets = await textsPerSheet(await pdfOf(page));
    expect(sheets).toHaveLength(2);
    expect(Math.min(...sheets)).toBeGreaterThan(nearlyBlank);
    await close();
  });

  test("the overview has two sheets at most", async () => {
    const {page, close} = await open(root);
    const sheets = await textsPerSheet(await pdfOf(page));
    expect(sheets.length).toBeLessThanOrEqual(2);
    expect(Math.min(...sheets)).toBeGreaterThan(nearlyBlank);
    await close();
  });
});
