import {html, table, type Content, type Html} from "../../components/index.ts";
import type {Locale} from "../../format/locale.ts";
import {LONGEST, type Grouped} from "./groups.ts";
import type {GroupRow} from "./rows.ts";
import {inHours} from "./timeWords.ts";
import {dimensionName, groupName} from "./words.ts";

/** Service by group: how many, how fast, how well, beside all tickets. */
export function groupsTable({dimension, rows, all}: Grouped, locale: Locale): Html {
  const {t, f} = locale;
  const share = (value: number | null) => f.share(value, 0);
  const hasRate = rows.some((row) => row.tickets_per_100_orders !== null);
  const line = (row: GroupRow, name: Content): Content[] => [
    name,
    f.count(row.tickets),
    inHours(row.median_first_reply_work_minutes, locale),
    share(row.first_reply_kept_share),
    inHours(row.median_resolution_work_minutes, locale),
    share(row.resolution_kept_share),
    share(row.first_contact_share),
    share(row.reopened_share),
    share(row.satisfied_share),
    ...(hasRate ? [f.number(row.tickets_per_100_orders, 1)] : [])
  ];
  const heads = [
    t("Tickets", "工单"),
    t("First reply, h", "首次回复（小时）"),
    t("in time", "及时率"),
    t("Solved, h", "解决（小时）"),
    t("in time", "及时率"),
    t("First contact", "首次联系解决"),
    t("Reopened", "重开率"),
    t("Satisfied", "满意率"),
    ...(hasRate ? [t("per 100 orders", "每百单")] : [])
  ];
  return table({
    caption: t("Service by group", "各组服务表现"),
    columns: [dimensionName(dimension, locale), ...heads.map((head) => ({head, right: true}))],
    rows: [
      ...(all ? [line(all, html`<b>${groupName("all", "all", locale)}</b>`)] : []),
      ...rows.slice(0, LONGEST).map((row) => line(row, groupName(dimension, row.value, locale)))
    ]
  });
}
