import type {martRiskSegment} from "../../../models/marts/mart_risk_segment.ts";
import type {RowOf} from "../../../models/model.ts";
import {csvButton, empty, html, panel, table, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {bandName, segmentName} from "../customers/words.ts";
import type {Risk} from "./risk.ts";

export type GroupRow = RowOf<typeof martRiskSegment>;

/** Rows of the list. */
const most = 5;

const each = (row: GroupRow): number => row.value_at_risk / row.customers;

/** The groups at medium or high risk, the most at stake per customer first; those too small to be published are left out. */
export const topGroups = (rows: readonly GroupRow[], minCell: number): GroupRow[] =>
  rows
    .filter((row) => row.risk_band !== "low" && row.value_at_risk > 0 && row.customers >= minCell)
    .toSorted((a, b) => each(b) - each(a))
    .slice(0, most);

/** What to do this week: whom to write or call, what is at stake, how sure that is. */
export function weekPanel(rows: readonly GroupRow[], risk: Risk | undefined, c: Context): Html {
  const {t, f} = c;
  const title = t("What should we do this week?", "本周该做什么？");
  const groups = topGroups(rows, c.minCell);
  if (!risk || !groups.length)
    return panel({
      title,
      body: empty({
        title: t("No group to name yet", "尚无可列的客户组"),
        text: risk
          ? t(
              `No segment has ${f.count(Math.max(1, c.minCell))} customers or more at medium or high risk. The churn watch lists customers one by one.`,
              `没有任何分群有 ${f.count(Math.max(1, c.minCell))} 位及以上的中高风险客户。流失预警逐一列出客户。`
            )
          : t(
              "Nothing tells who leaves: no horizon is over yet, or neither a model nor a warning rule proved useful. The churn watch says which.",
              "尚无从判断谁会流失：视野期未结束，或模型与预警规则均未被证明有用。详见流失预警。"
            )
      })
    });
  const held = groups.reduce((sum, row) => sum + row.value_at_risk, 0);
  return panel({
    title,
    sub: t(
      `Turn to the groups with the most at risk per customer: ${f.money(held)} of ${f.money(risk.now.value)} in all. The team can call ${f.count(c.callsPerDay)} a day, ${f.count(c.callsPerDay * 5)} in five days.`,
      `优先联系人均风险价值最高的客户组：共 ${f.money(held)}，全部为 ${f.money(risk.now.value)}。团队每天可联系 ${f.count(c.callsPerDay)} 位，五天 ${f.count(c.callsPerDay * 5)} 位。`
    ),
    actions: csvButton(title),
    body: table({
      caption: title,
      columns: [
        t("Who", "对象"),
        t("Risk", "风险"),
        {head: t("Customers", "客户数"), right: true},
        {head: t("Value at risk", "风险价值"), right: true},
        {head: t("Per customer", "人均"), right: true},
        {head: t("95% interval", "95% 区间"), right: true},
        {head: t("Usual revenue", "常规收入"), right: true},
        {head: html`<span class="sr-only">${t("List", "名单")}</span>`, right: true}
      ],
      rows: groups.map((row) => groupRow(row, c))
    }),
    note: t(
      "Usual revenue: what they usually spend within the horizon. Consent and contact history are on the list. Whether a call helps is not known: only a test with a control group can say.",
      "常规收入：其在视野期内的常规消费。名单中列有营销同意与联系记录。联系是否有效尚不可知，只有带对照组的试验才能回答。"
    )
  });
}

function groupRow(row: GroupRow, c: Context) {
  const {t, f} = c;
  const query = {segment: row.segment, band: row.risk_band};
  return [
    segmentName(row.segment, t),
    bandName(row.risk_band, t),
    html`<a href="${c.href("/customers", query)}">${f.count(row.customers)}</a>`,
    html`<b>${f.money(row.value_at_risk)}</b>`,
    f.moneyExact(each(row), 2),
    f.moneyRange(row.value_at_risk_low, row.value_at_risk_high),
    f.money(row.expected_revenue),
    html`<a href="${c.href("/churn", query)}"
      >${t("Open list", "打开名单")}<span class="sr-only">: ${segmentName(row.segment, t)}</span></a
    >`
  ];
}
