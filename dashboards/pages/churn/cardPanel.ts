import {modelCard, panel, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {cardLinks} from "./cardLinks.ts";
import {cardRows} from "./cardRows.ts";
import type {Evidence} from "./evidence.ts";
import type {ChurnData} from "./churnData.ts";

/** The model card, written anew with every build. */
export function cardPanel(data: ChurnData, evidence: Evidence | null, c: Context): Html {
  const {t, f} = c;
  return panel({
    id: "card",
    title: t("What is this risk, and when should it not be used?", "这一风险是什么，何时不应使用？"),
    sub: t(`Model card, written with the build as of ${f.date(c.asOf)}`, `模型卡，随 ${f.date(c.asOf)} 的构建生成`),
    body: modelCard({rows: cardRows(data, evidence, c.minCell, c), files: cardLinks(c)})
  });
}
