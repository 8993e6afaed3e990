import type {AudienceRule, AudienceTest} from "../../ingest/audienceConfig.ts";
import {isBounds, partsOf} from "./rules.ts";

/** What a column holds of somebody who has not ordered; columns of anything else may hold whatever they do. */
const beforeAnyOrder: Readonly<Record<string, 0 | null>> = {
  ...Object.fromEntries(
    ["orders", "orders_90d", "net_revenue", "net_revenue_90d", "net_revenue_365d"].map((name) => [name, 0 as const])
  ),
  ...Object.fromEntries(
    [
      ...["first_order_on", "last_order_on", "cohort_month", "days_since_last_order", "average_order_value"],
      ...["median_gap_days", "silence_ratio", "segment", "recency_score", "frequency_score", "monetary_score"]
    ].map((name) => [name, null])
  )
};

/** Whether a condition can hold, and whether it can fail. */
interface Possible {
  yes: boolean;
  no: boolean;
}

const all = (parts: readonly Possible[]): Possible => ({
  yes: parts.every(({yes}) => yes),
  no: parts.some(({no}) => no)
});
const any = (parts: readonly Possible[]): Possible => ({
  yes: parts.some(({yes}) => yes),
  no: parts.every(({no}) => no)
});
const not = ({yes, no}: Possible): Possible => ({yes: no, no: yes});

/** Whether a rule may take in somebody who has not ordered. */
export const takesProspects = (rule: AudienceRule): boolean => possible(rule).yes;

function possible(rule: AudienceRule): Possible {
  const parts = partsOf(rule);
  return all([
    ...parts.tests.map(({column, test}) =>
      column in beforeAnyOrder ? certain(holds(beforeAnyOrder[column]!, test)) : {yes: true, no: true}
    ),
    ...(parts.any.length ? [any(parts.any.map(possible))] : []),
    ...parts.all.map(possible),
    ...(parts.not ? [not(possible(parts.not))] : [])
  ]);
}

const certain = (isTrue: boolean): Possible => ({yes: isTrue, no: !isTrue});

function holds(value: 0 | null, test: AudienceTest): boolean {
  if (!isBounds(test)) return test === null ? value === null : [test].flat().some((one) => one === value);
  const {not, at_least, at_most, above, below, within_days, older_than_days} = test;
  if (not !== undefined && holds(value, not)) return false;
  const limits = [at_least, at_most, above, below, within_days, older_than_days];
  if (value === null) return limits.every((limit) => limit === undefined);
  return (
    (at_least === undefined || value >= Number(at_least)) &&
    (at_most === undefined || value <= Number(at_most)) &&
    (above === undefined || value > Number(above)) &&
    (below === undefined || value < Number(below))
  );
}
