import {z} from "zod";

const scores = z.array(z.int().min(1).max(5)).min(1);
const segment = z.strictObject({
  segment: z.string().min(1),
  recency: scores,
  frequency: scores,
  monetary: scores.optional().describe("Every monetary score when absent.")
});

/** The usual named segments: recency score × frequency score, total and without overlap. */
export const usualSegments: z.infer<typeof segment>[] = [
  {segment: "champions", recency: [4, 5], frequency: [4, 5]},
  {segment: "loyal", recency: [3], frequency: [4, 5]},
  {segment: "promising", recency: [4, 5], frequency: [2, 3]},
  {segment: "new", recency: [4, 5], frequency: [1]},
  {segment: "need_attention", recency: [3], frequency: [2, 3]},
  {segment: "about_to_sleep", recency: [3], frequency: [1]},
  {segment: "cannot_lose", recency: [1, 2], frequency: [5]},
  {segment: "at_risk", recency: [1, 2], frequency: [3, 4]},
  {segment: "lost", recency: [1, 2], frequency: [1, 2]}
];

const five = [1, 2, 3, 4, 5] as const;

/** Every one of the 125 codes belongs to exactly one segment; the first pair of scores that does not is told. */
const segments = z.array(segment).superRefine((rows, context) => {
  for (const r of five) {
    for (const f of five) {
      for (const m of five) {
        const names = rows
          .filter(
            (row) =>
              row.recency.includes(r) &&
              row.frequency.includes(f) &&
              (row.monetary === undefined || row.monetary.includes(m))
          )
          .map((row) => row.segment);
        if (names.length === 1) continue;
        const what = names.length ? `two segments (${names.join(", ")})` : "no segment";
        context.addIssue({
          code: "custom",
          message: `recency ${r}, frequency ${f}, monetary ${m} has ${what}; every code needs exactly one`
        });
        return;
      }
    }
  }
});

const rising = z
  .array(z.number())
  .length(4)
  .refine((cuts) => cuts.every((cut, i) => i === 0 || cut > cuts[i - 1]!), "four rising numbers");

export const rfmSchema = z
  .strictObject({
    window_days: z.int().positive().nullable().default(365),
    thresholds: z
      .strictObject({
        recency: rising.optional().describe("Days: at most the first scores 5, at most the second 4, …"),
        frequency: rising.optional().describe("Orders: more than the first scores 2, more than the second 3, …"),
        monetary: rising.optional().describe("Net revenue: more than the first scores 2, more than the second 3, …")
      })
      .prefault({})
      .describe("Fixed limits of the scores 1–5; fifths of the customers where absent."),
    segments: segments.default(usualSegments)
  })
  .prefault({});

const share = z.number().gt(0).lt(1);

export const abcSchema = z
  .strictObject({
    a: share.default(0.8).describe("Class A holds the revenue up to this cumulative share."),
    b: share.default(0.95).describe("Class B up to this one."),
    a_plus: share.default(0.2).describe("Inside A, A+ up to this one."),
    a_middle: share.default(0.5).describe("Inside A, plain A up to this one, A− from there.")
  })
  .refine(({a_plus, a_middle, a, b}) => a_plus < a_middle && a_middle < a && a < b, "a_plus < a_middle < a < b")
  .prefault({})
  .describe("Cumulative shares of revenue at which the ABC classes end.");
