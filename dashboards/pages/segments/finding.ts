import {html, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {quietBest} from "./quietBest.ts";
import type {CellRow, ParetoRow} from "./rows.ts";
import {isWithheld} from "../../withheld.ts";

/** Gini coefficients from here on are called concentrated; below, revenue is spread evenly. */
export const EVEN = 0.05;

/** What the best fifth holds, and how many of the most frequent have gone quiet. */
export function finding(pareto: readonly ParetoRow[], cells: readonly CellRow[], window: string, c: Context): Html {
  const {t, f} = c;
  const top = pareto.find((row) => row.top_percent === 20);
  if (!top) return html`${t("No customer has ordered yet.", "尚无客户下单。")}`;
  const share = f.share(top.revenue_share, 0);
  const first =
    top.gini === null
      ? t("No customer has brought net revenue yet.", "尚无客户带来净收入。")
      : isWithheld(top.customers, c.minCell)
        ? t(
            `The best 20% are fewer than ${c.minCell} customers: withheld.`,
            `前 20% 不足 ${c.minCell} 位客户：不予显示。`
          )
        : top.gini < EVEN
          ? t(
              `Revenue is spread evenly: the best 20% of customers hold ${share}.`,
              `收入分布均匀：前 20% 的客户占 ${share}。`
            )
          : t(`The best 20% of customers hold ${share} of revenue.`, `前 20% 的客户贡献了 ${share} 的收入。`);
  return html`<b>${first}</b>${t(" ", "")}${quiet(cells, window, c)}`;
}

function quiet(cells: readonly CellRow[], window: string, {t, f, href, minCell}: Context): Html {
  const {customers, revenueRatio, segment} = quietBest(cells);
  if (customers === 0)
    return html`${t("None of those who ordered most often has gone quiet.", "购买最频繁的客户中无人沉寂。")}`;
  const few = isWithheld(customers, minCell);
  const count = few
    ? t(`Fewer than ${minCell}`, `不到 ${minCell} 位`)
    : t(f.count(customers), `${f.count(customers)} 位`);
  const linked = segment !== null && !few ? html`<a href="${href("/customers", {segment})}">${count}</a>` : count;
  const part =
    revenueRatio !== null &&
    !few &&
    t(
      `; they brought ${f.share(revenueRatio)} of revenue${window}`,
      `，${window}收入中的 ${f.share(revenueRatio)} 来自他们`
    );
  return html`${linked}${t(" of those who ordered most often have gone quiet", "购买最频繁的客户已沉寂")}${part}${t(".", "。")}`;
}
