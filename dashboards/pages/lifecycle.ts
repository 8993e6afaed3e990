import {martSecondOrder} from "../../models/marts/mart_second_order.ts";
import {martStageMonth} from "../../models/marts/mart_stage_month.ts";
import {martStageMove} from "../../models/marts/mart_stage_move.ts";
import {martStageNet} from "../../models/marts/mart_stage_net.ts";
import {martStageReactivation} from "../../models/marts/mart_stage_reactivation.ts";
import {filterLine, filters, grid, html, oneLine, pageHead, segmented} from "../components/index.ts";
import {page, type PageData} from "../page.ts";
import {finding} from "./lifecycle/finding.ts";
import {startOf} from "./lifecycle/lifecycleStart.ts";
import {monthsPanel} from "./lifecycle/monthsPanel.ts";
import {noOrders, noPeriod} from "./lifecycle/nothing.ts";
import {periodParts} from "./lifecycle/periodParts.ts";
import {periodsOf} from "./lifecycle/periods.ts";
import {reactivationPanel} from "./lifecycle/reactivationPanel.ts";
import {secondPanel} from "./lifecycle/secondPanel.ts";
import {stagesPanel} from "./lifecycle/stagesPanel.ts";
import {buyers} from "./lifecycle/stageTones.ts";

const question = {en: "Where are customers moving?", zh: "客户在往哪里走？"};
const marts = [martStageMove, martStageNet, martStageMonth, martSecondOrder, martStageReactivation] as const;

const periods = (data: PageData<typeof marts>, minCell: number) =>
  periodsOf(data.mart_stage_move, data.mart_stage_net, minCell);

/** Lifecycle: who moves between the stages of life, how the stages grow, how soon a second order comes, who comes back. */
export const lifecycle = page({
  path: "/lifecycle",
  label: {en: "Lifecycle", zh: "生命周期"},
  question,
  marts,
  render(data, c) {
    const {t, f} = c;
    const title = question[c.lang];
    const hasBuyers = data.mart_stage_month.some(
      ({stage, customers}) => customers > 0 && (buyers as readonly string[]).includes(stage)
    );
    if (!hasBuyers)
      return oneLine([pageHead({title, finding: t("No customer has ordered yet.", "尚无客户下单。")}), noOrders(t)]);
    const told = periods(data, c.minCell);
    const [shown] = told;
    const listOf = (stage: string) => c.href("/customers", {stage});
    const choice = segmented({
      name: "months",
      label: t("Back by", "回看"),
      value: String(shown?.months ?? 1),
      choices: told.map(({months}) => ({
        value: String(months),
        name: f.months(months)
      }))
    });
    return oneLine([
      pageHead({title, finding: shown ? finding(shown, c) : noPeriod(c)}),
      told.length > 1 && [filters(choice), filterLine()],
      shown && html`<div data-period>${periodParts(shown, c.minCell, listOf, c)}</div>`,
      grid([monthsPanel(data.mart_stage_month, c), secondPanel(data.mart_second_order, c)]),
      grid([reactivationPanel(data.mart_stage_reactivation, c), stagesPanel(data.mart_stage_month, c)])
    ]);
  },
  live: {module: "lifecycle", data: (data, c) => startOf(periods(data, c.minCell), c)}
});
