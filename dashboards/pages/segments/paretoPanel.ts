import {empty, html, numbers, panel, pareto, tooFew, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {isWithheld} from "../../withheld.ts";
import {endOf} from "./classLimits.ts";
import {EVEN} from "./finding.ts";
import type {ClassRow, ParetoRow} from "./rows.ts";

/** Steps of the curve that stand in its table. */
const steps = [1, 5, 10, 20, 30, 50, 100];

/** Where the classes A and B end, as shares of buyers, best first; nowhere where that would tell a class of too few. */
export function classCuts(classes: readonly ClassRow[], minCell: number): {at: number; name: string}[] {
  const buyersOf = (names: readonly string[]) =>
    classes.filter((row) => names.includes(row.abc_class)).reduce((sum, row) => sum + row.buyers, 0);
  if ([["A+", "A", "A-"], ["B"], ["C"]].some((names) => isWithheld(buyersOf(names), minCell))) return [];
  const shareOf = (names: readonly string[]) =>
    classes.filter((row) => names.includes(row.abc_class)).reduce((sum, row) => sum + row.buyer_share, 0);
  const [a, b] = [shareOf(["A+", "A", "A-"]), shareOf(["B"])];
  return [...(a > 0 ? [{at: a, name: "A"}] : []), ...(b > 0 ? [{at: a + b, name: "B"}] : [])];
}

/** How concentrated revenue is: the curve, the ends of the classes, Gini. */
export function paretoPanel(rows: readonly ParetoRow[], classes: readonly ClassRow[], c: Context): Html {
  const {t, f, minCell} = c;
  const title = t("How concentrated is revenue?", "收入集中到什么程度？");
  const gini = rows[0]?.gini ?? null;
  const top = rows.find((row) => row.top_percent === 20);
  if (gini === null || !top) {
    const text = t("No customer has brought positive net revenue.", "尚无客户带来正净收入。");
    return panel({span: 6, title, body: empty({title: t("Nothing to divide", "暂无可分配的收入"), text})});
  }
  const all = rows.at(-1)!.customers;
  const told = rows.filter((row) => !isWithheld(row.customers, minCell) && !isWithheld(all - row.customers, minCell));
  if (!told.includes(top)) return withheldPanel(title, c);
  const share = f.share(top.revenue_share, 0);
  const [a, b] = [endOf(classes, "A-"), endOf(classes, "B")];
  const ends = (lang: "en" | "zh") =>
    a === null || b === null
      ? ""
      : lang === "en"
        ? ` A ends where ${f.share(a, 0)} of revenue is reached, B at ${f.share(b, 0)}.`
        : `A 至累计收入的 ${f.share(a, 0)}，B 至 ${f.share(b, 0)}。`;
  const label = t(
    `Cumulative share of net revenue: the top 20% of customers hold ${share}; Gini ${f.number(gini, 2)}`,
    `净收入累计占比：前 20% 的客户占 ${share}；基尼系数 ${f.number(gini, 2)}`
  );
  return panel({
    span: 6,
    title,
    sub: t(
      `Cumulative share of net revenue since the first order, best of ${f.count(all)} customers first. Gini ${f.number(gini, 2)}`,
      `自首单起净收入的累计占比，按收入从高到低，共 ${f.count(all)} 位客户。基尼系数 ${f.number(gini, 2)}`
    ),
    body: html`${pareto(
      {
        label,
        points: [[0, 0], ...told.map((row) => [row.top_percent / 100, row.revenue_share] as const)],
        cuts: classCuts(classes, minCell),
        mark: {x: 0.2, y: top.revenue_share, text: t(`top 20% hold ${share}`, `前 20% 占 ${share}`)}
      },
      c
    )}${numbers(
      {
        caption: t("Revenue held by the best customers", "头部客户占有的收入"),
        columns: [t("Best", "前"), t("Customers", "客户"), t("Net revenue", "净收入"), t("Share", "占比")],
        rows: told
          .filter((row) => steps.includes(row.top_percent))
          .map((row) => [
            `${row.top_percent}%`,
            f.count(row.customers),
            f.money(row.net_revenue),
            f.share(row.revenue_share)
          ])
      },
      c
    )}`,
    note:
      gini < EVEN
        ? t(
            "No concentration: the curve follows the diagonal, on which all hold the same.",
            "没有集中：曲线贴近对角线，即人人相同。"
          )
        : t(
            `Dashed diagonal: all hold the same (Gini 0; 1 would be one customer holding all).${ends("en")}`,
            `虚对角线：人人相同（基尼系数为 0；1 表示一人独占）。${ends("zh")}`
          )
  });
}

const withheldPanel = (title: string, {t, minCell}: Context): Html =>
  panel({
    span: 6,
    title,
    body: tooFew({
      title: t("Too few customers", "客户过少"),
      text: t(
        `The best 20% are fewer than ${minCell} customers: withheld.`,
        `前 20% 不足 ${minCell} 位客户：不予显示。`
      )
    })
  });
