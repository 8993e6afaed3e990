import {facts, panel, type Html} from "../../components/index.ts";
import type {Locale} from "../../format/locale.ts";
import type {RateRow, SummaryRow} from "./rows.ts";

/** What the risk is: the horizon, the snapshots, the reading of the table, and what is at stake. */
export function definitionPanel(
  summary: readonly SummaryRow[],
  rates: readonly RateRow[],
  horizon: string,
  locale: Locale
): Html {
  const {t, f} = locale;
  const all = summary.find((row) => row.risk_band === "all")!;
  const n = rates.reduce((sum, row) => sum + row.snapshots, 0);
  const snapshots = all.closed_snapshots
    ? t(
        `${f.count(all.closed_snapshots)} month ends, ${f.date(all.first_snapshot_on)} to ${f.date(all.last_snapshot_on)}, whose ${horizon} are over: ${f.count(n)} customer-snapshots`,
        `${f.count(all.closed_snapshots)} 个已满 ${horizon}的月末（${f.date(all.first_snapshot_on)}至${f.date(all.last_snapshot_on)}），共 ${f.count(n)} 个客户快照`
      )
    : t(`none yet: no month end is ${horizon} old`, `尚无：没有满 ${horizon}的月末`);
  const rows: [string, string][] = [
    [
      t("Left", "流失"),
      t(
        `no order within ${horizon} (${f.days(all.horizon_days)}) after a month end`,
        `月末之后 ${horizon}（${f.days(all.horizon_days)}）内未下单`
      )
    ],
    [
      t("Risk", "风险"),
      t(
        "the observed share of past customers who left, among those silent for as long (days ÷ median gap of all customers) with as many orders; the mean of all where there were none",
        "过去沉默天数（÷全体间隔中位数）与订单数同档的客户中，实际流失的比例；该档无历史则取全体平均"
      )
    ],
    [
      t("Rhythm", "节奏"),
      t(
        "the customer’s median gap between purchases; before a second one, that of all customers. It explains the list and does not count in the risk",
        "客户购买间隔的中位数；仅购一次者取全体客户的中位数。仅用于说明，不计入风险"
      )
    ],
    [t("Snapshots", "快照"), snapshots],
    [
      t("Expected", "预期"),
      t(
        `net revenue of the last 365 days × ${f.count(all.horizon_days)} ÷ 365`,
        `近 365 天净收入 × ${f.count(all.horizon_days)} ÷ 365`
      )
    ],
    [t("Value at risk", "风险价值"), t("risk × expected revenue", "风险 × 预期收入")]
  ];
  return panel({title: t("What is the risk?", "风险是什么？"), body: facts(rows, {left: true})});
}
