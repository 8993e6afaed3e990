import type {Context} from "../../context.ts";
import {inOrder, stepName} from "./bridgePanel.ts";
import type {BridgeRow} from "./twelveMonths.ts";
import {topGroups, type GroupRow} from "./weekPanel.ts";

/** The tables of the page as files: columns, and rows of plain values in the order shown. */
export interface TakeAway {
  subject: string;
  columns: string[];
  rows: (string | number | null)[][];
}

/** What the browser code of the page starts with: one file a CSV button, in their order on the page. */
export interface OverviewStart {
  asOf: string;
  files: TakeAway[];
}

const last = ["as_of", "filter"];

export function takeAways(bridge: readonly BridgeRow[] | null, groups: readonly GroupRow[], c: Context): OverviewStart {
  const asOf = c.f.iso(c.asOf);
  const files: TakeAway[] = [];
  if (bridge)
    files.push({
      subject: "bridge",
      columns: ["step", "name", "customers", "net_revenue", ...last],
      rows: inOrder(bridge, c.minCell).map((row) => [
        row.step,
        stepName(row, c),
        row.customers,
        row.net_revenue,
        asOf,
        ""
      ])
    });
  const top = topGroups(groups, c.minCell);
  if (top.length)
    files.push({
      subject: "this-week",
      columns: [
        "segment",
        "risk_band",
        "customers",
        "value_at_risk",
        "value_at_risk_low",
        "value_at_risk_high",
        "expected_revenue",
        ...last
      ],
      rows: top.map((row) => [
        row.segment,
        row.risk_band,
        row.customers,
        row.value_at_risk,
        row.value_at_risk_low,
        row.value_at_risk_high,
        row.expected_revenue,
        asOf,
        ""
      ])
    });
  return {asOf, files};
}
