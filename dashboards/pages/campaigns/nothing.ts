import {empty, html, pageHead, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";

/** In place of the page where no source tells of campaigns: which exports to add, and the command. */
export const nothing = (title: string, {t}: Context): Html[] => [
  pageHead({title, finding: t("No source tells of campaigns yet.", "尚无来源提供营销活动。")}),
  empty({
    title: t("No campaigns", "没有营销活动"),
    text: html`${t("Add the list of campaigns as kind ", "请在 perennial.config.ts 中添加活动清单，类型为 ")}<code>campaigns</code>${t(" and whom they reached or held back as kind ", "，以及触达与对照名单，类型为 ")}<code>touches</code>${t(
        " to perennial.config.ts, then run ",
        "，再运行 "
      )}<code>perennial run</code>${t(
        ". An audience that is exported from here with a control group measures the next campaign by itself.",
        "。由本系统导出并留有对照组的受众，可自动用于衡量下一个活动。"
      )}`
  })
];
