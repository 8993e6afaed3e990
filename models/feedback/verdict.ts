import type {Expression} from "kysely";
import {both, compare, either, num, text, when, type Value} from "../sql.ts";

export const instruments = ["nps", "csat", "ces", "rating"] as const;
export type Instrument = (typeof instruments)[number];

export const verdicts = ["favourable", "neutral", "unfavourable"] as const;
export type Verdict = (typeof verdicts)[number];

/** Ends of every scale, from where an answer is favourable, and up to where it is unfavourable. */
export const scales: Readonly<
  Record<Instrument, {least: number; unfavourable: number; favourable: number; most: number}>
> = {
  nps: {least: 0, unfavourable: 6, favourable: 9, most: 10},
  csat: {least: 1, unfavourable: 2, favourable: 4, most: 5},
  ces: {least: 1, unfavourable: 3, favourable: 5, most: 7},
  rating: {least: 1, unfavourable: 2, favourable: 4, most: 5}
};

/** What an answer says: of NPS, favourable are the promoters and unfavourable the detractors. */
export function verdictOf(instrument: Expression<string>, score: Expression<number>): Value<Verdict> {
  const any = (holds: (of: Instrument) => Value<boolean>) =>
    either(...instruments.map((of) => both(compare(instrument, "=", text(of)), holds(of))));
  return when(
    any((of) => compare(score, ">=", num(scales[of].favourable))),
    text("favourable"),
    when(
      any((of) => compare(score, "<=", num(scales[of].unfavourable))),
      text("unfavourable"),
      text("neutral")
    )
  );
}
