import type {Expression} from "kysely";
import type {Settings} from "../settings.ts";
import {both, compare, either, num, text, when, type Value} from "../sql.ts";

type Score = Expression<number>;
type Row = Settings["rfm"]["segments"][number];

const scores = [1, 2, 3, 4, 5] as const;

const isOneOf = (score: Score, values: readonly number[]) =>
  either(...values.map((value) => compare(score, "=", num(value))));

/** The segment that the configuration gives to three scores. */
export function segmentOf({rfm}: Pick<Settings, "rfm">, recency: Score, frequency: Score, monetary: Score) {
  return rfm.segments.reduceRight<Value<string>>(
    (otherwise, row) =>
      when(
        both(
          isOneOf(recency, row.recency),
          isOneOf(frequency, row.frequency),
          ...(row.monetary ? [isOneOf(monetary, row.monetary)] : [])
        ),
        text(row.segment),
        otherwise
      ),
    text(rfm.segments.at(-1)!.segment)
  );
}

/** Names of the segments, each once, in the order of the configuration. */
export const segmentNames = ({rfm}: Pick<Settings, "rfm">): string[] => [
  ...new Set(rfm.segments.map(({segment}) => segment))
];

const codesOf = (row: Row) =>
  row.recency.flatMap((r) => row.frequency.flatMap((f) => (row.monetary ?? scores).map((m) => [r, f, m] as const)));

/** Mean of the three scores over all codes of a segment, 1–5. */
export function meanScore({rfm}: Pick<Settings, "rfm">, name: string): number {
  const all = rfm.segments.filter(({segment}) => segment === name).flatMap(codesOf);
  return all.reduce((sum, [r, f, m]) => sum + (r + f + m) / 3, 0) / all.length;
}

/** The one segment of a cell of recency × frequency; null where the monetary score decides between several. */
export function segmentOfCell({rfm}: Pick<Settings, "rfm">, recency: number, frequency: number): string | null {
  const names = new Set(
    rfm.segments
      .filter((row) => row.recency.includes(recency) && row.frequency.includes(frequency))
      .map((r) => r.segment)
  );
  return names.size === 1 ? [...names][0]! : null;
}

/** Scores in few signs: "R4–R5", or "R1, R3" where they are not neighbours. */
export function scoreRange(letter: string, scores: readonly number[]): string {
  const known = [...new Set(scores)].sort((a, b) => a - b);
  const [low, high] = [known[0]!, known.at(-1)!];
  if (known.length === 1) return `${letter}${low}`;
  if (high - low + 1 === known.length) return `${letter}${low}–${letter}${high}`;
  return known.map((score) => `${letter}${score}`).join(", ");
}

/** The scores of a segment as the configuration gives them: "R4–R5 · F4–F5", with "· M5" where the monetary score counts. */
export const segmentScores = ({rfm}: Pick<Settings, "rfm">, name: string): string =>
  rfm.segments
    .filter(({segment}) => segment === name)
    .map(({recency, frequency, monetary}) =>
      [
        scoreRange("R", recency),
        scoreRange("F", frequency),
        ...(monetary && monetary.length < scores.length ? [scoreRange("M", monetary)] : [])
      ].join(" · ")
    )
    .join("; ");
