import {beforeAll, describe, expect, it} from "vitest";
import {rawFeedback} from "../../../ingest/contracts/kinds.ts";
import type {Instrument} from "../../../models/feedback/verdict.ts";
import {martFeedbackGroup} from "../../../models/marts/mart_feedback_group.ts";
import {isoDay, monthOf, zone} from "../randomCompany.ts";
import {insert, ModelledWarehouse} from "../warehouseOf.ts";
import {askedCompany, lastDayOf, type Answer} from "./askedCompany.ts";

const z = 1.959963984540054;
const ends = {nps: [-100, 100], csat: [0, 100], ces: [1, 7], rating: [1, 5]} as const;
// 97.5 % quantiles of Student's t from printed tables, to three decimals.
const student: Record<number, number> = {
  1: 12.706,
  2: 4.303,
  3: 3.182,
  4: 2.776,
  5: 2.571,
  9: 2.262,
  29: 2.045,
  60: 2.0
};

/** What one answer adds to the score. */
const worth = (instrument: Instrument, score: number) =>
  instrument === "nps"
    ? score >= 9
      ? 100
      : score <= 6
        ? -100
        : 0
    : instrument === "csat"
      ? 100 * Number(score >= 4)
      : score;

interface Row {
  instrument: Instrument;
  dimension: string;
  value: string;
  from_on: string;
  answers: number;
  score: number;
  low: number;
  high: number;
  previous_score: number | null;
  change_low: number;
  change_high: number;
  is_clear: boolean;
}
interface Range {
  score: number;
  low: number | null;
  high: number | null;
}

/** Score and interval of answers from their definition; without a printed quantile of Student's t the ends are not told. */
function scored(instrument: Instrument, scores: readonly number[]): Range {
  const [least, most] = ends[instrument];
  const values = scores.map((x) => worth(instrument, x));
  const n = values.length;
  const score = values.reduce((a, b) => a + b, 0) / n;
  const squares = values.reduce((sum, x) => sum + (x - score) ** 2, 0);
  const clip = (low: number, high: number) => ({score, low: Math.max(least, low), high: Math.min(most, high)});
  if (instrument === "csat") {
    const p = score / 100;
    const half = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
    const [middle, scale] = [p + (z * z) / (2 * n), 1 + (z * z) / n];
    return {score, low: (100 * (middle - half)) / scale, high: (100 * (middle + half)) / scale};
  }
  if (squares === 0) {
    const others = (z * z) / (n + z * z);
    return clip(score - others * (score - least), score + others * (most - score));
  }
  if (instrument === "nps") return clip(score - (z * Math.sqrt(squares)) / n, score + (z * Math.sqrt(squares)) / n);
  const t = student[Math.min(60, n - 1)];
  if (!t) return {score, low: null, high: null};
  const half = t * Math.sqrt(squares / (n - 1) / n);
  return clip(score - half, score + half);
}

const near = (found: number, wanted: number | null) => wanted === null || Math.abs(found - wanted) < 0.02;

