import {describe, expect, test} from "vitest";
import {modelCard, rank, reasons, riskBar} from "../../../dashboards/components/index.ts";
import {locale} from "../../../dashboards/format/locale.ts";

const c = locale("en", "GBP");
const row = (place: number) => ({
  place,
  key: `C-${place}`,
  risk: {share: 0.5},
  value: "£1",
  reasons: [],
  last: "today"
});
const list = (n: number, after = 12) =>
  String(
    rank(
      {
        caption: "r",
        heads: ["", "", "", "", "", "", ""],
        rows: Array.from({length: n}, (_, i) => row(i + 1)),
        capacity: {after, text: "enough"}
      },
      c
    )
  );
/** Places of the rows after which a sheet ends. */
const placesOfEnds = (markup: string) =>
  [...markup.matchAll(/sheet-end[^>]*>\s*<td[^>]*>\s*(\d+)/g)].map(([, place]) => Number(place));

describe("the ranked list on paper", () => {
  test("ends a sheet after every ten customers but the last", () => {
    expect(placesOfEnds(list(25))).toEqual([10, 20]);
    expect(placesOfEnds(list(20))).toEqual([10]);
    expect(placesOfEnds(list(9))).toEqual([]);
  });

  test("counts customers, not the capacity line", () => {
    expect(placesOfEnds(list(25, 3))).toEqual([10, 20]);
  });
});

test("a risk without an interval has its word alone and no whisker", () => {
  const bare = String(riskBar({share: 0.5, word: "medium"}, c));
  expect(bare).toContain('<span class="under">medium</span>');
  expect(bare).not.toContain("<u ");
  expect(String(riskBar({share: 0.5, word: "medium", low: 0.4, high: 0.6}, c))).toContain("medium, 40–60%");
});

test("a reason that is not counted has the palest mark", () => {
  expect(String(reasons([{text: "a", weight: 1}]))).toContain("--weight:1.00");
  expect(String(reasons([{text: "a", weight: 0}]))).toContain("--weight:0.30");
});

test("a model card is a definition list with links to its files", () => {
  const card = String(
    modelCard({
      rows: [["Foretells", "<left>"]],
      files: [{name: "JSON", href: "./data/card.json", about: "model card"}]
    })
  );
  expect(card).toMatch(/<dt>Foretells<\/dt>\s*<dd>&lt;left&gt;<\/dd>/);
  expect(card).toContain('href="./data/card.json"');
  expect(card).toContain('JSON<span class="sr-only">: model card</span>');
});
