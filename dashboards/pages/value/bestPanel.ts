import {csvButton, empty, html, panel, table, type Content, type Html} from "../../components/index.ts";
import {addressOf, linkTo} from "../../build/address.ts";
import type {Context} from "../../context.ts";
import {aheadWords} from "./aheadWords.ts";
import {cautionWords} from "./cautionWords.ts";
import type {BestRow, CandidateRow, SummaryRow} from "./rows.ts";
import {takeAway} from "./takeAway.ts";

/** Rows of the list. */
const most = 10;

/** The customers with the greatest lifetime value, each with its interval and a link to the profile; all of them as CSV. */
export function bestPanel(
  rows: readonly BestRow[],
  candidates: readonly CandidateRow[],
  summary: SummaryRow,
  c: Context
): Html {
  const {t, f, href} = c;
  const title = t("Who is worth most from now on?", "今后谁最有价值？");
  const ahead = aheadWords(summary.horizon_days, c);
  const isMoney = summary.clv !== null;
  const shown = rows.toSorted((a, b) => a.place - b.place).slice(0, most);
  if (shown.length === 0) return panel({span: 6, title, body: empty({title: t("Nobody to name", "无可列客户")})});
  const isSmall = (shown[0]!.clv ?? 0) < 100;
  const line = (row: BestRow): Content[] => [
    html`<a class="nowrap" href="${href("/customers", {key: row.customer_id})}">${row.customer_id}</a>`,
    isMoney ? f.moneyExact(row.clv, isSmall ? 2 : 0) : f.number(row.expected_days, 1),
    isMoney
      ? html`<span class="nowrap">${f.moneyRange(row.clv_low, row.clv_high)}</span>`
      : f.range(row.expected_days_low, row.expected_days_high, 1),
    f.share(row.alive_share, 0)
  ];
  const caption = t("Customers of the greatest lifetime value", "价值最高的客户");
  return panel({
    span: 6,
    title,
    sub: t(
      `The ${f.count(shown.length)} of ${f.count(summary.customers)} customers with the greatest ${isMoney ? "lifetime value" : "number of purchases"} expected in the next ${ahead}`,
      `${f.count(summary.customers)} 位客户中未来 ${ahead}预计${isMoney ? "价值" : "购买次数"}最高的 ${f.count(shown.length)} 位`
    ),
    actions: csvButton(t("all customers with their lifetime value", "全部客户及其价值"), {
      href: linkTo(addressOf("/value", c.lang), takeAway(f.iso(c.asOf)))
    }),
    body: table({
      caption,
      columns: [
        t("Customer", "客户"),
        {head: isMoney ? t("Value", "价值") : t("Purchases", "购买"), right: true, sort: "descending"},
        {head: t("95% interval", "95% 区间"), right: true},
        {head: t("Still there", "仍在"), right: true}
      ],
      rows: shown.map(line)
    }),
    note: `${cautionWords(candidates, summary, c)}${t(
      "The interval is that of the expectation, from the doubt of the parameters; what one customer really does varies more. CSV: every customer.",
      "区间为期望值的区间，来自参数的不确定性；单个客户的实际行为波动更大。CSV 含全部客户。"
    )}`
  });
}
