import type {Expression} from "kysely";
import type {WarningSettings} from "../settings.ts";
import * as s from "../sql.ts";

export const warnings = ["silence", "slowing", "value_fall", "complaints", "low_score"] as const;

export type Warning = (typeof warnings)[number];

type Feature =
  | "recency_days"
  | "tenure_days"
  | "purchase_days"
  | "median_gap_days"
  | "last_gap_days"
  | "last_orders_value"
  | "earlier_orders_value"
  | "complaints"
  | "tickets_365d"
  | "last_nps_score"
  | "previous_nps_score"
  | "last_nps_days";

/** What one rule says of a customer on a day. */
interface Rule {
  /** There is enough of the customer for the rule to judge. */
  judges: s.Value<boolean>;
  /** It warns; false where it cannot judge. */
  warns: s.Value<boolean>;
  value: s.Value<number | null>;
  /** What is usual for this customer. */
  usual: s.Value<number | null>;
  /** How far past the limit; 1 is just there. */
  severity: s.Value<number | null>;
}

/** Purchase days from which a last gap can be twice the median of all: three gaps. */
const leastForSlowing = 4;

/** Days for which an answer says something. */
const answerDays = 365;

/** The rules over one row of int_churn_features. */
export function rulesOf(
  limits: WarningSettings,
  of: (feature: Feature) => Expression<number | null>
): Record<Warning, Rule> {
  const real = (feature: Feature) => s.toDouble(of(feature));
  const times = (share: Expression<number | null>, by: number) => s.ratio(share, s.num(by));
  const rule = (
    judges: s.Value<boolean>,
    severity: s.Value<number | null>,
    value: Feature,
    usual: s.Value<number | null>
  ): Rule => ({
    judges,
    warns: s.both(judges, s.coalesce(s.compare(s.round(severity, 9), ">=", s.num(1)), s.no)),
    value: real(value),
    usual,
    severity: s.round(severity, 9)
  });
  const hasRhythm = s.isKnown(of("median_gap_days"));
  const fall = s.subtract(s.num(1), s.ratio(of("last_orders_value"), of("earlier_orders_value")));
  const before = s.subtract(s.least(of("tenure_days"), s.num(365)), s.num(limits.complaintDays));
  const earlier = s.subtract(of("tickets_365d"), of("complaints"));
  return {
    silence: rule(
      hasRhythm,
      times(s.ratio(of("recency_days"), of("median_gap_days")), limits.silenceTimes),
      "recency_days",
      real("median_gap_days")
    ),
    slowing: rule(
      s.both(hasRhythm, s.compare(of("purchase_days"), ">=", s.num(leastForSlowing))),
      times(s.ratio(of("last_gap_days"), of("median_gap_days")), limits.slowingTimes),
      "last_gap_days",
      real("median_gap_days")
    ),
    value_fall: rule(
      s.coalesce(s.compare(of("earlier_orders_value"), ">", s.num(0)), s.no),
      times(fall, limits.valueFall),
      "last_orders_value",
      real("earlier_orders_value")
    ),
    complaints: rule(
      s.isKnown(of("complaints")),
      times(of("complaints"), limits.complaints),
      "complaints",
      s.onlyWhen(s.compare(before, ">", s.num(0)), s.ratio(s.multiply(earlier, s.num(limits.complaintDays)), before))
    ),
    low_score: rule(
      s.both(
        s.isKnown(of("last_nps_score")),
        s.coalesce(s.compare(of("last_nps_days"), "<=", s.num(answerDays)), s.no)
      ),
      times(s.subtract(s.num(11), of("last_nps_score")), 11 - limits.lowScoreNps),
      "last_nps_score",
      real("previous_nps_score")
    )
  };
}

/** Names of warnings as one text, in their order, by commas; "" for none. */
export const namesWhere = (holds: (warning: Warning) => Expression<boolean>) =>
  s.after(s.join(...warnings.map((warning) => s.when(holds(warning), s.text(`,${warning}`), s.text("")))), 1);

/** Whether such a text names the warning that a column holds. */
export const names = (list: Expression<string>, warning: Expression<string>) =>
  s.either(...warnings.map((name) => s.both(s.compare(warning, "=", s.text(name)), s.matches(list, name))));
