import {readFileSync} from "node:fs";
import {csvParseRows} from "d3";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {presetOf, presets} from "../../../ingest/presets/index.ts";
import type {SampleColumn} from "../../../ingest/presets/preset.ts";

/** Columns by their headers, with the tool's own ones before them. */
const columns = (preset: string, questions: Record<string, string[]>): SampleColumn[] => [
  ...Object.keys(presetOf(preset)!.columns).map((header) => ({header, values: ["9", "10", "3"]})),
  ...Object.entries(questions).map(([header, values]) => ({header, values}))
];

const suggested = (preset: string, questions: Record<string, string[]>) =>
  presetOf(preset)!.suggest!(columns(preset, questions));

const free = ["The tea is always fresh", "运费太高，快赶上茶叶的价钱了", "It came late and one cup was broken"];

/** The columns of a fixture's file, of which so many rows are its header. */
function fixture(path: string, header: number): SampleColumn[] {
  const file = new URL(`fixtures/${path}`, import.meta.url);
  const rows = csvParseRows(readFileSync(file, "utf8").replace(/^\ufeff/, ""));
  return rows[0]!.map((name, i) => ({
    header: name || `column${i + 1}`,
    values: rows.slice(header).map((row) => row[i]!)
  }));
}

const expected = (path: string) =>
  JSON.parse(readFileSync(new URL(`fixtures/${path}`, import.meta.url), "utf8")) as {
    source: {map: Record<string, string>; fixed: Record<string, string>};
  };

describe("the questions of a survey", () => {
  it("that Qualtrics groups as NPS are its score, whatever they are called", () => {
    const answers = {Q1_NPS_GROUP: ["Promoter", "Passive"], Q1: ["10", "8", ""], Q2: free, Q3: ["9", "1", "4"]};
    expect(suggested("qualtrics-responses", answers)).toMatchObject({
      map: {score: "Q1", comment: "Q2"},
      fixed: {instrument: "nps"}
    });
  });

  it.each([
    ["qualtrics-responses", "How likely are you to recommend us?", ["0", "10"], "nps"],
    ["wjx-responses", "1、您有多大可能向朋友推荐我们？", ["9", "", "10"], "nps"],
    ["wjx-responses", "2、您对本次服务的满意度", ["5", "4", "1"], "csat"],
    ["typeform-responses", "How satisfied are you with us?", ["5", "3"], "csat"],
    ["surveymonkey-responses", "How easy was it to get help?", ["7", "1"], "ces"]
  ])("in %s: %s", (preset, question, values, instrument) => {
    expect(suggested(preset, {[question]: values, "Where do you live?": ["Leeds", "York", "Leeds"]})).toMatchObject({
      map: {score: question},
      fixed: {instrument}
    });
  });

  it("set aside who did not answer, and are found by the text below their headers", () => {
    const found = presetOf("qualtrics-responses")!.suggest!([
      {header: "Q7", question: "How old are you?", values: ["9", "10"]},
      {header: "Q8", question: "How likely are you to recommend us?", values: ["9", "7"]},
      {header: "Q9", question: "Why?", values: ["x", "y"]}
    ]);
    expect(found).toEqual({
      map: {score: "Q8", comment: "Q9"},
      fixed: {instrument: "nps"},
      set_aside: {unanswered: '"Q8" is null'}
    });
  });

  it("that ask for reasons are the comment, before others in which people write", () => {
    const answers = {"1、推荐": ["9", "10"], "2、地址": free, "3、请说说原因": ["好", "好"]};
    expect(suggested("wjx-responses", answers).map).toEqual({score: "1、推荐", comment: "3、请说说原因"});
  });

  it("without such words give a score where only one has answers from 0 to 10", () => {
    expect(suggested("qualtrics-responses", {Q7: ["0", "10", "9"], Q8: ["1", "2", "5"], Q9: free})).toMatchObject({
      map: {score: "Q7", comment: "Q9"},
      fixed: {instrument: "nps"}
    });
    expect(suggested("qualtrics-responses", {Q7: ["0", "10"], Q8: ["9", "10"], Q9: free})).toEqual({});
  });

  it("that are answered with numbers of options, 1 to 11, are no score", () => {
    expect(suggested("wjx-responses", {"1、您有多大可能向朋友推荐我们？": ["11", "1"], "2、原因": free})).toEqual({});
  });

  it("are none of the tool's own columns", () => {
    const surveys = presets.filter(({suggest}) => suggest !== undefined);
    expect(surveys.map(({name}) => name).sort()).toEqual([
      "qualtrics-responses",
      "surveymonkey-responses",
      "typeform-responses",
      "wjx-responses"
    ]);
    for (const {name} of surveys) expect(suggested(name, {})).toEqual({});
  });

  it.each([
    ["surveymonkey-responses/Customer feedback", 2],
    ["typeform-responses/older", 1]
  ])("are found in %s as its source names them", (path, header) => {
    const {map, fixed} = expected(`${path}.expected.json`).source;
    const found = presetOf(path.split("/")[0]!)!.suggest!(fixture(`${path}.csv`, header));
    expect(found).toMatchObject({map, fixed});
  });

  it("are never suggested as a score that leaves the instrument's scale", () => {
    const scales: Record<string, [number, number]> = {nps: [0, 10], csat: [1, 5], ces: [1, 7]};
    const header = fc.constantFrom("Recommend?", "Satisfied?", "Easy?", "Q1", "Q1_NPS_GROUP", "Q2", "Why?");
    const column = fc.record({
      header,
      values: fc.array(fc.oneof(fc.integer({min: -1, max: 12}).map(String), fc.constantFrom("", "x")))
    });
    let scored = 0;
    fc.assert(
      fc.property(fc.uniqueArray(column, {selector: (it) => it.header}), (columns) => {
        const {map, fixed} = presetOf("qualtrics-responses")!.suggest!(columns);
        if (!map) return;
        scored++;
        const [least, most] = scales[fixed!.instrument!]!;
        const answers = columns.find((it) => it.header === map.score)!.values.filter(Boolean);
        expect(answers.length).toBeGreaterThan(0);
        for (const answer of answers) {
          expect(Number(answer)).toBeGreaterThanOrEqual(least);
          expect(Number(answer)).toBeLessThanOrEqual(most);
        }
      }),
      {seed: 20260624, numRuns: 2000}
    );
    expect(scored).toBeGreaterThan(50);
  });
});
