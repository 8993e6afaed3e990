import {abcClasses} from "../../../models/marts/abcClass.ts";
import {empty, html, panel, table, type Content, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {className} from "../customers/words.ts";
import {isWithheld, withheldParts, withheldWords} from "../../withheld.ts";
import {classRanges} from "./classLimits.ts";
import type {ClassMoveRow, ClassRow} from "./rows.ts";

/** Buyers and revenue by ABC class, with their sum. */
export function classPanel(classes: readonly ClassRow[], moves: readonly ClassMoveRow[], c: Context): Html {
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
      `Cumulative share of revenue, best customers first: ${classRanges(classes, f)}; C also holds whoever brought none. ${movedWords(moves, c)}${withheld.includes(true) ? ` – : ${withheldWords(minCell, c)}.` : ""}`,
      `累计收入占比（自最高者起）：${classRanges(classes, f)}；无收入者亦归 C。${movedWords(moves, c)}${withheld.includes(true) ? `–：${withheldWords(minCell, c)}。` : ""}`
    )
  });
}

const isA = (name: string): boolean => name.startsWith("A");

/** How many fell out of class A in a year, and how many rose into it; nothing where there was no year. */
function movedWords(moves: readonly ClassMoveRow[], {t, f, minCell}: Context): string {
  const [one] = moves;
  if (!one) return "";
  const count = (which: (row: ClassMoveRow) => boolean) =>
    moves.filter(which).reduce((sum, {customers}) => sum + customers, 0);
  const said = (n: number) => (isWithheld(n, minCell) ? t(`fewer than ${minCell}`, `不到 ${minCell} 位`) : f.count(n));
  const fell = said(count((row) => isA(row.from_class) && !isA(row.to_class)));
  const rose = said(count((row) => !isA(row.from_class) && row.from_class !== "new" && isA(row.to_class)));
  return t(
    `Since ${f.date(one.from_on)} ${fell} fell out of class A and ${rose} rose into it.`,
    `自 ${f.date(one.from_on)} 起，跌出 A 类者 ${fell}，升入 A 类者 ${rose}。`
  );
}
