import {html, intervalTrack, table, trackScale, type Content, type Html} from "../../components/index.ts";
import type {Locale} from "../../format/locale.ts";
import {LONGEST, type Grouped} from "./groups.ts";
import type {GroupRow} from "./rows.ts";
import {dimensionName, groupName} from "./words.ts";

/** Sales by group beside all: what is open, how often and how much was won, how soon. */
export function groupsTable({dimension, rows, all}: Grouped, locale: Locale): Html {
  const {t, f} = locale;
  const base = all?.win_share ?? undefined;
  const line = (row: GroupRow, name: Content, isAll = false): Content[] => [
    name,
    f.count(row.open),
    f.money(row.open_worth),
    row.attention ? html`<span class="bad">${f.count(row.attention)}</span>` : f.count(0),
    `${f.count(row.won)} / ${f.count(row.lost)}`,
    row.win_share === null
      ? ""
      : intervalTrack({
          value: row.win_share,
          low: row.win_low!,
          high: row.win_high!,
          target: isAll ? undefined : base,
          domain: [0, 1],
          tone: isAll || base === undefined || row.win_low! > base || row.win_high! < base ? "c1" : "ctx"
        }),
    f.share(row.win_share, 0),
    f.money(row.won_value),
    f.money(row.mean_won_value),
    row.median_cycle_days === null ? f.missing : f.number(row.median_cycle_days),
    f.money(row.velocity)
  ];
  return table({
    caption: t("Sales by group", "分组销售表现"),
    columns: [
      dimensionName(dimension, locale),
      {head: t("Open", "未结"), right: true},
      {head: t("worth", "可能金额"), right: true},
      {head: t("overdue or quiet", "逾期或停滞"), right: true},
      {head: t("Won / lost", "赢 / 输"), right: true},
      {head: trackScale("0%", "100%", t("Win rate drawn", "赢单率图示")), width: "14%"},
      {head: t("Win rate", "赢单率"), right: true},
      {head: t("Won", "赢单金额"), right: true},
      {head: t("a win", "平均每单"), right: true},
      {head: t("Days", "天数"), right: true},
      {head: t("per 30 days", "每 30 天"), right: true}
    ],
    rows: [
      ...(all ? [line(all, html`<b>${groupName("all", "all", locale)}</b>`, true)] : []),
      ...rows.slice(0, LONGEST).map((row) => line(row, row.owner ?? groupName(dimension, row.value, locale)))
    ]
  });
}
