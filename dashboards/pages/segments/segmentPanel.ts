import {csvButton, html, panel, percent, table, type Content, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {segmentName} from "../customers/words.ts";
import type {SegmentRow} from "./rows.ts";
import {withheldParts, withheldWords} from "../../withheld.ts";

/** Share of revenue as a bar with, under it, the share of customers. */
function shares(revenue: number | null, customers: number | null, {t, f}: Context): Html {
  return html`<span class="inline-bar">
      <b>${f.share(revenue, 0)}</b>
      <span class="lane" aria-hidden="true"
        ><i class="r6" style="width:${percent(Math.max(0, revenue ?? 0) * 100)}%"></i
      ></span>
    </span>
    <span class="muted">${t(`${f.share(customers, 0)} of customers`, `客户的 ${f.share(customers, 0)}`)}</span>`;
}

/** What each segment holds, in the order of the configuration. */
export function segmentPanel(segments: readonly SegmentRow[], window: string, c: Context): Html {
  const {t, f, href, minCell} = c;
  const caption = t("Customers and revenue by segment", "各分群的客户与收入");
  const withheld = withheldParts(
    segments.map((row) => row.customers),
    minCell
  );
  const line = (row: SegmentRow, i: number): Content[] => {
    const name = segmentName(row.segment, c.t);
    if (withheld[i]) return [name, ...Array<string>(7).fill(f.missing)];
    const linked = row.customers > 0 ? html`<a href="${href("/customers", {segment: row.segment})}">${name}</a>` : name;
    return [
      linked,
      f.count(row.customers),
      f.money(row.net_revenue),
      shares(row.revenue_ratio, row.customer_share, c),
      f.moneyExact(row.average_revenue),
      f.number(row.average_orders, 1),
      f.moneyExact(row.average_order_value),
      f.days(row.average_recency_days)
    ];
  };
  return panel({
    title: t("What is each segment worth?", "各分群价值几何？"),
    sub: t(
      `Customers who ordered${window}, with their net revenue of that time; the last four columns are means`,
      `${window}有订单的客户及其同期净收入；后四列为平均值`
    ),
    actions: csvButton(caption),
    body: table({
      id: "segments",
      caption,
      columns: [
        t("Segment", "分群"),
        {head: t("Customers", "客户"), right: true},
        {head: t("Net revenue", "净收入"), right: true},
        {head: t("Share of revenue", "收入占比"), width: "24%"},
        {head: t("Per customer", "人均"), right: true},
        {head: t("Orders each", "人均订单"), right: true},
        {head: t("Order value", "客单价"), right: true},
        {head: t("Last order, ago", "距上一单"), right: true}
      ],
      rows: segments.map(line)
    }),
    note: withheld.includes(true) && `– : ${withheldWords(minCell, c)}`
  });
}
