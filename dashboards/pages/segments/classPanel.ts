import {abcClasses} from "../../../models/marts/mart_abc.ts";
import {empty, html, panel, table, type Content, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {className} from "../customers/words.ts";
import type {ClassRow} from "./rows.ts";
import {withheldParts, withheldWords} from "../../withheld.ts";

/** Buyers and revenue by ABC class, with their sum. */
export function classPanel(classes: readonly ClassRow[], c: Context): Html {
  const {t, f, href, minCell} = c;
  const title = t("Who belongs to A, B and C?", "谁属于 A、B、C？");
  if (!classes.length) return panel({span: 6, title, body: empty({title: t("No buyers yet", "尚无买家")})});
  const each = (revenue: number, buyers: number) => f.moneyExact(revenue / buyers);
  const known = abcClasses.flatMap((name) => classes.filter((row) => row.abc_class === name));
  const withheld = withheldParts(
    known.map((row) => row.buyers),
    minCell
  );
  const line = (row: ClassRow, i: number): Content[] => {
    const name = className(row.abc_class);
    if (withheld[i]) return [name, ...Array<string>(5).fill(f.missing)];
    return [
      html`<a href="${href("/customers", {abc: row.abc_class})}">${name}</a>`,
      f.count(row.buyers),
      f.share(row.buyer_share),
      f.money(row.net_revenue),
      f.share(row.revenue_ratio),
      each(row.net_revenue, row.buyers)
    ];
  };
  const buyers = classes.reduce((sum, row) => sum + row.buyers, 0);
  const revenue = classes.reduce((sum, row) => sum + row.net_revenue, 0);
  return panel({
    span: 6,
    title,
    sub: t("Customers with an order, by net revenue since the first order", "有订单的客户，按自首单起的净收入"),
    body: table({
      id: "classes",
      caption: t("Buyers and revenue by class", "各等级的买家与收入"),
      columns: [
        t("Class", "等级"),
        {head: t("Customers", "客户"), right: true},
        {head: t("of all", "占比"), right: true},
        {head: t("Net revenue", "净收入"), right: true},
        {head: t("of all", "占比"), right: true},
        {head: t("Each", "人均"), right: true}
      ],
      rows: [
        ...known.map(line),
        [
          t("All", "合计"),
          f.count(buyers),
          f.share(1, 0),
          f.money(revenue),
          revenue > 0 ? f.share(1, 0) : f.missing,
          each(revenue, buyers)
        ]
      ]
    }),
    note: t(
      `A+ holds the first 20% of revenue, A up to 50%, A− up to 80%, B up to 95%, C the rest and whoever brought none.${withheld.includes(true) ? ` – : ${withheldWords(minCell, c)}.` : ""}`,
      `A+ 为累计收入的前 20%，A 至 50%，A− 至 80%，B 至 95%，C 为其余及无收入者。${withheld.includes(true) ? `–：${withheldWords(minCell, c)}。` : ""}`
    )
  });
}
