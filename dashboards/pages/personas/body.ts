import {empty, grid, html, oneLine, pageHead, panel, stackedPanels, tooFew, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {isUndecided} from "./agreement.ts";
import {attributePanel} from "./attributePanel.ts";
import {attributesOf} from "./attributes.ts";
import {examplePanel} from "./examplePanel.ts";
import {finding} from "./finding.ts";
import {methodPanel} from "./methodPanel.ts";
import {personaPanel} from "./personaPanel.ts";
import type {PersonaData, SummaryRow} from "./rows.ts";
import {stabilityPanel} from "./stabilityPanel.ts";
import {traitPanel} from "./traitPanel.ts";

/** The page from top to bottom. */
export function body(title: string, data: PersonaData, c: Context): string {
  const {t, minCell} = c;
  const {summary, personas, traits, stability, examples} = data;
  const attributes = attributesOf(data.attributes, minCell);
  const hasOrders = summary !== undefined && summary.customers > 0;
  return oneLine([
    pageHead({title, finding: finding(data, c)}),
    !hasOrders &&
      empty({
        title: t("No orders", "没有订单"),
        text: html`${t("Add an export of kind ", "请添加类型为 ")}<code>orders</code>${t(
            " (or order_lines) with the customer's key, then run ",
            "（或 order_lines）且含客户编号的导出，再运行 "
          )}<code>perennial run</code>${t(".", "。")}`
      }),
    personas.length > 0 && grid(personaPanel(personas, c)),
    personas.length > 0 && grid(traitPanel(traits, personas, c) || []),
    hasOrders &&
      grid(
        summary.verdict === "personas"
          ? [
              stackedPanels(6, [stabilityPanel(stability, summary, c), methodPanel(data, c)]),
              examplePanel(examples, personas, c)
            ]
          : [
              stabilityPanel(stability, summary, c),
              stackedPanels(6, [noPersonas(summary.verdict, stability.some(isUndecided), c), methodPanel(data, c)])
            ]
      ),
    attributes.length > 0 && grid(attributes.map((one) => attributePanel(one, c)))
  ]);
}

type Verdict = SummaryRow["verdict"];

const noPersonas = (verdict: Exclude<Verdict, "personas">, isOpen: boolean, {t}: Context): Html =>
  panel({
    id: "none",
    span: 6,
    title: t("Why are there no personas?", "为什么没有画像？"),
    body: tooFew({
      title:
        verdict === "smooth"
          ? isOpen
            ? t("No kinds that are stable enough", "没有足够稳定的类型")
            : t("No kinds that hold", "没有成立的类型")
          : verdict === "unrelated_features"
            ? t("Features do not go together", "特征互不相关")
            : verdict === "too_few_customers"
              ? t("Too few customers", "客户过少")
              : t("Too few features", "特征过少"),
      text: t(
        "A cut through them might fall elsewhere with other customers, so none is drawn. RFM segments and the attributes below hold all the same.",
        "换一批客户，分界可能不同，因此不作划分。RFM 分群与下列属性不受影响。"
      )
    })
  });
