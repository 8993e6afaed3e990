import type {Expression} from "kysely";
import * as s from "../sql.ts";
import type {Cuts} from "./stageOf.ts";

type Ref = (name: any) => Expression<any>;

/** Whether a spell of int_stage_spell holds at the end of a month. */
export const covers = (ref: Ref, month: string) =>
  s.both(
    s.compare(ref("from_month"), "<=", ref(month)),
    s.compare(s.coalesce(ref("until_month"), s.never), ">", ref(month))
  );

/** The thresholds of a row of int_lifecycle, whose columns may carry a prefix. */
export const cutsOf = (ref: Ref, prefix = ""): Cuts => ({
  slipping: ref(`${prefix}slipping_after_days`),
  dormant: ref(`${prefix}dormant_after_days`),
  lost: ref(`${prefix}lost_after_days`)
});

/** Days from the last order to a day; null where there was none. */
export const silenceOf = (lastOn: Expression<Date | null>, on: Expression<Date>) =>
  s.onlyWhen(s.isKnown(lastOn), s.daysBetween(lastOn, on));

/** What a spell says of a customer on a day that it covers. */
export const standingOf = (ref: Ref, on: string) => ({
  silence: silenceOf(ref("last_order_on"), ref(on)),
  purchaseDays: ref("purchase_days"),
  lastGap: ref("last_gap_days")
});
