import {drill, heat, html, panel, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {drillOf} from "./drillOf.ts";
import type {TriangleData} from "./triangleData.ts";
import {triangleHeat, type Cell} from "./triangleHeat.ts";
import {triangleKey} from "./triangleKey.ts";
import {newest, unitOf, usual} from "./view.ts";

/** Who of each cohort orders again, month by month, with the chosen cell in words under it. */
export function trianglePanel(data: TriangleData, selected: Cell | undefined, c: Context): Html {
  const {t} = c;
  const all = data.cohorts.length;
  const older =
    all > newest &&
    html`<span data-span
      >${t(` Newest ${newest} of ${all} cohorts.`, `最新 ${newest} 个同期群，共 ${all} 个。`)}</span
    >`;
  return panel({
    id: "triangle",
    title: t("What share of each cohort orders again, month by month?", "每个同期群逐月有多少客户再次下单？"),
    sub: html`<span data-unit>${unitOf("customers", c)}</span>${t(".", "。")}${older}<span class="no-print"
        >${t(" Select a cell to see who they are.", "选择单元格查看名单。")}</span
      >`,
    body: html`<div data-triangle>${heat(triangleHeat(data, usual, selected, c), c)}</div>
      ${drill(drillOf(data, usual, selected, (cohort, month) => c.href("/customers", {cohort, month}), c))}
      <p class="note wide-note" data-key>${triangleKey(usual, c.minCell, c)}</p>`
  });
}
