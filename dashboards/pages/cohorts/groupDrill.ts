import {button, csvButton} from "../../components/button.ts";
import type {Drill} from "../../components/drill.ts";
import {html} from "../../components/html.ts";
import type {Locale} from "../../format/locale.ts";
import {groupName} from "./groups.ts";
import type {GroupsData} from "./groupsData.ts";
import {nthPeriod} from "./periodWords.ts";
import type {Cell} from "./triangleHeat.ts";
import {isMoney, meanOf, measureOf, type View} from "./view.ts";

/** The chosen cell of a group in one sentence, and the way to its cohorts. */
export function groupDrill(data: GroupsData, view: View, cell: Cell | undefined, locale: Locale): Drill {
  const {t, f} = locale;
  const csv = csvButton(t("the table as shown", "当前表格"), {kind: "plain"});
  const group = data.groups.find(({name}) => name === cell?.cohort);
  const measure = measureOf(view);
  const mean = cell && group?.means[cell.k - 1];
  const value = mean && meanOf(measure, mean);
  if (!cell || !group || !mean || value == null)
    return {sentence: t("Select a cell to see the cohorts behind it.", "选择单元格，查看其中的同期群。"), actions: csv};
  const write = (x: number | null) => (isMoney(measure) ? f.money(x) : f.share(x, 0));
  const all = data.all.means[cell.k - 1];
  const name = html`<b
    >${groupName(group.name, locale)}${t(", ", "，")}${nthPeriod(data.period, cell.k, locale)}${t(":", "：")}</b
  >`;
  const n = f.count(group.customers);
  const sentence = t(
    ` ${write(value)} over ${mean.cohorts} complete cohorts of ${n} customers; all customers ${write(all ? meanOf(measure, all) : null)}. An association, not an effect.`,
    `${mean.cohorts} 个完整同期群（共 ${n} 位客户）为 ${write(value)}；全部客户为 ${write(all ? meanOf(measure, all) : null)}。这是关联而非因果。`
  );
  const list = button({text: t("See its cohorts", "查看其同期群"), action: "group", kind: "plain"});
  return {sentence: html`${name}${sentence}`, actions: [list, " ", csv]};
}
