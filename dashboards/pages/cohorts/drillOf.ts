import {button, csvButton} from "../../components/button.ts";
import type {Drill} from "../../components/drill.ts";
import {html, type Html} from "../../components/html.ts";
import type {Locale} from "../../format/locale.ts";
import {wilson} from "./intervals.ts";
import type {Cohort, CohortMonth, TriangleData} from "./triangleData.ts";
import type {Cell} from "./triangleHeat.ts";
import {meanOf, measureOf, shareOf, type Measure, type View} from "./view.ts";

/** Writes the address of the customers behind a cell. */
export type CustomersHref = (cohort: string, month: number) => string;

/** The chosen cell in one sentence, and the way to its customers; a hint where nothing is chosen. */
export function drillOf(
  data: TriangleData,
  view: View,
  cell: Cell | undefined,
  href: CustomersHref,
  locale: Locale
): Drill {
  const {t, f} = locale;
  const about = t("the table as shown", "当前表格");
  const cohort = data.cohorts.find(({month}) => month === cell?.cohort);
  const month = cell && cohort?.months[cell.month - 1];
  const measure = measureOf(view);
  if (!cell || !cohort || !month || shareOf(measure, cohort, month) === null)
    return {
      sentence: t("Select a cell to see who stands behind it.", "选择单元格，查看其中的客户。"),
      actions: csvButton(about, {kind: "plain"})
    };
  const name = t(
    `Cohort ${f.month(cell.cohort)}, month ${cell.month}:`,
    `${f.month(cell.cohort)}同期群，第 ${cell.month} 月：`
  );
  const mean = data.means[cell.month - 1];
  const against = mean ? meanOf(measure, mean) : null;
  const sentence = html`<b>${name}</b> ${sentenceOf(measure, cohort, month, against, locale)}`;
  const list =
    measure === "customers" && month.active
      ? button({
          text: t(`See the ${f.count(month.active)} customers`, `查看这 ${f.count(month.active)} 位客户`),
          href: href(cell.cohort.slice(0, 7), cell.month),
          kind: "plain"
        })
      : null;
  return {sentence, aside: asideOf(measure, month, locale), actions: [list, " ", csvButton(about, {kind: "plain"})]};
}

function sentenceOf(measure: Measure, cohort: Cohort, month: CohortMonth, mean: number | null, {t, f}: Locale): string {
  const soFar = month.running ? t(" so far", "（进行中）") : "";
  const compared =
    mean === null || month.running
      ? t(".", "。")
      : t(`; the mean of complete cohorts is ${f.share(mean, 0)}.`, `；完整同期群平均为 ${f.share(mean, 0)}。`);
  if (measure === "revenue")
    return t(
      `net revenue ${f.money(month.revenue)}${soFar}, ${f.share(month.ratio)} of that in the first month${compared}`,
      `净收入 ${f.money(month.revenue)}${soFar}，为首月的 ${f.share(month.ratio)}${compared}`
    );
  const n = f.count(cohort.customers);
  if (measure === "orders") {
    const share = month.orders! / cohort.customers!;
    return t(
      `${f.count(month.orders)} orders${soFar} from ${n} customers, ${f.share(share)}${compared}`,
      `${n} 位客户${soFar}共 ${f.count(month.orders)} 单，${f.share(share)}${compared}`
    );
  }
  const x = (measure === "later" ? month.later : month.active)!;
  const {value, low, high} = wilson(x, cohort.customers!);
  const verb = measure === "later" ? t("ordered then or later", "当月或之后下单") : t("ordered", "下单");
  return t(
    `${f.count(x)} of ${n} customers ${verb}${soFar}, ${f.share(value)}. 95% interval ${f.shareRange(low, high)}${compared}`,
    `${n} 位客户中有 ${f.count(x)} 位${verb}${soFar}，占 ${f.share(value)}。95% 区间 ${f.shareRange(low, high)}${compared}`
  );
}

function asideOf(measure: Measure, month: CohortMonth, {t, f}: Locale): Html | false {
  if (measure === "later" || !month.active || month.revenue === null || month.orders === null) return false;
  const each = f.money(month.revenue / month.active);
  return html`${t(
    `${f.count(month.orders)} orders, net revenue ${f.money(month.revenue)} in that month: ${each} for each customer who ordered.`,
    `当月 ${f.count(month.orders)} 单，净收入 ${f.money(month.revenue)}，下单客户人均 ${each}。`
  )}`;
}
