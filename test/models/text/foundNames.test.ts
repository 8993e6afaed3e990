import {describe, expect, it} from "vitest";
import {rawFeedback} from "../../../ingest/contracts/kinds.ts";
import {intTheme} from "../../../models/intermediate/int_theme.ts";
import {martThemeExample} from "../../../models/marts/mart_theme_example.ts";
import {martVerbatim} from "../../../models/marts/mart_verbatim.ts";
import {Capitals} from "../../../models/text/capitals.ts";
import {insert, ModelledWarehouse, settings} from "../warehouseOf.ts";

const asked = [intTheme, martThemeExample, martVerbatim];
const asOf = "2026-06-30T12:00:00";
const answer = (id: string, comment: string) => ({
  response_id: id,
  answered_at: "2026-06-01 10:00:00",
  instrument: "nps",
  score: 9,
  comment
});
const many = (n: number, prefix: string, comment: (i: number) => string) =>
  Array.from({length: n}, (_, i) => answer(`${prefix}${i}`, comment(i)));
const answers = [
  ...many(40, "a", (i) => `so the lantern flickers in room ${i}`),
  ...many(40, "b", (i) => `and Bartholomew Quill came to flat ${i}`),
  ...many(40, "c", (i) => `听说张伟的蜡烛在第${i}间`),
  ...many(600, "d", (i) => `delivery of parcel ${i} was fine`)
];

describe("themes that nobody named", () => {
  it("have no name of a person", async () => {
    const warehouse = await ModelledWarehouse.of([insert(rawFeedback, answers)], {asOf}, asked);
    const found = await warehouse.rows("select terms from int_theme where is_discovered");
    const terms = found.flatMap((row) => JSON.parse(row.terms as string) as string[]);
    expect(terms).toContain("lantern");
    expect(terms).toContain("蜡烛");
    expect(terms.filter((term) => /bartholomew|quill|张伟/.test(term))).toEqual([]);
  });

  it("are none where verbatims are not to be published", async () => {
    const feedback = {...settings.feedback, verbatims: false};
    const warehouse = await ModelledWarehouse.of([insert(rawFeedback, answers)], {asOf, feedback}, asked);
    expect(await warehouse.row("select count(*) as n from int_theme where is_discovered")).toEqual({n: 0});
  });
});

describe("words that look like names", () => {
  it("have capitals within sentences as often as none", () => {
    const capitals = new Capitals();
    capitals.add("we met Sian and she was kind. Battery went flat");
    capitals.add("Great Battery From The Shop");
    capitals.add("my battery died, thanks to Sian’s advice");
    expect(["sian", "sian's", "battery", "flat", "unseen"].map((token) => capitals.isName(token))).toEqual([
      true,
      true,
      false,
      false,
      true
    ]);
  });
});

describe("terms of a configuration", () => {
  it("without any word are named", async () => {
    const feedback = {
      ...settings.feedback,
      themes: [{theme: "own", en: "Own", zh: "自", terms: ["tea", "!!"], sub: []}]
    };
    await expect(
      ModelledWarehouse.of([insert(rawFeedback, [answer("a", "tea")])], {asOf, feedback}, asked)
    ).rejects.toThrow('feedback.themes, "own": the term "!!" has no word');
  });
});

describe("texts that are published", () => {
  it("are cut at 400 characters, and one of those that are alike", async () => {
    const long = `delivery ${"very ".repeat(200)}late`;
    const warehouse = await ModelledWarehouse.of(
      [
        insert(rawFeedback, [
          answer("long", long),
          ...many(30, "s", (i) => (i % 2 ? "Great  tea, fast delivery!!" : "great tea fast delivery"))
        ])
      ],
      {asOf},
      asked
    );
    const rows = await warehouse.rows("select masked_text, same_texts from mart_verbatim order by same_texts");
    expect(rows.map(({same_texts}) => Number(same_texts))).toEqual([1, 30]);
    expect((rows[0]!.masked_text as string).length).toBeLessThanOrEqual(400);
    expect(rows[0]!.masked_text).toMatch(/^delivery very .*very…$/);
    expect(await warehouse.row("select max(length(masked_text)) <= 400 as is_short from mart_theme_example")).toEqual({
      is_short: true
    });
  });
});
