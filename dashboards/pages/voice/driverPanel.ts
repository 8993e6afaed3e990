import {
  csvButton,
  empty,
  html,
  intervalTrack,
  panel,
  table,
  trackScale,
  type Content,
  type Html
} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {isWithheld} from "../../withheld.ts";
import {defined} from "./defined.ts";
import {driverWords} from "./driverWords.ts";
import type {DriverRow} from "./rows.ts";

/** Drivers that the table shows; all are in the CSV. */
const SHOWN = 6;

/** The scale of odds ends at an eighth and at eight times. */
const widest = Math.log(8);

/** Drivers that may be shown, in their order: few with it are withheld, be they detractors or not. */
export const shownDrivers = (rows: readonly DriverRow[], minCell: number): DriverRow[] =>
  rows
    .filter(
      ({exposed, detractors}) =>
        exposed > 0 && !isWithheld(detractors, minCell) && (exposed - detractors >= minCell || minCell <= 1)
    )
    .toSorted((a, b) => a.rank - b.rank);

/** What goes with detraction, most revenue at stake among the clear ones first. */
export function driverPanel(
  given: readonly DriverRow[],
  {hasNps, labels}: {hasNps: boolean; labels: Readonly<Record<string, string>>},
  c: Context
): Html {
  const {t, f, minCell} = c;
  const title = t("What goes with not recommending us?", "不愿推荐与什么相关？");
  const frame = {span: 8, id: "drivers", title, long: true, definition: defined("driver", c)} as const;
  const rows = shownDrivers(given, minCell);
  if (!rows.length)
    return panel(
      {
        ...frame,
        body: empty({
          title: hasNps ? t("Too few to compare", "样本过少，无法比较") : t("No NPS answers", "没有 NPS 作答"),
          text: hasNps
            ? t(
                "Detractors with tickets, refunds or themes are compared with all others once there are enough of them.",
                "待有工单、退款或主题的贬损者足够多后，将与其他客户比较。"
              )
            : html`${t("Add an export of kind ", "请添加类型为 ")}<code>feedback</code>${t(
                " with instrument nps; customers must be known by key, e-mail or phone.",
                " 且 instrument 为 nps 的导出，并能以编号、邮箱或电话识别客户。"
              )}`
        })
      },
      c
    );
  const all = rows[0]!.customers;
  const line = (row: DriverRow): Content[] => {
    const tone = row.is_clear ? (row.log_odds > 0 ? "bad" : "good") : undefined;
    const times = Math.exp(row.log_odds);
    return [
      driverWords(row, c, labels),
      html`<b${tone && html` class="${tone}"`}>${f.number(times, times < 10 ? 1 : 0)}×</b><br /><span class="muted nowrap"
          >${row.is_clear ? f.range(Math.exp(row.low), Math.exp(row.high), 1) : t("not clear", "不显著")}</span
        >`,
      intervalTrack({
        value: row.log_odds,
        low: row.low,
        high: row.high,
        target: 0,
        domain: [-widest, widest],
        tone: tone ?? "ctx"
      }),
      html`${f.count(row.exposed)}<br /><span class="muted">${f.share(row.share_exposed, 0)}</span>`,
      f.count(row.detractors),
      f.money(row.net_revenue_365d)
    ];
  };
  return panel(
    {
      ...frame,
      sub: t(
        `Odds of being a detractor with it against without it, among ${f.count(all)} customers who answered in 365 days; 95% interval, tick: no difference`,
        `近 365 天作答的 ${f.count(all)} 位客户中，有此经历者成为贬损者的优势比；95% 区间，竖线为无差异`
      ),
      actions: html`<span class="needs-script">${csvButton(title)}</span>`,
      body: table({
        caption: title,
        columns: [
          t("What they had", "经历"),
          {head: t("Odds", "优势比"), right: true},
          {head: trackScale("⅛×", "8×", t("Chart", "图")), width: "24%"},
          {head: t("Customers", "客户"), right: true},
          {head: t("Detractors", "贬损者"), right: true},
          {head: t("Their revenue, year", "其年收入"), right: true}
        ],
        rows: rows.slice(0, SHOWN).map(line)
      }),
      note: [
        t(
          "Association, not an effect; clear ones hold after adjusting for many comparisons. Revenue: of the detractors with it, last 365 days.",
          "为关联而非因果；显著者经多重比较校正。年收入：有此经历的贬损者近 365 天的净收入。"
        ),
        rows.length > SHOWN &&
          t(` ${f.count(rows.length - SHOWN)} more are in the CSV.`, ` 另有 ${f.count(rows.length - SHOWN)} 项见 CSV。`)
      ]
    },
    c
  );
}
