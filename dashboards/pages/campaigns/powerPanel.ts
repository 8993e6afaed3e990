import {html, panel, table, type Content, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {defined} from "./defined.ts";
import {isControlHidden, LONGEST, newestFirst} from "./shown.ts";
import type {CampaignRow} from "./rows.ts";

/** What could have been seen, before the campaign and after it. */
export function powerPanel(rows: readonly CampaignRow[], c: Context): Html | false {
  const {t, f, minCell} = c;
  const shown = newestFirst(rows)
    .filter((row) => row.control > 0 && !isControlHidden(row, minCell) && row.detectable_after !== null)
    .slice(0, LONGEST);
  if (!shown.length) return false;
  const rise = (value: number | null) =>
    value === null ? f.missing : `+${f.points(value, {tight: true}).replace("+", "")}`;
  return panel(
    {
      span: 6,
      id: "power",
      definition: defined("power", c),
      title: t("What could we have seen?", "我们本可测出多大的效果？"),
      sub: t("Smallest effect found with 80% power at these sizes", "在该规模下以 80% 功效可测出的最小效果"),
      body: table({
        caption: t("Smallest effects that could be found", "可测出的最小效果"),
        columns: [
          t("Campaign", "活动"),
          {head: t("Known before", "事前可知"), right: true},
          {head: t("After", "事后"), right: true},
          {head: t("Revenue a customer", "人均净收入"), right: true},
          {head: t("Needed per arm", "每组需"), right: true}
        ],
        rows: shown.map((row): Content[] => [
          html`${row.campaign}<br /><span class="muted nowrap"
              >${f.count(row.treated)} + ${f.count(row.control)}</span
            >`,
          rise(row.detectable_before),
          rise(row.detectable_after),
          row.detectable_revenue === null ? f.missing : `±${f.moneyExact(row.detectable_revenue, 2)}`,
          row.needed_per_arm === null ? f.missing : f.count(row.needed_per_arm)
        ])
      }),
      note: t(
        "Before: from the share who had ordered on the day of the message before it, or in as many days before that as the window has after it; after: from the control group. Needed per arm: two equal arms that would find the difference that was seen.",
        "事前：按当日消息之前及此前同等天数的下单率；事后：按对照组。每组需：等分两组要测出所见差异所需的人数。"
      )
    },
    c
  );
}
