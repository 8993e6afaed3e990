import {leadDimensions} from "../../../models/marts/mart_lead_group.ts";
import {html, intervalTrack, panel, table, trackScale, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {wilson} from "../../../models/statistics/experiments/shares.ts";
import {foldedParts, isWithheld} from "../../withheld.ts";
import {horizonWords} from "../churn/horizonWords.ts";
import {dimensionName} from "./leadWords.ts";
import type {GroupRow, SummaryRow} from "./leadsData.ts";

/** Groups that a table shows, at most. */
const most = 12;

/** A group of a table: its conversion in time, and the days that a conversion usually took. */
interface Shown {
  name: string;
  leads: number;
  closed: number;
  converted: number;
  /** Null where too few converted, and for several groups together. */
  days: number | null;
}

/** One table per dimension of which more than one group is known: conversion with its interval, days, what is open. */
export function groupPanels(rows: readonly GroupRow[], summary: SummaryRow, c: Context): Html[] {
  return leadDimensions
    .filter((dimension) => dimension !== "all")
    .flatMap((dimension) => {
      const own = rows.filter((row) => row.dimension === dimension);
      const known = own.filter((row) => row.value !== "unknown");
      const isHidden = dimension === "owner_key" && !known.some((row) => row.owner);
      const shown = known.length > 1 && !isHidden ? shownOf(own, c) : [];
      return shown.length > 1 ? [panelOf(shown, dimension, summary, c)] : [];
    });
}

/** The groups with most leads; those of too few, and what is beyond the table, together as one. */
function shownOf(rows: readonly GroupRow[], {t, minCell}: Context): Shown[] {
  const sorted = rows.toSorted((a, b) => b.closed_leads - a.closed_leads || a.value.localeCompare(b.value));
  const isFolded = foldedParts(
    sorted.map((row) => row.closed_leads),
    minCell
  );
  const isOther = sorted.map((row, i) => isFolded[i]! || row.closed_leads === 0 || i >= most);
  const sum = (of: (row: GroupRow) => number) => sorted.reduce((all, row, i) => all + (isOther[i] ? of(row) : 0), 0);
  const others: Shown = {
    name: t("others", "其他"),
    leads: sum((row) => row.leads),
    closed: sum((row) => row.closed_leads),
    converted: sum((row) => row.converted_in_time),
    days: null
  };
  const own = sorted.flatMap((row, i): Shown[] =>
    isOther[i]
      ? []
      : [
          {
            name: row.value === "unknown" ? t("not known", "未知") : (row.owner ?? row.value),
            leads: row.leads,
            closed: row.closed_leads,
            converted: row.converted_in_time,
            days: isWithheld(row.converted_leads, minCell) ? null : row.median_days
          }
        ]
  );
  return others.closed > 0 && !isWithheld(others.closed, minCell) ? [...own, others] : own;
}

function panelOf(rows: readonly Shown[], dimension: GroupRow["dimension"], summary: SummaryRow, c: Context): Html {
  const {t, f} = c;
  const name = dimensionName(dimension, t);
  const title = t(`Conversion by ${name.toLowerCase()}`, `按${name}的转换率`);
  const rate = summary.conversion_share ?? undefined;
  return panel({
    id: `by-${dimension}`,
    span: 6,
    title,
    sub: t(
      `Share of leads that converted within ${horizonWords(summary.horizon_days, c)}, with 95% interval; the tick is all leads`,
      `${horizonWords(summary.horizon_days, c)}内转换的线索占比及 95% 区间；刻度为总体`
    ),
    body: table({
      caption: title,
      columns: [
        name,
        {head: t("Leads", "线索"), right: true},
        {head: t("Converted", "转换率"), right: true},
        {head: trackScale(f.share(0, 0), f.share(1, 0), t("Interval", "区间"))},
        {head: t("Median days", "中位天数"), right: true}
      ],
      rows: rows.map((row) => {
        const share = row.converted / row.closed;
        const [low, high] = wilson({successes: row.converted, n: row.closed});
        const isClear = rate !== undefined && (low > rate || high < rate);
        return [
          row.name,
          f.count(row.leads),
          html`<b>${f.share(share)}</b><span class="under">${f.shareRange(low, high)}</span>`,
          intervalTrack({value: share, low, high, target: rate, domain: [0, 1], tone: isClear ? "c1" : "ctx"}),
          row.days === null ? f.missing : f.number(row.days, 0)
        ];
      })
    })
  });
}
