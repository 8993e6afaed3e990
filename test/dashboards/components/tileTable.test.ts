import {expect, test} from "vitest";
import {tileTable} from "../../../dashboards/components/tileTable.ts";
import {locale} from "../../../dashboards/format/locale.ts";

const breaks = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8];

test("a cell is tinted by its value, a withheld one says so, one that cannot be is blank", () => {
  const table = String(
    tileTable(
      {
        caption: "Shares",
        corner: "Orders",
        columns: ["a", "b", "c"],
        breaks,
        rows: [{name: "1", cells: [{value: 0.55, text: "55%", aside: "n 20", href: "./x.html"}, "withheld", null]}]
      },
      locale("en", "GBP")
    )
  ).replace(/\n\s*/g, "");
  expect(table).toContain('<td class="q5"><a href="./x.html"><b>55%</b>n 20</a></td>');
  expect(table).toContain('<td class="withheld">–<span class="sr-only"> withheld</span></td><td></td>');
  expect(table).toContain('role="region" aria-label="Shares"');
});
