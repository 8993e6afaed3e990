import {barRows, empty, html, numbers, panel, tooFew, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {isWithheld} from "../../withheld.ts";
import {aheadWords} from "./aheadWords.ts";
import type {DecileRow, SummaryRow} from "./rows.ts";

/** What each tenth of the customers is expected to bring, with its interval, and what the tenths of the hold-out brought; each leads to its customers. */
export function tenthPanel(rows: readonly DecileRow[], summary: SummaryRow, c: Context): Html {
  const {t, f, href} = c;
  const ahead = aheadWords(summary.horizon_days, c);
  const title = t("Who will bring the money?", "钱将来自谁？");
  const ordered = rows.toSorted((a, b) => a.tenth - b.tenth);
  const nothing = noTenths(ordered, summary, c);
  if (nothing) return panel({span: 6, title, body: nothing});
  const [first, last] = [ordered[0]!, ordered[9]!];
  const name = ({tenth}: DecileRow) =>
    tenth === 1 ? t("Highest tenth", "最高十分之一") : t(`Tenth ${tenth}`, `第 ${tenth} 份`);
  const share = ({clv_share: part}: DecileRow) => f.share(part, part !== null && part < 0.01 ? 1 : 0);
  const each = (row: DecileRow) => f.moneyExact(row.clv / row.customers, 2);
  return panel({
    span: 6,
    title,
    sub: t(
      `Lifetime value in the next ${ahead} by tenth of customers (${f.count(first.customers)} each), highest first, with its share of the sum`,
      `未来 ${ahead}的客户价值，按客户十等份（每份 ${f.count(first.customers)} 位）由高到低，并列其占比`
    ),
    body: html`${barRows({
      label: title,
      thin: true,
      rows: ordered.map((row) => ({
        name: html`<a href="${href("/customers", {tenth: row.tenth})}">${name(row)}</a>`,
        to: row.clv,
        low: row.clv_low,
        high: row.clv_high,
        text: html`${f.money(row.clv)} <span class="muted">${share(row)}</span>`
      }))
    })}${numbers(
      {
        caption: t("Lifetime value by tenth, and what tenths brought in the hold-out", "各份客户价值及留出期实际"),
        columns: [
          t("Customers", "客户"),
          t("Value", "价值"),
          t("95% interval", "95% 区间"),
          t("Held out: expected", "留出期：预计"),
          t("came", "实际")
        ],
        rows: ordered.map((row) => [
          name(row),
          f.money(row.clv),
          f.moneyRange(row.clv_low, row.clv_high),
          f.money(row.heldout_expected_revenue),
          f.money(row.heldout_actual_revenue)
        ])
      },
      c
    )}`,
    note: html`${t(
      `A customer of the highest tenth: ${each(first)} on average; of the lowest: ${each(last)}. Thin line: 95% interval, from the doubt of the parameters.`,
      `最高十分之一的客户平均 ${each(first)}，最低者 ${each(last)}。细线：95% 区间，来自参数的不确定性。`
    )}${
      first.heldout_expected_revenue !== null &&
      t(
        ` In the hold-out the highest tenth was expected to bring ${f.money(first.heldout_expected_revenue)} and brought ${f.money(first.heldout_actual_revenue)}.`,
        `留出期内最高十分之一预计 ${f.money(first.heldout_expected_revenue)}，实际 ${f.money(first.heldout_actual_revenue)}。`
      )
    }`
  });
}

/** Why there are no tenths; null where there are. */
function noTenths(rows: readonly DecileRow[], summary: SummaryRow, {t, minCell}: Context): Html | null {
  if (summary.clv === null)
    return empty({
      title: t("No value to divide", "没有可分配的价值"),
      text: t("Purchases are foretold, spend is not.", "可以预测购买，无法预测金额。")
    });
  const few = rows.some((row) => isWithheld(row.customers, minCell));
  return rows.length === 10 && !few
    ? null
    : tooFew({
        title: t("Too few customers for tenths", "客户过少，无法分为十份"),
        text: t(
          `A tenth would hold fewer than ${Math.max(1, minCell)} customers.`,
          `每份不足 ${Math.max(1, minCell)} 位客户。`
        )
      });
}
