import type {DealRow} from "./rows.ts";

/** An open deal as the list needs it: plain values, few letters, for page and browser alike. */
export interface Deal {
  id: string;
  customer: string | null;
  stage: string;
  /** Null also where the operator does not publish it. */
  owner: string | null;
  team: string | null;
  source: string | null;
  product: string | null;
  amount: number | null;
  worth: number;
  chance: number | null;
  age: number | null;
  inStage: number | null;
  quiet: number | null;
  /** ISO day. */
  closes: string | null;
  slipped: number | null;
  stale: boolean;
  slow: boolean;
}

const whole = (value: number | string | null): number | null => (value === null ? null : Math.round(Number(value)));

export const deal = (row: DealRow): Deal => ({
  id: row.opportunity_id,
  customer: row.customer_id,
  stage: row.stage,
  owner: row.owner ?? null,
  team: row.team,
  source: row.lead_source,
  product: row.product_name,
  amount: whole(row.amount),
  worth: Math.round(Number(row.worth)),
  chance: row.chance === null ? null : Number(row.chance.toFixed(3)),
  age: row.age_days,
  inStage: row.stage_days,
  quiet: row.quiet_days,
  closes: row.expected_close_on === null ? null : row.expected_close_on.toISOString().slice(0, 10),
  slipped: row.slipped_days,
  stale: row.is_stale,
  slow: row.is_slow
});
