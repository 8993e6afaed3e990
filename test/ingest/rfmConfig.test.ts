import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {parseConfig} from "../../ingest/project.ts";
import {usualSegments} from "../../ingest/rfmConfig.ts";

const parse = (given: object) =>
  parseConfig(
    {company: {name: "C", currency: "GBP"}, sources: {shop: {kind: "customers", files: "shop.csv"}}, ...given},
    "config"
  );
const all = [1, 2, 3, 4, 5];

describe("the table of segments", () => {
  it("is the usual one without being told, and names each of the 125 codes once", () => {
    const {segments} = parse({}).rfm;
    expect(segments).toEqual(usualSegments);
    for (const r of all)
      for (const f of all)
        expect(segments.filter(({recency, frequency}) => recency.includes(r) && frequency.includes(f))).toHaveLength(1);
  });

  it("may be divided by the monetary score, several rows of one name", () => {
    const segments = [
      {segment: "rich", recency: all, frequency: all, monetary: [5]},
      {segment: "rest", recency: all, frequency: all, monetary: [1, 2, 3]},
      {segment: "rest", recency: all, frequency: all, monetary: [4]}
    ];
    expect(parse({rfm: {segments}}).rfm.segments).toEqual(segments);
  });

  it.each([
    [
      "one code that nobody has",
      [
        {segment: "a", recency: all, frequency: [1, 2, 3, 4]},
        {segment: "b", recency: [1, 2, 3, 4], frequency: [5]},
        {segment: "c", recency: [5], frequency: [5], monetary: [1, 2, 3, 4]}
      ],
      "rfm.segments: recency 5, frequency 5, monetary 5 has no segment; add these scores to one of them"
    ],
    [
      "a pair that two have",
      [
        {segment: "a", recency: all, frequency: all},
        {segment: "b", recency: [2], frequency: [3]}
      ],
      "rfm.segments: recency 2, frequency 3, monetary 1 is in a and b; every code needs exactly one row (and 4 more of the 125 codes)"
    ],
    [
      "a code that one has twice",
      [
        {segment: "a", recency: all, frequency: all},
        {segment: "a", recency: [2], frequency: [3], monetary: [4]}
      ],
      "rfm.segments: recency 2, frequency 3, monetary 4 is named twice in a; every code needs exactly one row"
    ],
    [
      "no row",
      [],
      "rfm.segments: recency 1, frequency 1, monetary 1 has no segment; add these scores to one of them (and 124 more of the 125 codes)"
    ],
    [
      "a name that is a state",
      [{segment: "(gone)", recency: all, frequency: all}],
      'rfm.segments.0.segment: invalid name "(gone)"; begin it without a bracket: (new), (returned) and (gone) are states'
    ],
    [
      "a score beyond five",
      [{segment: "a", recency: [1, 6], frequency: all}],
      "rfm.segments.0.recency.1: a score is 1, 2, 3, 4 or 5"
    ]
  ])("with %s is refused", (_, segments, message) => {
    expect(() => parse({rfm: {segments}})).toThrow(`config: config: ${message}`);
  });

  it("is accepted exactly where it divides the codes", () => {
    const names = fc.array(fc.constantFrom("a", "b", "c"), {minLength: 25, maxLength: 25});
    fc.assert(
      fc.property(names, fc.option(fc.nat(24)), fc.option(fc.nat(24)), (given, dropped, doubled) => {
        const rows = given.flatMap((segment, i) => {
          const row = {segment, recency: [1 + Math.floor(i / 5)], frequency: [1 + (i % 5)]};
          return i === dropped ? [] : i === doubled ? [row, {...row, monetary: [3]}] : [row];
        });
        const isWhole = dropped === null && doubled === null;
        const check = () => parse({rfm: {segments: rows}}).rfm.segments;
        if (isWhole) expect(check()).toEqual(rows);
        else expect(check).toThrow(/has no segment|is named twice/);
      }),
      {seed: 5}
    );
  });
});

describe("limits of the scores", () => {
  it("stand for one measure or all", () => {
    const thresholds = {recency: [30, 60, 90, 180], monetary: [-10, 0, 50.5, 200]};
    expect(parse({rfm: {thresholds}}).rfm.thresholds).toEqual(thresholds);
    expect(parse({}).rfm.thresholds).toEqual({});
  });

  it.each([[[30, 60, 90]], [[30, 60, 60, 90]], [[90, 60, 30, 10]], [[]]])("%j are refused", (recency) => {
    expect(() => parse({rfm: {thresholds: {recency}}})).toThrow(
      `config: config: rfm.thresholds.recency: invalid limits ${recency.join(", ")}; write four rising numbers`
    );
  });

  it("of a measure that there is not are refused", () => {
    expect(() => parse({rfm: {thresholds: {frequence: [1, 2, 3, 4]}}})).toThrow(/rfm\.thresholds\.frequence/);
  });
});

describe("the ABC classes", () => {
  it("end at 20, 50, 80 and 95 % unless told otherwise", () => {
    expect(parse({}).abc).toEqual({a: 0.8, b: 0.95, a_plus: 0.2, a_middle: 0.5});
    expect(parse({abc: {a: 0.7}}).abc).toEqual({a: 0.7, b: 0.95, a_plus: 0.2, a_middle: 0.5});
  });

  it("must rise", () => {
    expect(() => parse({abc: {a: 0.4}})).toThrow(
      "config: config: abc: invalid shares 0.2, 0.5, 0.4, 0.95; they must rise: a_plus < a_middle < a < b"
    );
  });
});
