import {describe, expect, test} from "vitest";
import {comparisonName, levelName} from "../../../dashboards/pages/identity/comparisonWords.ts";
import {dictionary} from "../../../dashboards/pages/identity/dictionary.ts";
import {levelPart} from "../../../dashboards/pages/identity/levelPart.ts";
import {rulePart} from "../../../dashboards/pages/identity/rulePart.ts";
import {settingsOf} from "../../../dashboards/pages/identity/settings.ts";
import {weightBins} from "../../../dashboards/pages/identity/weightBins.ts";
import {weightPart} from "../../../dashboards/pages/identity/weightPart.ts";
import {ruleName} from "../../../dashboards/pages/identity/words.ts";
import {comparisons} from "../../../models/identity/comparisons.ts";
import {blockingColumns} from "../../../models/identity/blocking.ts";
import {bin, data, en, firms, levels, people, render, rule, weights, words, zh} from "./identityRows.ts";

const settings = settingsOf([people, firms]);
const known = dictionary(levels, "en");

describe("pairs by match weight", () => {
  test("are binned by whole bits, with all that lies farther out at the ends", () => {
    const bins = weightBins(weights, "person");
    expect(bins.map(({from}) => from)).toEqual([-10, -9, -1, 0, 2, 3, 12, 20]);
    expect(bins[0]).toEqual({from: -10, pairs: 3000, links: 0, reviews: 0});
    expect(bins.at(-1)).toEqual({from: 20, pairs: 99, links: 99, reviews: 0});
  });

  test("sum to all pairs with a score, and to the links", () => {
    for (const row of [people, firms]) {
      const bins = weightBins(weights, row.party);
      expect(bins.reduce((sum, {pairs}) => sum + pairs, 0)).toBe(row.pairs);
      expect(bins.reduce((sum, {links}) => sum + links, 0)).toBe(row.links);
    }
  });

  test("stand in a table under the picture, with what became of them", () => {
    const text = words(weightPart(weights, "person", settings.person!, en));
    expect(text).toContain("people, not linked: 3,787 pairs review: 3 linked: 210");
    expect(text).toContain("Weight Pairs Linked Review below −9 3,000 0 0 −9 to −8 500 2 0");
    expect(text).toContain("3 to 4 10 9 1");
    expect(text).toContain("20 and over 99 99 0");
    expect(text).toContain("review from 50% link from 90%");
  });

  test("are drawn on a logarithmic axis, a bar that a threshold cuts in two tones", () => {
    const markup = String(weightPart(weights, "person", settings.person!, en));
    const bars = [
      ...markup.matchAll(/<i class="bar (\w+)" style="left:([\d.]+)%;width:calc\(([\d.]+)%[^"]*top:([\d.]+)%/g)
    ].map(([, tone, left, width, top]) => ({tone, left: Number(left), width: Number(width), top: Number(top)}));
    const whole = 100 / 31;
    expect(bars.map(({tone}) => tone)).toEqual(["c7", "c7", "c7", "c2", "c2", "c2", "c1", "c1", "c1"]);
    const [left, right] = [bars[5]!, bars[6]!];
    expect(left.width + right.width).toBeCloseTo(whole, 1);
    expect(left.left + left.width).toBeCloseTo(((Math.log2(0.9 / 0.1) + 10) / 31) * 100, 1);
    const decade = (Math.log10(100) - Math.log10(10)) / (Math.log10(3000) - Math.log10(0.6));
    expect(bars[6]!.top - bars.find(({left}) => Math.abs(left - 22 * whole) < 0.1)!.top).toBeCloseTo(
      decade * 100 * Math.log10(10.1),
      0
    );
  });

  test("of one pair alone are drawn too", () => {
    expect(words(weightPart([bin(5, 1)], "person", settings.person!, en))).toContain("5 to 6 1 0 0");
  });

  test("that were never compared say so", () => {
    expect(words(weightPart([], "person", settings.person!, en))).toContain("No pair was compared");
  });
});

