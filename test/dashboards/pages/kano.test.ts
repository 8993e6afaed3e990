import {describe, expect, test} from "vitest";
import {kanoCsv} from "../../../dashboards/pages/voice/kano/csvFile.ts";
import {viewsOf} from "../../../dashboards/pages/voice/kano/features.ts";
import {broken, findingOf, panelOf, words} from "./said.ts";
import {feature, render, rows, zh} from "./kanoPage.ts";

describe("the finding", () => {
  test("what must be there, what delights: clear categories alone", () => {
    expect(findingOf(render())).toBe(
      "Must be there: Intact parcels. The more the better: Delivery in two days. Delights: Gift wrapping. 5 features, up to 220 answers each."
    );
    expect(findingOf(render({}, zh))).toContain("必备：Intact parcels");
  });

  test("nothing clear is said so", () => {
    expect(findingOf(render({rows: [feature("Gift wrapping", [10, 9, 8, 7], {is_clear: false})]}))).toContain(
      "No feature belongs clearly to one category."
    );
  });
});

test("everybody first; a segment's features of few answers are left out, and segments without any", () => {
  const views = viewsOf([...rows, feature("Gift wrapping", [3, 2, 2, 2], {segment: "lost"})], 10);
  expect(views.map(({segment, features}) => [segment, features.length])).toEqual([
    ["all", 5],
    ["champions", 2]
  ]);
  expect(views[0]!.features.map(({category}) => category)).toEqual([
    "must_be",
    "one_dimensional",
    "attractive",
    "attractive",
    "indifferent"
  ]);
});

test("the table says category, lead, coefficients with intervals, n", () => {
  const said = panelOf(render(), "features");
  expect(said).toContain("Intact parcelsmust-belead +30 pts");
  expect(said).toContain("0.200.14 to 0.26−0.91−0.97 to −0.85220");
  expect(said).toContain("Tasting notesdelightsnot clear");
});

test("segments beside everybody; what they did not answer is a dash", () => {
  const said = panelOf(render(), "by-segment");
  expect(said).toContain("Intact parcelsmust-bemust-be");
  expect(said).toContain("Gift wrappingdelights–");
});

test("the file holds what is shown, under the mart's names", () => {
  const {columns, rows: lines} = kanoCsv(viewsOf(rows, 10)[1]!);
  expect(columns.slice(0, 3)).toEqual(["feature", "segment", "answers"]);
  expect(lines.map((line) => line.slice(0, 3))).toEqual([
    ["Intact parcels", "champions", 29],
    ["Delivery in two days", "champions", 31]
  ]);
});

describe("states", () => {
  test("no survey: what to ask, which export to add, the command", () => {
    const said = words(render({rows: []}));
    expect(said).toContain("No Kano survey");
    expect(said).toContain(
      "as kind kano_answers (respondent, feature, functional, dysfunctional), then run perennial run."
    );
    expect(words(render({rows: []}, zh))).toContain("kano_answers");
  });

  test("too few answers: how many are needed", () => {
    expect(words(render({rows: [feature("Gift", [2, 2, 2, 2])]}))).toContain("No feature has 10 answers yet");
  });

  test("answers that cannot be judged place nothing, and break nothing", () => {
    const odd = feature("Gift", [0, 0, 0, 0], {
      answers: 40,
      questionable: 40,
      category: "questionable",
      better: null,
      better_low: null,
      better_high: null,
      worse: null,
      worse_low: null,
      worse_high: null
    });
    expect(panelOf(render({rows: [odd]}), "plot")).toContain("Nothing to place");
    for (const c of [undefined, zh]) expect(render({rows: [odd]}, c)).not.toMatch(broken);
  });
});
