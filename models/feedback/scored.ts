import type {Expression} from "kysely";
import {npsMargin, wilsonHigh, wilsonLow} from "../intervals.ts";
import * as s from "../sql.ts";
import {tMarginOfSums} from "../studentT.ts";
import {scales, type Instrument} from "./verdict.ts";

type Count = Expression<number | null>;
type Real = s.Value<number | null>;

/** What a score is made of: answers, those that are favourable and unfavourable, Σ score and Σ score². */
export interface Sums {
  answers: Count;
  favourable: Count;
  unfavourable: Count;
  total: Count;
  squares: Count;
}

const z = 1.959963984540054;
const real = (x: number) => s.toDouble(s.num(x));

/** The ends between which a score lies: NPS −100 to 100, CSAT 0 to 100, CES 1 to 7, ratings 1 to 5. */
const ends = {
  nps: [-100, 100],
  csat: [0, 100],
  ces: [scales.ces.least, scales.ces.most],
  rating: [scales.rating.least, scales.rating.most]
} as const satisfies Record<Instrument, readonly [number, number]>;

/** One expression per instrument, by the instrument of the row. */
const byInstrument = <T>(instrument: Expression<string>, of: (name: Instrument) => s.Value<T>): s.Value<T> => {
  const is = (name: Instrument) => s.compare(instrument, "=", s.text(name));
  return s.when(
    is("nps"),
    of("nps"),
    s.when(is("csat"), of("csat"), s.when(is("ces"), of("ces"), of("rating")))
  ) as s.Value<T>;
};

/**
 * The score of answers to one instrument: NPS in points, CSAT as the share of 4–5 in per cent, CES and ratings as the mean; null for none.
 */
export function scoreOf(instrument: Expression<string>, {answers, favourable, unfavourable, total}: Sums): Real {
  const percent = (x: Count) => s.ratio(s.multiply(s.num(100), x), answers);
  const mean = s.ratio(total, answers);
  return byInstrument<number | null>(instrument, (name) =>
    name === "nps" ? percent(s.subtract(favourable, unfavourable)) : name === "csat" ? percent(favourable) : mean
  );
}

/**
 * Half the 95 % interval of a score that its own spread gives, null where there is none: the multinomial one of NPS, Student's of a mean.
 * One answer has no spread, nor have answers that are all alike.
 */
export function marginOf(instrument: Expression<string>, sums: Sums): Real {
  const {answers, favourable, unfavourable, total, squares} = sums;
  const margin = s.when(
    s.compare(instrument, "=", s.text("nps")),
    npsMargin(favourable as Expression<number>, unfavourable as Expression<number>, answers as Expression<number>),
    tMarginOfSums(answers, total, squares)
  );
  return s.onlyWhen(s.compare(margin, ">", real(0)), margin);
}

/**
 * The ends of a score's 95 % interval, within its scale; null without answers. CSAT has Wilson's.
 *
 * Where a margin is unknown, all n answers are alike: up to w = z² ÷ (n + z²) of all may be others (Wilson 1927), at worst at the
 * ends of the scale, which makes score − w (score − least) to score + w (most − score).
 */
export function intervalOf(instrument: Expression<string>, score: Count, margin: Count, {answers, favourable}: Sums) {
  const others = s.ratio(s.num(z * z), s.add(s.toDouble(answers), s.num(z * z)));
  const end = (side: "low" | "high") =>
    byInstrument<number | null>(instrument, (name) => {
      if (name === "csat") {
        const share = (side === "low" ? wilsonLow : wilsonHigh)(
          favourable as Expression<number>,
          answers as Expression<number>
        );
        return s.onlyWhen(s.compare(answers, ">", s.num(0)), s.multiply(s.num(100), share));
      }
      const [least, most] = ends[name];
      const alike = s.multiply(others, s.subtract(score, real(side === "low" ? least : most)));
      const reach = s.coalesce(side === "low" ? margin : s.subtract(real(0), margin), alike);
      const reached = s.subtract(score, reach);
      const within =
        side === "low" ? s.greatest<number | null>(real(least), reached) : s.least<number | null>(real(most), reached);
      return s.onlyWhen(s.isKnown(score), within);
    });
  return {low: end("low"), high: end("high")};
}

/** A score with its interval. */
export interface Scored {
  score: Count;
  low: Count;
  high: Count;
}

const squared = (x: Real) => s.multiply(x, x);

/**
 * a − b of two independent scores with its 95 % interval, from the intervals of both; null where either is. Source: Zou & Donner (2008),
 * which for shares is Newcombe (1998), method 10.
 */
export function changeOf(a: Scored, b: Scored) {
  const change = s.subtract(a.score, b.score);
  const apart = (x: Scored, y: Scored) =>
    s.sqrt(s.add(squared(s.subtract(x.score, x.low)), squared(s.subtract(y.high, y.score))));
  return {change, low: s.subtract(change, apart(a, b)), high: s.add(change, apart(b, a))};
}
