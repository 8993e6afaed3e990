import {intContractModel} from "../../models/intermediate/int_contract_model.ts";
import {martContractBridge} from "../../models/marts/mart_contract_bridge.ts";
import {martContractGroup} from "../../models/marts/mart_contract_group.ts";
import {martContractHazard} from "../../models/marts/mart_contract_hazard.ts";
import {martContractLoss} from "../../models/marts/mart_contract_loss.ts";
import {martContractMonth} from "../../models/marts/mart_contract_month.ts";
import {martContractSummary} from "../../models/marts/mart_contract_summary.ts";
import {martContractSurvival} from "../../models/marts/mart_contract_survival.ts";
import {martContractTest} from "../../models/marts/mart_contract_test.ts";
import {empty, filterLine, grid, html, oneLine, pageHead} from "../components/index.ts";
import type {Context} from "../context.ts";
import {page, type PageData} from "../page.ts";
import {bridgeCsv} from "./contracts/bridgeCsv.ts";
import {bridgePanel} from "./contracts/bridgePanel.ts";
import {churnPanel} from "./contracts/churnPanel.ts";
import {curveData, firstDimension} from "./contracts/curveData.ts";
import {curvesPanels} from "./contracts/curvesPanel.ts";
import {filterBar} from "./contracts/filterBar.ts";
import {finding} from "./contracts/finding.ts";
import {hazardPanel} from "./contracts/hazardPanel.ts";
import {kpiStrip} from "./contracts/kpiStrip.ts";
import {leftOutPanel} from "./contracts/leftOutPanel.ts";
import {readingPanel} from "./contracts/readingPanel.ts";
import type {Summary} from "./contracts/rows.ts";
import type {ContractsStart} from "./contracts/start.ts";
import {trustPanel} from "./contracts/trustPanel.ts";

const question = {en: "How long do contracts last?", zh: "合同能持续多久？"};
const marts = [
  intContractModel,
  martContractBridge,
  martContractGroup,
  martContractHazard,
  martContractLoss,
  martContractMonth,
  martContractSummary,
  martContractSurvival,
  martContractTest
] as const;

type Data = PageData<typeof marts>;

/** Curves where enough contracts have ended to draw any. */
const curvesOf = (data: Data, {minCell}: Context) =>
  data.mart_contract_summary[0]?.state === "estimated"
    ? curveData(data.mart_contract_survival, data.mart_contract_group, data.mart_contract_test, minCell)
    : [];

/** Contracts: how long subscriptions last, what goes with their end, what they bring. */
export const contracts = page({
  path: "/contracts",
  label: {en: "Contracts", zh: "合同"},
  question,
  marts,
  render(data, c) {
    const [summary] = data.mart_contract_summary;
    if (!summary || summary.contracts === 0) return oneLine(nothing(summary, c));
    const curves = curvesOf(data, c);
    const all = curves.find(({dimension}) => dimension === "all")?.groups[0];
    const loss = data.mart_contract_loss.find(({horizon_days: days}) => days === 90);
    const first = firstDimension(curves);
    const shown = curves.find(({dimension}) => dimension === first);
    const [model, months] = [data.int_contract_model[0]!, data.mart_contract_month];
    return oneLine([
      pageHead({title: question[c.lang], finding: finding(summary, all, loss, c)}),
      filterBar(curves, first, c),
      filterLine(),
      kpiStrip({summary, all, months, loss}, c),
      grid([
        shown && curvesPanels(shown, curves, c),
        churnPanel(months, summary, c),
        bridgePanel(data.mart_contract_bridge, c),
        readingPanel(c),
        hazardPanel(model, data.mart_contract_hazard, c),
        trustPanel(model, data.mart_contract_hazard, c),
        leftOutPanel(summary, c)
      ])
    ]);
  },
  live: {
    module: "contracts",
    data: (data, c): ContractsStart => {
      const dimensions = curvesOf(data, c);
      return {
        dimensions,
        first: firstDimension(dimensions),
        bridge: bridgeCsv(data.mart_contract_bridge, c.minCell),
        minCell: c.minCell,
        lang: c.lang,
        currency: c.currency,
        asOf: c.f.iso(c.asOf)
      };
    }
  }
});

function nothing(summary: Summary | undefined, c: Context) {
  const {t} = c;
  const title = question[c.lang];
  if (!summary || summary.subscriptions === 0)
    return [
      pageHead({title, finding: t("No source tells of contracts yet.", "尚无来源提供合同信息。")}),
      empty({
        title: t("No subscriptions", "没有订阅"),
        text: html`${t("Add an export of kind ", "请添加类型为 ")}<code>subscriptions</code>${t(" to perennial.config.ts (who subscribed, when it began, when it ended), then run perennial run.", " 的导出（订阅者、开始与终止时间）到 perennial.config.ts，再运行 perennial run。")}`
      })
    ];
  return [
    pageHead({title, finding: t("No subscription has a length yet.", "尚无有时长的订阅。")}),
    grid([leftOutPanel(summary, c)])
  ];
}
