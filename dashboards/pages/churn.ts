import {martChurnWarning} from "../../models/marts/mart_churn_warning.ts";
import {empty, grid, html, oneLine, pageHead} from "../components/index.ts";
import type {Context} from "../context.ts";
import {page} from "../page.ts";
import {bandsPanel} from "./churn/bandsPanel.ts";
import {cardPanel} from "./churn/cardPanel.ts";
import {churnData, churnMarts, type ChurnData} from "./churn/churnData.ts";
import {churnStart, eligible} from "./churn/churnStart.ts";
import {choiceWords} from "./churn/choiceWords.ts";
import {driverPanel} from "./churn/driverPanel.ts";
import {evidenceOf} from "./churn/evidence.ts";
import {finding} from "./churn/finding.ts";
import {horizonWords} from "./churn/horizonWords.ts";
import {listPanel} from "./churn/listPanel.ts";
import {noListPanel} from "./churn/noListPanel.ts";
import type {WatchRow} from "./churn/rows.ts";
import {trustPanel} from "./churn/trustPanel.ts";
import {warningsPanel} from "./churn/warningsPanel.ts";
import {watched, type Watched} from "./churn/watched.ts";
import {writeFiles} from "./churn/writeFiles.ts";

const question = {en: "Whom should we call first?", zh: "先联系谁？"};

/** Churn watch: who is likely to leave and why, what that would cost, and whether the list can be trusted. */
export const churn = page({
  path: "/churn",
  label: {en: "Churn watch", zh: "流失预警"},
  question,
  marts: churnMarts,
  render(marts, c) {
    const data = churnData(marts);
    const list = listOf(marts.mart_churn_watch, data, c);
    const head = pageHead({title: question[c.lang], finding: finding(data, list, c)});
    const {state} = data;
    const all = data.summary.find((row) => row.risk_band === "all");
    if (!state || !all?.customers) return oneLine([head, noOrders(c.t)]);
    const evidence = evidenceOf(data, c.minCell);
    const horizon = horizonWords(state.horizon_days, c);
    const panels = {
      trust: trustPanel(evidence, state, c),
      drivers: state.uses !== "nothing" && driverPanel(data.drivers, c),
      warnings: warningsPanel(data.warnings, state, c),
      bands: all.buyers > 0 && state.uses !== "nothing" && bandsPanel(data.summary, state, c),
      card: cardPanel(data, evidence, c)
    };
    return oneLine([
      head,
      state.uses === "nothing"
        ? noListPanel(c)
        : listPanel({list, uses: state.uses, all: eligible(data, list), horizon, choice: choiceWords(state, c)}, c),
      panels.bands && grid(panels.bands),
      grid(panels.trust, {newSheet: true}),
      grid([panels.drivers, panels.warnings]),
      grid(panels.card, {newSheet: true})
    ]);
  },
  live: {
    module: "churn",
    data(marts, c) {
      const data = churnData(marts);
      return churnStart(data, listOf(marts.mart_churn_watch, data, c), c);
    }
  },
  files: writeFiles,
  streams: [...churnMarts, martChurnWarning]
});

/** The list with its reasons in words. */
function listOf(rows: readonly WatchRow[], {state}: ChurnData, c: Context): Watched[] {
  if (!state || state.uses === "nothing") return [];
  return rows.filter((row) => row.risk_share !== null).map(watched(state.complaint_days, c));
}

const noOrders = (t: Context["t"]) =>
  empty({
    title: t("No orders of known customers", "没有可识别客户的订单"),
    text: html`${t("Add an orders export to ", "请在 ")}<code>perennial.config.ts</code>${t(" and run ", " 中加入订单导出，并运行 ")}<code
        >perennial run</code
      >${t(".", "。")}`
  });