describe.each([3, 4, 5])("groups of answers of random company %i", (seed) => {
  const company = askedCompany(seed);
  let warehouse: ModelledWarehouse;
  beforeAll(async () => {
    warehouse = await ModelledWarehouse.of(company.fill, {zone}, [martFeedbackGroup]);
  });
  const today = lastDayOf(company);
  const quarterOf = (day: number) => {
    const [year, month] = isoDay(day).split("-").map(Number);
    return `${year}-${String(3 * Math.floor((month! - 1) / 3) + 1).padStart(2, "0")}-01`;
  };
  const wanted = new Map<string, Answer[]>();
  for (const answer of company.answers) {
    const enter = (dimension: string, value: string) => {
      const key = [answer.instrument, dimension, value].join("|");
      wanted.set(key, [...(wanted.get(key) ?? []), answer]);
    };
    if (answer.survey !== null) enter("survey", answer.survey);
    enter("month", monthOf(answer.day));
    enter("quarter", quarterOf(answer.day));
    if (today - answer.day < 365) {
      enter("all", "all");
      enter("language", answer.language ?? "unknown");
    }
  }

  it("have the score and the interval of their answers", async () => {
    const rows = await warehouse.rows(
      "select * from mart_feedback_group where dimension in ('all', 'survey', 'month', 'quarter', 'language')"
    );
    expect(rows.map((row) => `${row.instrument}|${row.dimension}|${row.value}`).sort()).toEqual(
      [...wanted.keys()].sort()
    );
    let intervals = 0;
    for (const row of rows) {
      const answers = wanted.get(`${row.instrument}|${row.dimension}|${row.value}`)!;
      const {score, low, high} = scored(
        row.instrument as Instrument,
        answers.map((answer) => answer.score)
      );
      expect({...row, found: Math.abs(row.score - score) < 1e-9}).toMatchObject({
        answers: answers.length,
        customers: new Set(answers.map(({customer}) => customer).filter((customer) => customer !== null)).size,
        first_on: isoDay(Math.min(...answers.map(({day}) => day))),
        last_on: isoDay(Math.max(...answers.map(({day}) => day))),
        found: true
      });
      expect({row, low, high, agree: near(row.low, low) && near(row.high, high)}).toMatchObject({agree: true});
      if (low !== null) intervals++;
    }
    expect(intervals).toBeGreaterThan(rows.length / 2);
  });

  it("periods are compared with the one before, languages with all the others", async () => {
    const others = (row: Row): number[] | null => {
      const beside = [...wanted].filter(([key]) => key.startsWith(`${row.instrument}|${row.dimension}|`));
      const before = beside
        .map(([key, answers]) => {
          const value = key.split("|")[2]!;
          const from = row.dimension === "survey" ? isoDay(Math.min(...answers.map(({day}) => day))) : value;
          return {value, from, answers};
        })
        .filter(({value, from}) => from < row.from_on || (from === row.from_on && value < row.value))
        .sort((a, b) => (a.from + a.value < b.from + b.value ? -1 : 1))
        .at(-1);
      const yearBefore = company.answers.filter(
        ({instrument, day}) => instrument === row.instrument && today - day >= 365 && today - day < 730
      );
      const those =
        row.dimension === "all"
          ? yearBefore
          : row.dimension === "language"
            ? beside.filter(([key]) => !key.endsWith(`|${row.value}`)).flatMap(([, answers]) => answers)
            : (before?.answers ?? []);
      return those.length ? those.map(({score}) => score) : null;
    };
    const rows = (await warehouse.rows(
      "select * from mart_feedback_group where dimension in ('all', 'survey', 'month', 'quarter', 'language')"
    )) as Row[];
    for (const row of rows) {
      const scores = others(row);
      const other = scores && scored(row.instrument, scores);
      expect({
        row,
        scores,
        agree: other ? near(row.previous_score!, other.score) : row.previous_score === null
      }).toMatchObject({agree: true});
      if (!other || other.low === null) continue;
      const low = row.score - other.score - Math.hypot(row.score - row.low, other.high! - other.score);
      const high = row.score - other.score + Math.hypot(row.high - row.score, other.score - other.low);
      expect({row, low, high, agree: near(row.change_low, low) && near(row.change_high, high)}).toMatchObject({
        agree: true
      });
      expect(row.is_clear).toBe(
        Math.min(row.answers, scores!.length) >= 10 && (row.change_low > 0 || row.change_high < 0)
      );
    }
  });

  it("groups of customers share out the answers of the year, periods those of all time", async () => {
    for (const dimension of ["segment", "tier", "channel", "product", "language"])
      expect(
        await warehouse.rows(
          `select instrument, sum(answers) as answers, sum(favourable) as good, sum(neutral) as middling, sum(unfavourable) as bad
           from mart_feedback_group where dimension = '${dimension}' group by 1 order by 1`
        )
      ).toEqual(
        await warehouse.rows(
          `select instrument, answers, favourable as good, neutral as middling, unfavourable as bad
           from mart_feedback_group where dimension = 'all' order by 1`
        )
      );
    for (const dimension of ["month", "quarter"])
      expect(
        await warehouse.row(`select sum(answers) as n from mart_feedback_group where dimension = '${dimension}'`)
      ).toEqual({n: company.answers.length});
  });

  it("only the running month and quarter are partial", async () => {
    expect(
      await warehouse.rows("select distinct dimension, value from mart_feedback_group where is_partial order by 1")
    ).toEqual([
      {dimension: "month", value: monthOf(today)},
      {dimension: "quarter", value: quarterOf(today)}
    ]);
  });
});

const answersOf = (instrument: Instrument, scores: readonly number[], survey: string, day: string) =>
  scores.map((score, i) => ({
    response_id: `${survey}-${instrument}-${i}`,
    email: `${survey}${i}@example.com`,
    answered_at: `${day} 12:00:00`,
    instrument,
    survey,
    score
  }));
