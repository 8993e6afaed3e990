import type {Expression} from "kysely";
import type {Settings} from "../settings.ts";
import * as s from "../sql.ts";

/** Days of gaps between purchase days, null while nobody had bought twice. */
interface Gaps {
  q75: Expression<number | null>;
  q90: Expression<number | null>;
  q98: Expression<number | null>;
}

const half = 0.5;
const weekDays = 7;
/** The churn horizon in weeks where nobody has bought twice. */
const usualWeeks = 13;
const times = (x: Expression<number>, factor: number) => s.multiply(x, s.toDouble(s.num(factor)));

/** The churn horizon that gaps give: the configured one, else their 90th percentile in whole weeks, at least one; int_as_of says the same of all gaps. */
function horizonOf({q90}: Gaps, configured: number | null): s.Value<number> {
  if (configured !== null) return s.toDouble(s.num(configured));
  const weeks = s.round(s.coalesce(s.ratio(q90, s.num(weekDays)), s.toDouble(s.num(usualWeeks))));
  return times(s.greatest(weeks, s.toDouble(s.num(1))), weekDays);
}

/**
 * Days of silence after which a customer is slipping, dormant, lost, from the gaps known; int_lifecycle says how.
 *
 * What is configured holds; what is not yields to it, so that slipping ≤ dormant ≤ lost.
 */
export function stageCuts(gaps: Gaps, {lifecycle, churn}: Settings) {
  const {slippingDays, dormantDays, lostDays} = lifecycle;
  const given = (days: number) => s.toDouble(s.num(days));
  const atMost = (x: s.Value<number>, most: number | null) => (most === null ? x : s.least(x, given(most)));
  const atLeast = (x: s.Value<number>, least: number | null) => (least === null ? x : s.greatest(x, given(least)));
  const horizon = horizonOf(gaps, churn.horizonDays);
  const dormant = dormantDays === null ? atMost(atLeast(horizon, slippingDays), lostDays) : given(dormantDays);
  const usualSlipping = s.least(s.coalesce(gaps.q75, times(dormant, half)), dormant);
  const usualLost = s.greatest(s.coalesce(gaps.q98, times(dormant, 2)), times(dormant, 2));
  return {
    slipping: slippingDays === null ? usualSlipping : given(slippingDays),
    dormant,
    lost: lostDays === null ? usualLost : given(lostDays)
  };
}
