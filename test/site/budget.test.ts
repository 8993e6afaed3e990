import {describe, expect, test} from "vitest";
import {costOf, overBudget} from "../../dashboards/build/budget.ts";
import {publishedFiles} from "../../dashboards/build/publishedFiles.ts";
import {dist} from "./publishedSite.ts";

describe("the published site", () => {
  test("keeps the budget of bytes, requests and elements on every page", async () => {
    const files = await publishedFiles(dist);
    const pages = files.paths.filter((path) => path.endsWith(".html"));
    const over = await Promise.all(pages.map(async (page) => overBudget(page, await costOf(page, files))));
    expect(over.flat()).toEqual([]);
  });
});
