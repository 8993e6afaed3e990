import {button, drill, heat, html, panel, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {customersOf} from "./customersOf.ts";
import {drillOf} from "./drillOf.ts";
import type {TriangleData} from "./triangleData.ts";
import {highestOf, triangleHeat, type Cell} from "./triangleHeat.ts";
import {triangleKey} from "./triangleKey.ts";
import {newest, titleOf, unitOf, usual} from "./view.ts";

/** Who of each cohort orders again, period by period, with the chosen cell in words under it. */
export function trianglePanel(data: TriangleData, selected: Cell | undefined, c: Context): Html {
  const {t} = c;
  const all = data.cohorts.length;
  const older =
    all > newest &&
    html`<span data-span
      >${t(` Newest ${newest} of ${all} cohorts.`, `最新 ${newest} 个同期群，共 ${all} 个。`)}</span
    >`;
  const href: Parameters<typeof drillOf>[3] = (view, cell) => c.href("/customers", customersOf(view, cell));
  return panel({
    id: "triangle",
    title: html`<span data-heat-title>${titleOf("customers", c)}</span>`,
    sub: html`<span data-unit>${unitOf("customers", data.period, c)}</span>${t(".", "。")}${older}<span
        class="no-print"
        data-pick
        >${t(" Select a cell to see who they are.", "选择单元格查看名单。")}</span
      >`,
    actions: button({text: t("All cohorts, CSV", "全部同期群 CSV"), icon: "down", kind: "quiet", action: "all-csv"}),
    body: html`<div data-triangle>${heat(triangleHeat(data, usual, selected, c), c)}</div>
      ${drill(drillOf(data, usual, selected, href, c))}
      <p class="note wide-note" data-key>${triangleKey(usual, highestOf(data, usual), c.minCell, c)}</p>`
  });
}