const wave = (promoters: number, passives: number, detractors: number) => [
  ...Array<number>(promoters).fill(9),
  ...Array<number>(passives).fill(8),
  ...Array<number>(detractors).fill(3)
];
const groupsOf = async (...waves: ReturnType<typeof answersOf>[]) =>
  (await ModelledWarehouse.of([insert(rawFeedback, waves.flat())], {}, [martFeedbackGroup])).rows(
    "select * from mart_feedback_group where dimension = 'survey' order by instrument, value"
  );

describe("a published or plain number", () => {
  it("50 promoters, 30 passives and 20 detractors are +30, from +14.7 to +45.3", async () => {
    const [row] = await groupsOf(answersOf("nps", wave(50, 30, 20), "winter", "2026-01-05"));
    expect(row).toMatchObject({answers: 100, favourable: 50, neutral: 30, unfavourable: 20, score: 30});
    expect([row!.low.toFixed(1), row!.high.toFixed(1)]).toEqual(["14.7", "45.3"]);
  });

  it("15 of 25 content answers have Wilson's interval (.40739, .76597)", async () => {
    const scores = [...Array<number>(15).fill(4), ...Array<number>(10).fill(3)];
    const [row] = await groupsOf(answersOf("csat", scores, "winter", "2026-01-05"));
    expect([row!.score, row!.low.toFixed(3), row!.high.toFixed(3)]).toEqual([60, "40.739", "76.597"]);
  });

  it("200 of 1000 after 250 of 1000 is a fall that is clear, 23 of 100 after 25 of 100 is none", async () => {
    const content = (good: number, n: number) => [...Array<number>(good).fill(5), ...Array<number>(n - good).fill(1)];
    const [, fallen] = await groupsOf(
      answersOf("csat", content(250, 1000), "a", "2026-01-05"),
      answersOf("csat", content(200, 1000), "b", "2026-02-05")
    );
    // R's prop.test without continuity correction: (−.0865, −.0135); Newcombe's differs in the fourth decimal.
    expect(fallen).toMatchObject({change: -5, is_clear: true});
    expect(fallen!.change_low).toBeCloseTo(-8.65, 1);
    expect(fallen!.change_high).toBeCloseTo(-1.35, 1);
    const [, level] = await groupsOf(
      answersOf("csat", content(25, 100), "a", "2026-01-05"),
      answersOf("csat", content(23, 100), "b", "2026-02-05")
    );
    expect(level).toMatchObject({change: -2, is_clear: false});
  });

  it("56 of 70 after 48 of 80 is a rise by .0524 to .3339", async () => {
    // Newcombe (1998), table II, example (a), method 10.
    const content = (good: number, n: number) => [...Array<number>(good).fill(5), ...Array<number>(n - good).fill(1)];
    const [, row] = await groupsOf(
      answersOf("csat", content(48, 80), "a", "2026-01-05"),
      answersOf("csat", content(56, 70), "b", "2026-02-05")
    );
    expect([row!.change.toFixed(2), row!.change_low.toFixed(2), row!.change_high.toFixed(2)]).toEqual([
      "20.00",
      "5.24",
      "33.39"
    ]);
  });

  it("one answer, and answers all alike, are no certainty", async () => {
    const [one] = await groupsOf(answersOf("nps", [10], "a", "2026-01-05"));
    expect(one).toMatchObject({score: 100, high: 100, previous_score: null, change: null, is_clear: false});
    expect(one!.low).toBeCloseTo(100 - (200 * z * z) / (1 + z * z), 9);
    const [, second] = await groupsOf(
      answersOf("rating", [5, 5, 5], "a", "2026-01-05"),
      answersOf("rating", [4], "b", "2026-02-05")
    );
    expect(second).toMatchObject({score: 4, previous_score: 5, change: -1, is_clear: false});
  });
});

it("a language has one name, whatever the tool calls it", async () => {
  const names = ["EN", "en-GB", "English", "ZH-S", "zh_CN", "中文", "FR", "", null];
  const warehouse = await ModelledWarehouse.of(
    [
      insert(
        rawFeedback,
        answersOf(
          "nps",
          names.map(() => 9),
          "winter",
          "2026-01-05"
        ).map((answer, i) => ({
          ...answer,
          answer_language: names[i] || null
        }))
      )
    ],
    {},
    [martFeedbackGroup]
  );
  expect(
    await warehouse.rows("select value, answers from mart_feedback_group where dimension = 'language' order by value")
  ).toEqual([
    {value: "en", answers: 3},
    {value: "fr", answers: 1},
    {value: "unknown", answers: 2},
    {value: "zh", answers: 3}
  ]);
});
