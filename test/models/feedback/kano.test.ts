import {describe, expect, it} from "vitest";
import {rawKanoAnswers} from "../../../ingest/contracts/kinds.ts";
import {kanoCategory, kanoCategories, type KanoCategory} from "../../../models/feedback/kano.ts";
import {martKano} from "../../../models/marts/mart_kano.ts";
import {dice, randomCompany, zone} from "../randomCompany.ts";
import {insert, ModelledWarehouse} from "../warehouseOf.ts";

type Pair = [functional: number, dysfunctional: number];

/** A pair for every category. */
const pairs: Record<KanoCategory, Pair> = {
  attractive: [1, 3],
  one_dimensional: [1, 5],
  must_be: [3, 5],
  indifferent: [3, 3],
  reverse: [5, 1],
  questionable: [1, 1]
};
const answers = (feature: string, ...of: [KanoCategory, number][]) =>
  of.flatMap(([category, n]) =>
    Array.from({length: n}, (_, i) => ({
      response_id: `${feature}-${category}-${i}`,
      answered_at: "2026-01-05 12:00:00",
      feature,
      functional: pairs[category][0],
      dysfunctional: pairs[category][1]
    }))
  );
const kanoOf = async (...rows: ReturnType<typeof answers>[]) =>
  (await ModelledWarehouse.of([insert(rawKanoAnswers, rows.flat())], {}, [martKano])).rows(
    "select * from mart_kano where segment = 'all' order by feature"
  );

it("the evaluation table is Kano's: of 25 pairs one is O, three A, three M, nine I, seven R and two Q", () => {
  const all = [1, 2, 3, 4, 5].flatMap((there) => [1, 2, 3, 4, 5].map((not) => kanoCategory(there, not)));
  const counts = Object.fromEntries(kanoCategories.map((name) => [name, all.filter((found) => found === name).length]));
  expect(counts).toEqual({
    must_be: 3,
    one_dimensional: 1,
    attractive: 3,
    indifferent: 9,
    reverse: 7,
    questionable: 2
  });
});

describe("a feature", () => {
  it("has better and worse of those who judge, and a category that leads clearly or not", async () => {
    const [clear, even] = await kanoOf(
      answers("a", ["attractive", 40], ["one_dimensional", 20], ["must_be", 10], ["indifferent", 10], ["reverse", 15]),
      answers("b", ["indifferent", 11], ["must_be", 9], ["questionable", 3])
    );
    expect(clear).toMatchObject({
      answers: 95,
      category: "attractive",
      better: 60 / 80,
      worse: -30 / 80,
      strength: 20 / 95,
      is_clear: true
    });
    expect(even).toMatchObject({category: "indifferent", better: 0, worse: -9 / 20, strength: 2 / 23, is_clear: false});
  });

  it("has Wilson's interval: 15 of 25 is .40739 to .76597", async () => {
    const [row] = await kanoOf(answers("a", ["one_dimensional", 15], ["indifferent", 10]));
    for (const [found, wanted] of [
      [row!.better_low, 0.40739],
      [row!.better_high, 0.76597],
      [-row!.worse_high, 0.40739],
      [-row!.worse_low, 0.76597]
    ])
      expect(found).toBeCloseTo(wanted, 5);
  });

  it("of one answer has no clear category, of none who judges no coefficients; equals go to the more serious", async () => {
    const [one, contradicted, equal] = await kanoOf(
      answers("a", ["attractive", 1]),
      answers("b", ["questionable", 2], ["reverse", 1]),
      answers("c", ["attractive", 4], ["must_be", 4])
    );
    expect(one).toMatchObject({answers: 1, category: "attractive", better: 1, strength: 1, is_clear: false});
    expect(contradicted).toMatchObject({
      category: "questionable",
      better: null,
      better_low: null,
      worse: null,
      worse_high: null,
      is_clear: false
    });
    expect(equal).toMatchObject({category: "must_be", strength: 0, is_clear: false});
  });
});

it("a random company's segments share out the answers, each judged as the table says", async () => {
  const roll = dice(11);
  const given = Array.from({length: 300}, (_, i) => ({
    response_id: `k${Math.floor(i / 3)}`,
    email: i % 7 ? `${Math.floor(roll() * 70)}@example.com` : null,
    answered_at: "2026-01-05 12:00:00",
    feature: ["gift wrap", "same day", "loyalty card"][i % 3]!,
    functional: 1 + Math.floor(roll() * 5),
    dysfunctional: 1 + Math.floor(roll() * 5)
  }));
  const {fill} = randomCompany(2);
  const warehouse = await ModelledWarehouse.of([...fill, insert(rawKanoAnswers, given)], {zone}, [martKano]);
  const rows = await warehouse.rows("select * from mart_kano where segment = 'all'");
  expect(rows).toHaveLength(3);
  for (const row of rows) {
    const judged = given
      .filter(({feature}) => feature === row.feature)
      .map(({functional, dysfunctional}) => kanoCategory(functional, dysfunctional));
    for (const name of kanoCategories) expect(row[name]).toBe(judged.filter((found) => found === name).length);
    const counts = kanoCategories.map((name) => row[name] as number).sort((a, b) => b - a);
    expect(row[row.category as KanoCategory]).toBe(counts[0]);
    expect(row.strength).toBeCloseTo((counts[0]! - counts[1]!) / judged.length, 12);
  }
  expect(
    await warehouse.rows(
      "select feature, sum(answers) as answers, sum(must_be) as must_be from mart_kano where segment <> 'all' group by 1 order by 1"
    )
  ).toEqual(await warehouse.rows("select feature, answers, must_be from mart_kano where segment = 'all' order by 1"));
  expect((await warehouse.row("select count(distinct segment) as n from mart_kano")).n).toBeGreaterThan(4);
});
