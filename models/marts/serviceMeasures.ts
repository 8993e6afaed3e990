import * as s from "../sql.ts";

type Ref = (name: any) => s.Value<any>;

/** What is told as a share of the tickets of which it is known. */
type Told = "reopened" | "one_touch" | "first_contact" | "escalated" | "satisfied";

/**
 * Aggregates over tickets that carry their clocks and kept promises: counts under the name of what is counted, and under `…_n` of how many
 * tickets it is known.
 */
export function serviceMeasures(ref: Ref) {
  const those = (condition: s.Value<boolean>) => s.count(s.onlyWhen(condition, ref("ticket_id")));
  const told = <const Name extends string>(name: Name, flag: s.Value<boolean | null>) =>
    [those(s.coalesce(flag, s.no)).as(name), s.count(flag).as(`${name}_n`)] as const;
  return [
    s.countRows().as("tickets"),
    s.countDistinct(ref("customer_id")).as("customers"),
    s.median(ref("first_reply_work_minutes")).as("median_first_reply_work_minutes"),
    s.p90(ref("first_reply_work_minutes")).as("p90_first_reply_work_minutes"),
    s.median(ref("resolution_work_minutes")).as("median_resolution_work_minutes"),
    s.p90(ref("resolution_work_minutes")).as("p90_resolution_work_minutes"),
    ...told("first_reply_kept", ref("first_reply_kept")),
    ...told("resolution_kept", ref("resolution_kept")),
    ...told(
      "reopened",
      s.onlyWhen(s.both(ref("is_solved"), s.isKnown(ref("reopens"))), s.compare(ref("reopens"), ">", s.num(0)))
    ),
    ...told("one_touch", ref("is_one_touch")),
    ...told("first_contact", ref("is_first_contact")),
    ...told("escalated", ref("is_escalated")),
    ...told("satisfied", ref("is_satisfied"))
  ] as const;
}

/** One of them as a share of the tickets of which it is known; null where of none. */
export const shareOf = <const Name extends Told>(ref: Ref, name: Name) =>
  s.ratio(ref(name), ref(`${name}_n`)).as(`${name}_share`);
