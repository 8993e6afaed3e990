import type {Expression} from "kysely";
import type {Settings} from "../settings.ts";
import * as s from "../sql.ts";

export const abcClasses = ["A+", "A", "A-", "B", "C"] as const;
export type AbcClass = (typeof abcClasses)[number];

type Amount = Expression<number>;

/** Cumulative shares of revenue between which a class lies, best first. */
export const abcRanges = ({abc}: Pick<Settings, "abc">): Record<AbcClass, readonly [from: number, to: number]> => ({
  "A+": [0, abc.aPlus],
  A: [abc.aPlus, abc.aMiddle],
  "A-": [abc.aMiddle, abc.a],
  B: [abc.a, abc.b],
  C: [abc.b, 1]
});

/** Share of the positive revenue that is held by those who stand before, in the order of `sequence`; null where nobody has any. */
export function shareBefore(
  revenue: Amount,
  sequence: {partitionBy?: Expression<unknown>[]; orderBy: Expression<unknown>[]}
) {
  const positive = s.greatest(revenue, s.amount("0"));
  return s.ratio(
    s.subtract(s.running(s.sum(positive), sequence), positive),
    s.overall(s.sum(positive), ...(sequence.partitionBy ?? []))
  );
}

/** The class of a share before and a revenue: C without revenue, else the first that ends beyond the share. */
export function abcClass(settings: Pick<Settings, "abc">, before: Expression<number | null>, revenue: Amount) {
  const ranges = abcRanges(settings);
  const inside = abcClasses
    .slice(0, -1)
    .reduceRight<s.Value<AbcClass>>(
      (otherwise, name) => s.when(s.compare(before, "<", s.num(ranges[name][1])), s.text(name), otherwise),
      s.text("C")
    );
  return s.when(s.compare(revenue, ">", s.num(0)), inside, s.text("C"));
}
