import {grid, oneLine, pageHead} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {accountPanel} from "./accountPanel.ts";
import {agePanel} from "./agePanel.ts";
import {cohortPanel} from "./cohortPanel.ts";
import {effectPanel} from "./effectPanel.ts";
import {expiringPanel} from "./expiringPanel.ts";
import {faultPanel} from "./faultPanel.ts";
import {finding} from "./finding.ts";
import {kpiStrip} from "./kpiStrip.ts";
import {movePanel} from "./movePanel.ts";
import {nothing} from "./nothing.ts";
import {readingPanel} from "./readingPanel.ts";
import type {AgeRow, CohortRow, EffectRow, ExpiringRow, FaultRow, MonthRow, MoveRow, Summary, TierRow} from "./rows.ts";
import {tierPanel} from "./tierPanel.ts";

/** What the page is made of. */
export interface LoyaltyData {
  summary: Summary | undefined;
  months: readonly MonthRow[];
  ages: readonly AgeRow[];
  cohorts: readonly CohortRow[];
  expiring: readonly ExpiringRow[];
  tiers: readonly TierRow[];
  moves: readonly MoveRow[];
  effects: readonly EffectRow[];
  faults: readonly FaultRow[];
}

/** The page from top to bottom. */
export function body(title: string, data: LoyaltyData, c: Context): string {
  const {summary, months, tiers} = data;
  if (!summary || !months.length) return oneLine(nothing(title, c));
  return oneLine([
    pageHead({title, finding: finding(summary, data.effects, c)}),
    kpiStrip(summary, months, c),
    grid([
      accountPanel(months, c),
      agePanel(data.ages, summary, c),
      readingPanel(c),
      cohortPanel(data.cohorts, c),
      expiringPanel(data.expiring, summary, c),
      tierPanel(tiers, c),
      movePanel(data.moves, tiers, c),
      effectPanel(data.effects, c),
      faultPanel(data.faults, c)
    ])
  ]);
}
