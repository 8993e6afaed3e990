import {empty, html, numbers, panel, pareto, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {EVEN} from "./finding.ts";
import type {ClassRow, ParetoRow} from "./rows.ts";

/** Steps of the curve that stand in its table. */
const steps = [1, 5, 10, 20, 30, 50, 100];

/** Where the classes A and B end, as shares of buyers, best first. */
export function classCuts(classes: readonly ClassRow[]): {at: number; name: string}[] {
  const shareOf = (names: readonly string[]) =>
    classes.filter((row) => names.includes(row.abc_class)).reduce((sum, row) => sum + row.buyer_share, 0);
  const [a, b] = [shareOf(["A+", "A", "A-"]), shareOf(["B"])];
  return [...(a > 0 ? [{at: a, name: "A"}] : []), ...(b > 0 ? [{at: a + b, name: "B"}] : [])];
}

/** How concentrated revenue is: the curve, the ends of the classes, Gini. */
export function paretoPanel(rows: readonly ParetoRow[], classes: readonly ClassRow[], c: Context): Html {
  const {t, f} = c;
  const title = t("How concentrated is revenue?", "收入集中到什么程度？");
  const gini = rows[0]?.gini ?? null;
  const top = rows.find((row) => row.top_percent === 20);
  if (gini === null || !top) {
    const text = t("No customer has brought positive net revenue.", "尚无客户带来正净收入。");
    return panel({span: 6, title, body: empty({title: t("Nothing to divide", "暂无可分配的收入"), text})});
  }
  const share = f.share(top.revenue_share, 0);
  const label = t(
    `Cumulative share of net revenue: the top 20% of customers hold ${share}; Gini ${f.number(gini, 2)}`,
    `净收入累计占比：前 20% 的客户占 ${share}；基尼系数 ${f.number(gini, 2)}`
  );
  return panel({
    span: 6,
    title,
    sub: t(
      `Cumulative share of net revenue since the first order, best of ${f.count(rows.at(-1)!.customers)} customers first. Gini ${f.number(gini, 2)}`,
      `自首单起净收入的累计占比，按收入从高到低，共 ${f.count(rows.at(-1)!.customers)} 位客户。基尼系数 ${f.number(gini, 2)}`
    ),
    body: html`${pareto(
      {
        label,
        points: [[0, 0], ...rows.map((row) => [row.top_percent / 100, row.revenue_share] as const)],
        cuts: classCuts(classes),
        mark: {x: 0.2, y: top.revenue_share, text: t(`top 20% hold ${share}`, `前 20% 占 ${share}`)}
      },
      c
    )}${numbers(
      {
        caption: t("Revenue held by the best customers", "头部客户占有的收入"),
        columns: [t("Best", "前"), t("Customers", "客户"), t("Net revenue", "净收入"), t("Share", "占比")],
        rows: rows
          .filter((row) => steps.includes(row.top_percent) && row.customers >= c.minCell)
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
            "Dashed diagonal: all hold the same (Gini 0; 1 would be one customer holding all). A ends where 80% of revenue is reached, B at 95%.",
            "虚对角线：人人相同（基尼系数为 0；1 表示一人独占）。A 至累计收入的 80%，B 至 95%。"
          )
  });
}
