import {martChurnBacktest} from "../../models/marts/mart_churn_backtest.ts";
import {martChurnCalibration} from "../../models/marts/mart_churn_calibration.ts";
import {martChurnRate} from "../../models/marts/mart_churn_rate.ts";
import {martChurnSummary} from "../../models/marts/mart_churn_summary.ts";
import {martChurnWatch} from "../../models/marts/mart_churn_watch.ts";
import {empty, grid, html, oneLine, pageHead, stackedPanels} from "../components/index.ts";
import {page} from "../page.ts";
import {bandsPanel} from "./churn/bandsPanel.ts";
import {churnStart} from "./churn/churnStart.ts";
import {definitionPanel} from "./churn/definitionPanel.ts";
import {finding} from "./churn/finding.ts";
import {horizonWords} from "./churn/horizonWords.ts";
import {listPanel} from "./churn/listPanel.ts";
import {ratePanel} from "./churn/ratePanel.ts";
import {trustPanel} from "./churn/trustPanel.ts";
import {warningOf} from "./churn/warningOf.ts";
import {watched} from "./churn/watched.ts";

const question = {en: "Whom should we call first?", zh: "先联系谁？"};

/** Churn watch: who is likely to leave, what that would cost, and whether the list can be trusted. */
export const churn = page({
  path: "/churn",
  label: {en: "Churn watch", zh: "流失预警"},
  question,
  marts: [martChurnWatch, martChurnSummary, martChurnRate, martChurnBacktest, martChurnCalibration],
  render(data, c) {
    const [summary, rates, backtest] = [data.mart_churn_summary, data.mart_churn_rate, data.mart_churn_backtest];
    const list = data.mart_churn_watch.map(watched);
    const all = summary.find((row) => row.risk_band === "all");
    const head = pageHead({title: question[c.lang], finding: finding(all, list, c.callsPerDay, c)});
    if (!all) return oneLine([head, noOrders(c.t)]);
    const horizon = horizonWords(all.horizon_days, c);
    const warning = warningOf(list, backtest, horizon, c);
    return oneLine([
      head,
      listPanel({list, all: all.buyers, horizon, warning}, c),
      grid(trustPanel(backtest, data.mart_churn_calibration, horizon, c), {newSheet: true}),
      grid([
        ratePanel(rates, horizon, c),
        stackedPanels(6, [definitionPanel(summary, rates, horizon, c), all.customers > 0 && bandsPanel(summary, c)])
      ])
    ]);
  },
  live: {module: "churn", data: (data, c) => churnStart(data.mart_churn_watch, data.mart_churn_summary, c)}
});

const noOrders = (t: (en: string, zh: string) => string) =>
  empty({
    title: t("No orders of known customers", "没有可识别客户的订单"),
    text: html`${t("Add an orders export to ", "请在 ")}<code>perennial.config.ts</code>${t(" and run ", " 中加入订单导出，并运行 ")}<code
        >perennial run</code
      >${t(".", "。")}`
  });
