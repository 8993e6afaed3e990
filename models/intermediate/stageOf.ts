import type {Expression} from "kysely";
import * as c from "../../warehouse/columns.ts";
import {compare, isNull, num, text, when, type Value} from "../sql.ts";

export const stages = ["prospect", "new", "active", "loyal", "slipping", "dormant", "lost", "reactivated"] as const;
export type Stage = (typeof stages)[number];

/** Stages of customers whose silence is still usual. */
export const inRhythm: readonly Stage[] = ["new", "active", "loyal", "reactivated"];

/** Where a customer stands in their life with the company; int_customer_stage says when. */
export const stageColumns = {
  stage: c.oneOf(
    stages,
    "Stage of life: by orders and silence, against the gaps of the whole base.",
    "生命周期阶段：按订单与沉默天数对照全体间隔。"
  )
};

type Days = Expression<number | null>;

/** What decides the stage on one day: days of silence, null where there was no order; and the customer's purchases up to then. */
export interface Standing {
  silence: Days;
  purchaseDays: Days;
  /** Days between the last two purchase days. */
  lastGap: Days;
}

/** The days of silence after which a customer is in another stage, as they were known on that day. */
export interface Cuts {
  slipping: Days;
  dormant: Days;
  lost: Days;
}

/** The stage: the first that holds, where no order comes first, then the longest silence. */
export function stageOf({silence, purchaseDays, lastGap}: Standing, cuts: Cuts, loyalDays: number): Value<Stage> {
  const choices: [Value<boolean>, Stage][] = [
    [isNull(silence), "prospect"],
    [compare(silence, ">", cuts.lost), "lost"],
    [compare(silence, ">", cuts.dormant), "dormant"],
    [compare(silence, ">", cuts.slipping), "slipping"],
    [compare(purchaseDays, "=", num(1)), "new"],
    [compare(lastGap, ">", cuts.dormant), "reactivated"],
    [compare(purchaseDays, ">=", num(loyalDays)), "loyal"]
  ];
  return choices.reduceRight<Value<Stage>>(
    (otherwise, [holds, stage]) => when(holds, text(stage), otherwise),
    text("active")
  );
}
