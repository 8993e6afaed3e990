import {describe, expect, test} from "vitest";
import {axeViolations} from "../browser/axe.ts";
import {lowContrast} from "../browser/contrast.ts";
import {gluedSentences} from "../browser/glued.ts";
import {overflowAt} from "../browser/overflow.ts";
import {addresses, publishedSite} from "./publishedSite.ts";

const open = publishedSite();

/** Pages on which dark mode and the narrow screen are checked too; `npm run audit` checks all. */
const sampled = addresses.filter((address) => /\/(?:cohorts\.html|customers\.html)?$/.test(address));

describe.each(addresses)("page %s", (address) => {
  test("loads without an error or a request outside its origin, is accessible, and fits every width", async () => {
    const {page, problems, close} = await open(address);
    expect(await axeViolations(page)).toEqual([]);
    expect(await lowContrast(page)).toEqual([]);
    for (const width of [1440, 720, 320]) expect(await overflowAt(page, width)).toEqual([]);
    expect(await gluedSentences(page)).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });
});

describe.each(sampled)("page %s", (address) => {
  test.each([
    ["in the dark", {scheme: "dark"}],
    ["on a narrow screen", {width: 390, height: 844}]
  ] as const)("is accessible %s", async (_, screen) => {
    const {page, close} = await open(address, screen);
    expect(await axeViolations(page)).toEqual([]);
    expect(await lowContrast(page)).toEqual([]);
    await close();
  });
});
