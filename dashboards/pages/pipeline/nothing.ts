import {empty, html, pageHead, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";

/** In place of the page where no source tells of sales: which export to add, and the command. */
export const nothing = (title: string, {t}: Context): Html[] => [
  pageHead({title, finding: t("No source tells of sales opportunities yet.", "尚无来源提供销售商机。")}),
  empty({
    title: t("No opportunities", "没有商机"),
    text: html`${t("Add an export of kind ", "请在 perennial.config.ts 中添加类型为 ")}<code>opportunities</code>${t(
        " (and ",
        "（以及 "
      )}<code>opportunity_stages</code>${t(
        ", the history of their stages, where the CRM has one) to perennial.config.ts, then run ",
        "，即阶段历史，如系统可导出）的导出，再运行 "
      )}<code>perennial run</code>${t(".", "。")}`
  })
];
