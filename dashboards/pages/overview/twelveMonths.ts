import type {intAsOf} from "../../../models/intermediate/int_as_of.ts";
import type {martNetRetention} from "../../../models/marts/mart_net_retention.ts";
import type {martRevenueBridge} from "../../../models/marts/mart_revenue_bridge.ts";
import type {RowOf} from "../../../models/model.ts";
import {difference, type Difference, type Share} from "../cohorts/intervals.ts";

export type BridgeRow = RowOf<typeof martRevenueBridge>;
export type RetentionRow = RowOf<typeof martNetRetention>;
type AsOfRow = RowOf<typeof intAsOf>;

/** More days without history than this at the start of the first twelve months make them no base of comparison. */
const tolerable = 31;

const z = 1.959963984540054;

/** The last twelve months against the twelve before. */
export interface TwelveMonths {
  start: BridgeRow;
  end: BridgeRow;
  steps: BridgeRow[];
  /** Days at the start of the first twelve months that lie before the first order known. */
  missingDays: number;
  /** The first twelve months are whole enough to compare with. */
  isComparable: boolean;
  historyFrom: Date | null;
  /** Relative change of active customers; its interval takes those won and lost as Poisson counts. */
  customers: Difference | null;
  /** Relative change of net revenue, with its interval. */
  revenue: Difference | null;
  /** Net revenue retention with its interval, n the customers it started with. */
  retention: Share | null;
  grossRatio: number | null;
  /** Net revenue retention of rolling twelve months, oldest first, the last one now. */
  rolling: number[];
}

/** Reads the bridge; undefined where there is no order. */
export function twelveMonths(
  bridge: readonly BridgeRow[],
  rolling: readonly RetentionRow[],
  asOf: AsOfRow | undefined
): TwelveMonths | undefined {
  const at = (step: BridgeRow["step"]) => bridge.find((row) => row.step === step);
  const [start, end] = [at("start"), at("end")];
  if (!start || !end || start.customers + end.customers === 0) return undefined;
  const historyFrom = asOf?.history_from_on ?? null;
  const missingDays = historyFrom ? Math.max(0, Math.round((+historyFrom - +start.from_on) / 86_400_000)) : 0;
  const now = rolling.find((row) => row.months_back === 0);
  const isComparable = missingDays <= tolerable && start.customers > 0;
  const won = (at("new")?.customers ?? 0) + (at("reactivated")?.customers ?? 0);
  const lost = at("churned")?.customers ?? 0;
  const relative = (value: number, low: number, high: number, base: number) =>
    isComparable && base > 0 ? difference(value / base, low / base, high / base) : null;
  const margin = z * Math.sqrt(won + lost);
  const gained = end.customers - start.customers;
  return {
    start,
    end,
    steps: bridge.filter((row) => !row.is_total),
    missingDays,
    isComparable,
    historyFrom,
    customers: relative(gained, gained - margin, gained + margin, start.customers),
    revenue: now ? relative(now.change_net_revenue, now.change_low, now.change_high, start.net_revenue) : null,
    retention: isComparable && now ? retentionOf(now) : null,
    grossRatio: isComparable ? start.gross_retention_ratio : null,
    rolling: rolling.toSorted((a, b) => +a.to_on - +b.to_on).flatMap((row) => row.net_retention_ratio ?? [])
  };
}

function retentionOf(row: RetentionRow): Share | null {
  const {net_retention_ratio: value, net_retention_low: low, net_retention_high: high} = row;
  return value === null || low === null || high === null ? null : {value, low, high, n: row.starting_customers};
}
