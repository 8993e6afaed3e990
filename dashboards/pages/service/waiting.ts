import type {OpenRow, Target} from "./rows.ts";

/** An open ticket as the list needs it: plain values, few letters, for page and browser alike. */
export interface Waiting {
  ticket: string;
  priority: string | null;
  age: number;
  team: string | null;
  agent: string | null;
  category: string | null;
  customer: string | null;
  state: string;
  target: Target | null;
  /** Minutes on the target's clock; negative is late. */
  remaining: number | null;
  late: boolean;
  /** Its clock rests. */
  paused: boolean;
  revenue: number | null;
  risk: number | null;
}

export const waiting = (row: OpenRow): Waiting => ({
  ticket: row.ticket_id,
  priority: row.priority,
  age: row.age_days,
  team: row.team,
  agent: row.agent_key,
  category: row.category,
  customer: row.customer_id,
  state: row.ticket_state,
  target: row.target,
  remaining: row.remaining_minutes === null ? null : Math.round(row.remaining_minutes),
  late: row.is_breached,
  paused: row.is_paused,
  revenue: row.net_revenue_365d === null ? null : Math.round(Number(row.net_revenue_365d)),
  risk: row.risk_share === null ? null : Number(row.risk_share.toFixed(3))
});
