import {chip, html, panel, table, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {probability} from "../../format/probability.ts";
import type {ClusterRow} from "./rows.ts";

/** How many rows the page shows. */
const SHOWN = 8;
/** A customer of several records hangs together loosely where fewer of its pairs are linked. */
const LOOSE = 0.5;

/** The customers with the most records; those that hang together loosely are marked. */
export function largestPanel(rows: readonly ClusterRow[], c: Context): Html | false {
  const {t, f, href} = c;
  if (!rows.length) return false;
  return panel({
    id: "largest",
    title: t("Do the largest customers hang together?", "记录最多的客户是否紧密？"),
    sub: t(
      `The ${f.count(Math.min(SHOWN, rows.length))} customers with the most records. Density: linked pairs ÷ all pairs of their records`,
      `记录最多的 ${f.count(Math.min(SHOWN, rows.length))} 位客户。密度：已归并记录对 ÷ 全部记录对`
    ),
    body: table({
      id: "largest-table",
      caption: t("Customers with the most records", "记录最多的客户"),
      columns: [
        t("Customer", "客户"),
        {head: t("Records", "记录"), right: true, sort: "descending"},
        {head: t("Links", "归并对"), right: true},
        {head: t("Density", "密度"), right: true},
        {head: t("Least certain", "最低置信度"), right: true}
      ],
      rows: rows
        .slice(0, SHOWN)
        .map((row) => [
          html`<a href="${href("/customers", {key: row.customer_id})}">${row.customer_id}</a>`,
          f.count(row.records),
          f.count(row.links),
          row.density !== null && row.density < LOOSE && row.compared_records > 2
            ? html`${chip(t("loose", "松散"))} ${f.share(row.density, 0)}`
            : f.share(row.density, 0),
          probability(row.least_confidence, f)
        ])
    }),
    note: t(
      `Loose: under ${f.share(LOOSE, 0)}. All pairs together speak for one customer, few do by themselves: look at it, and part it with --decide. Least certain: the least likely of the links that hold it; a rule ties whatever the likeness.`,
      `松散：低于 ${f.share(LOOSE, 0)}。整体证据支持为同一客户，但多数记录对单独不足：请查看，并用 --decide 拆开。最低置信度：维系该客户的归并中可能性最小者；规则归并不论相似度。`
    )
  });
}
