import {button, csvButton} from "../../components/button.ts";
import type {Drill} from "../../components/drill.ts";
import {html, type Html} from "../../components/html.ts";
import type {Locale} from "../../format/locale.ts";
import {wilson} from "./intervals.ts";
import {cohortName, firstPeriod, nthPeriod} from "./periodWords.ts";
import type {Cohort, CohortCell, TriangleData} from "./triangleData.ts";
import type {Cell} from "./triangleHeat.ts";
import {isMoney, meanOf, measureOf, shareOf, type Measure, type View} from "./view.ts";

/** Writes the address of the customers behind a cell. */
export type CustomersHref = (view: View, cell: Cell) => string;

/** The chosen cell in one sentence, and the way to its customers; a hint where nothing is chosen. */
export function drillOf(
  data: TriangleData,
  view: View,
  cell: Cell | undefined,
  href: CustomersHref,
  locale: Locale
): Drill {
  const {t, f} = locale;
  const csv = csvButton(t("the table as shown", "当前表格"), {kind: "plain"});
  const cohort = data.cohorts.find(({on}) => on === cell?.cohort);
  const at = cell && cohort?.cells[cell.k - 1];
  const measure = measureOf(view);
  if (!cell || !cohort || !at || shareOf(measure, cohort, at) === null)
    return {
      sentence: t("Select a cell to see who stands behind it.", "选择单元格，查看其中的客户。"),
      actions: csv
    };
  const [on, nth] = [cohortName(data.period, cell.cohort, locale), nthPeriod(data.period, cell.k, locale)];
  const name = t(`Cohort ${on}, ${nth}:`, `${on}同期群，${nth}：`);
  const mean = data.means[cell.k - 1];
  const against = mean ? meanOf(measure, mean) : null;
  const sentence = html`<b>${name}</b> ${sentenceOf(measure, data, cohort, at, against, locale)}`;
  const customers = measure === "later" ? at.later : at.active;
  const list =
    measure !== "revenue" && measure !== "orders" && !isMoney(measure) && customers
      ? button({
          text: t(`See the ${f.count(customers)} customers`, `查看这 ${f.count(customers)} 位客户`),
          href: href(view, cell),
          kind: "plain"
        })
      : null;
  return {sentence, aside: asideOf(measure, at, locale), actions: [list, " ", csv]};
}

function sentenceOf(
  measure: Measure,
  {period}: TriangleData,
  cohort: Cohort,
  cell: CohortCell,
  mean: number | null,
  locale: Locale
): string {
  const {t, f} = locale;
  const soFar = cell.running ? t(" so far", "（进行中）") : "";
  const written = isMoney(measure) ? f.money(mean) : f.share(mean, 0);
  const compared =
    mean === null || cell.running
      ? t(".", "。")
      : t(`; the mean of complete cohorts is ${written}.`, `；完整同期群平均为 ${written}。`);
  if (measure === "worth" || measure === "margin") {
    const what = measure === "worth" ? t("net revenue", "净收入") : t("margin", "毛利");
    const each = f.money(cell[measure]);
    return t(
      `${each} of ${what} per acquired customer up to then${soFar}${compared}`,
      `截至当期每位获取客户累计${what} ${each}${soFar}${compared}`
    );
  }
  if (measure === "revenue") {
    const first = firstPeriod(period, locale);
    return t(
      `net revenue ${f.money(cell.revenue)}${soFar}, ${f.share(cell.ratio)} of that in ${first}${compared}`,
      `净收入 ${f.money(cell.revenue)}${soFar}，为${first}的 ${f.share(cell.ratio)}${compared}`
    );
  }
  const n = f.count(cohort.customers);
  if (measure === "orders") {
    const share = cell.orders! / cohort.customers!;
    return t(
      `${f.count(cell.orders)} orders${soFar} from ${n} customers, ${f.share(share)}${compared}`,
      `${n} 位客户${soFar}共 ${f.count(cell.orders)} 单，${f.share(share)}${compared}`
    );
  }
  const x = (measure === "later" ? cell.later : cell.active)!;
  const {value, low, high} = wilson(x, cohort.customers!);
  const verb = measure === "later" ? t("ordered then or later", "当期或之后下单") : t("ordered", "下单");
  return t(
    `${f.count(x)} of ${n} customers ${verb}${soFar}, ${f.share(value)}. 95% interval ${f.shareRange(low, high)}${compared}`,
    `${n} 位客户中有 ${f.count(x)} 位${verb}${soFar}，占 ${f.share(value)}。95% 区间 ${f.shareRange(low, high)}${compared}`
  );
}

function asideOf(measure: Measure, cell: CohortCell, {t, f}: Locale): Html | false {
  const isOther = measure === "later" || isMoney(measure);
  if (isOther || !cell.active || cell.revenue === null || cell.orders === null) return false;
  const each = f.money(cell.revenue / cell.active);
  return html`${t(
    `${f.count(cell.orders)} orders, net revenue ${f.money(cell.revenue)} in that time: ${each} for each customer who ordered.`,
    `当期 ${f.count(cell.orders)} 单，净收入 ${f.money(cell.revenue)}，下单客户人均 ${each}。`
  )}`;
}
