import * as s from "../sql.ts";

type Sum = s.Value<number | null>;
const z = 1.959963984540054;

/**
 * Half the 95 % interval of a ratio R = Σr ÷ Σp over n members, from exact sums; null under two or without points.
 *
 * Members are what is sampled, since what one redeems comes in large pieces: var R = n Σ(r − Rp)² ÷ ((n − 1) (Σp)²).
 * Source: the ratio estimator, Cochran, Sampling Techniques (1977), 6.3.
 */
export function ratioMargin(n: s.Value<number>, [r, p]: [Sum, Sum], [rr, rp, pp]: [Sum, Sum, Sum]) {
  const share = s.ratio(r, p);
  const squares = s.add(
    s.subtract(s.toDouble(rr), s.multiply(s.multiply(s.num(2), share), s.toDouble(rp))),
    s.multiply(s.multiply(share, share), s.toDouble(pp))
  );
  const spread = s.ratio(
    s.multiply(s.toDouble(n), s.greatest<number | null>(squares, s.toDouble(s.num(0)))),
    s.subtract(n, s.num(1))
  );
  return s.onlyWhen(s.compare(n, ">", s.num(1)), s.multiply(s.num(z), s.ratio(s.sqrt(spread), p)));
}
