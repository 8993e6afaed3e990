import {z} from "zod";

const five = [1, 2, 3, 4, 5] as const;
const scores = z
  .array(z.int().min(1, "a score is 1, 2, 3, 4 or 5").max(5, "a score is 1, 2, 3, 4 or 5"))
  .min(1, "name at least one score, 1 to 5");
const segment = z.strictObject({
  segment: z
    .string()
    .min(1, "a segment needs a name")
    .refine((name) => !name.startsWith("("), {
      error: (issue) =>
        `invalid name "${String(issue.input)}"; begin it without a bracket: (new), (returned) and (gone) are states`
    })
    .describe("Name of the segment; several rows may share one."),
  recency: scores.describe("Recency scores that belong to it; 5 is the most recent."),
  frequency: scores.describe("Frequency scores; 5 is the most frequent."),
  monetary: scores.optional().describe("Monetary scores; every one of them when absent.")
});
type Row = z.infer<typeof segment>;

/** The usual named segments: recency score × frequency score, total and without overlap. */
export const usualSegments: Row[] = [
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

const holds = (row: Row, [r, f, m]: readonly [number, number, number]): boolean =>
  row.recency.includes(r) && row.frequency.includes(f) && (row.monetary === undefined || row.monetary.includes(m));

/** What is wrong with the segments of a code, and what to do; undefined where it has exactly one. */
function problemOf(rows: readonly Row[], code: readonly [number, number, number]): string | undefined {
  const names = rows.filter((row) => holds(row, code)).map(({segment}) => segment);
  const where = `recency ${code[0]}, frequency ${code[1]}, monetary ${code[2]}`;
  if (names.length === 1) return undefined;
  if (!names.length) return `${where} has no segment; add these scores to one of them`;
  const what = new Set(names).size === 1 ? `is named twice in ${names[0]}` : `is in ${names.join(" and ")}`;
  return `${where} ${what}; every code needs exactly one row`;
}

/** Every one of the 125 codes belongs to exactly one segment; the first that does not is told. */
const segments = z.array(segment).superRefine((rows, context) => {
  const codes = five.flatMap((r) => five.flatMap((f) => five.map((m) => [r, f, m] as const)));
  const problems = codes.flatMap((code) => problemOf(rows, code) ?? []);
  if (!problems.length) return;
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more of the 125 codes)` : "";
  context.addIssue({code: "custom", message: `${problems[0]}${more}`});
});

const rising = z.array(z.number()).superRefine((limits, context) => {
  if (limits.length === 4 && limits.every((limit, i) => i === 0 || limit > limits[i - 1]!)) return;
  context.addIssue({code: "custom", message: `invalid limits ${limits.join(", ")}; write four rising numbers`});
});

export const rfmSchema = z
  .strictObject({
    window_days: z
      .int()
      .positive()
      .nullable()
      .default(365)
      .describe("Days that recency, frequency and revenue look back; null: since the first order."),
    thresholds: z
      .strictObject({
        recency: rising.optional().describe("Days: at most the first scores 5, at most the second 4, …"),
        frequency: rising.optional().describe("Orders: more than the first scores 2, more than the second 3, …"),
        monetary: rising.optional().describe("Net revenue: more than the first scores 2, more than the second 3, …")
      })
      .prefault({})
      .describe("Fixed limits of the scores 1–5 of a measure; fifths of the customers where absent."),
    segments: segments
      .default(usualSegments)
      .describe("Names for the 125 codes of recency × frequency × monetary score, each code in exactly one row.")
  })
  .prefault({})
  .describe("Recency, frequency and monetary scores and the segments that they name.");

const share = z.number().gt(0).lt(1);

export const abcSchema = z
  .strictObject({
    a: share.default(0.8).describe("Class A holds the revenue up to this cumulative share."),
    b: share.default(0.95).describe("Class B up to this one."),
    a_plus: share.default(0.2).describe("Inside A, A+ up to this one."),
    a_middle: share.default(0.5).describe("Inside A, plain A up to this one, A− from there.")
  })
  .refine(({a_plus, a_middle, a, b}) => a_plus < a_middle && a_middle < a && a < b, {
    error: ({input}) => {
      const {a_plus, a_middle, a, b} = input as Record<string, number>;
      return `invalid shares ${a_plus}, ${a_middle}, ${a}, ${b}; they must rise: a_plus < a_middle < a < b`;
    }
  })
  .prefault({})
  .describe("Cumulative shares of revenue at which the ABC classes end.");
