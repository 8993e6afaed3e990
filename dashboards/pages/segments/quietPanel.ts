import {empty, html, panel, table, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {isWithheld} from "../../withheld.ts";
import {className, segmentName} from "../customers/words.ts";
import type {QuietRow} from "./rows.ts";

/** How many rows the page shows. */
const SHOWN = 9;

/** The best customers who have gone quiet, each leading to the profile. */
export function quietPanel(rows: readonly QuietRow[], c: Context): Html {
  const {t, f, href, minCell} = c;
  const title = t("Which of the best went quiet?", "哪些优质客户沉寂了？");
  const [one] = rows;
  if (!one) {
    const text = t("Every customer of class A ordered lately.", "A 类客户近期均有订单。");
    return panel({span: 6, title, body: empty({title: t("Nobody", "无"), text})});
  }
  const few = isWithheld(one.quiet_customers, minCell);
  const all = few
    ? t(`Fewer than ${minCell} customers of class A are quiet.`, `A 类沉寂客户不到 ${minCell} 位。`)
    : t(
        `${f.count(one.quiet_customers)} customers of class A are quiet; they brought ${f.money(one.quiet_revenue)} so far.`,
        `A 类沉寂客户共 ${f.count(one.quiet_customers)} 位，累计带来 ${f.money(one.quiet_revenue)}。`
      );
  const silence = ({days_since_last_order: days, median_gap_days: gap}: QuietRow) =>
    gap === null
      ? f.days(days)
      : html`${f.days(days)}<br /><span class="muted"
            >${t(`own rhythm ${f.days(gap)}`, `自身节奏 ${f.days(gap)}`)}</span
          >`;
  return panel({
    id: "quiet",
    span: 6,
    title,
    sub: t(
      "Class A with a recency score of 1 or 2, or without an order in the window; most net revenue first",
      "近度得分为 1 或 2、或窗口内无订单的 A 类客户，按净收入从高到低"
    ),
    body: table({
      id: "quiet-table",
      caption: title,
      columns: [
        t("Customer", "客户"),
        t("Class", "等级"),
        {head: t("Net revenue", "净收入"), right: true, sort: "descending"},
        {head: t("No order for", "未下单"), right: true},
        t("A year ago", "一年前")
      ],
      rows: rows
        .toSorted((a, b) => a.place - b.place)
        .slice(0, SHOWN)
        .map((row) => [
          html`<a href="${href("/customers", {key: row.customer_id})}">${row.customer_id}</a>`,
          className(row.abc_class),
          f.moneyExact(row.net_revenue),
          silence(row),
          row.past_segment === null ? f.missing : segmentName(row.past_segment, t)
        ])
    }),
    note: all
  });
}