describe("what speaks for and against", () => {
  test("has every level of the party with its weight, m and u, the closest first", () => {
    const text = words(levelPart(levels, "organisation", known, en));
    expect(text).toContain("company name same +8.0 60.0% 0.2% a slip of the pen +2.0 20.0% 5.0%");
    expect(text).not.toContain("family name");
    const rows = String(levelPart(levels, "person", known, en)).match(/class="lane-cell"/g);
    expect(rows).toHaveLength(comparisons.person.reduce((sum, {levels: of}) => sum + of.length, 0));
  });

  test("marks what is a usual value and not learnt, in words and paler", () => {
    const markup = String(levelPart(levels, "person", known, en));
    expect(markup.match(/ pale"/g)).toHaveLength(3);
    expect(words(markup).match(/usual/g)).toHaveLength(3);
    expect(words(markup)).toContain("registration number same usual +8.0");
  });

  test("lies to the right of zero what is for, to the left what is against", () => {
    const markup = String(levelPart(levels, "person", known, en));
    const zero = (3 / 11) * 100;
    for (const [, tone, left, width] of markup.matchAll(
      /<i class="(good|bad)(?: pale)?" style="left:([\d.]+)%;width:([\d.]+)%/g
    ))
      expect(tone === "good" ? Number(left) : Number(left) + Number(width)).toBeCloseTo(zero, 1);
  });

  test("writes a share of strangers that is next to nothing as one in so many", () => {
    const rare = levels.map((row) => (row.comparison === "email" ? {...row, u_share: 1 / 27015} : row));
    expect(words(levelPart(rare, "person", known, en))).toContain("1/27,015");
  });
});

describe("blocking rules", () => {
  const text = (rows = data.int_identity_rule, party: "person" | "organisation" = "person") =>
    words(rulePart(rows, party, en));

  test("stand by the links that no other found, with what they skipped", () => {
    expect(text()).toContain(
      "sound of the given name + sound of the family name 900 100 31 7: 41,000 pairs e-mail 120 150 9 0"
    );
    expect(text(data.int_identity_rule, "organisation")).toContain("company name 120 8 3 0");
  });

  test("past the tenth are named with the links they found alone", () => {
    const many = Array.from({length: 12}, (_, i) =>
      rule(`city + rule_${String(i).padStart(2, "0")}`, {only_links: 12 - i})
    );
    expect(text(many)).toContain("2 more found 3 links alone: town + rule 10; town + rule 11.");
  });

  test("have words in both languages for every column that a rule can name", () => {
    for (const column of blockingColumns) {
      expect(ruleName(column, "zh")).toMatch(/\p{Script=Han}/u);
      expect(ruleName(column, "en")).not.toContain("_");
    }
    expect(ruleName("birth_year + family_sound", "zh")).toBe("出生年份＋姓的读音");
  });
});

describe("words of comparisons", () => {
  test("are those of the comparison, in either language", () => {
    for (const party of ["person", "organisation"] as const) {
      for (const {name, title, levels: of} of comparisons[party]) {
        expect(comparisonName(party, name, "zh")).toBe(title.zh);
        expect(
          of.map((_, i) => dictionary(levels, "zh")[party].find(({id}) => id === name)!.levels[of.length - 1 - i])
        ).toEqual(of.map(({label}) => label.zh));
      }
    }
  });

  test("come in the order in which they are made, whatever order the rows have", () => {
    const ids = dictionary(levels.toReversed(), "en").person.map(({id}) => id);
    expect(ids).toEqual(comparisons.person.map(({name}) => name));
  });

  test("of a level that is no more are what was written then", () => {
    const [row] = levels;
    expect(levelName({...row!, label: "nearly"}, "zh")).toBe("nearly");
  });
});

test("people are shown first, organisations where they alone were compared, and the choice where both were", () => {
  expect(render()).toContain('data-filter="party"');
  const alone = render({mart_identity_party: [firms], mart_identity_review: []});
  expect(alone).not.toContain('data-filter="party"');
  expect(words(alone)).toContain("organisations, not linked: 289 pairs");
  expect(words(render({}, zh))).toContain("个人，不归并：3,787 对");
});
