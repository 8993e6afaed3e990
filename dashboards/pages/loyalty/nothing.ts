import {empty, html, pageHead, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";

/** In place of the page where no source tells of points: which export to add, and the command. */
export const nothing = (title: string, {t}: Context): Html[] => [
  pageHead({title, finding: t("No source tells of points yet.", "尚无来源提供积分流水。")}),
  empty({
    title: t("No points account", "没有积分流水"),
    text: html`${t("Add an export of kind ", "请在 perennial.config.ts 中添加类型为 ")}<code>loyalty_ledger</code>${t(" to perennial.config.ts, one row per entry, then run ", " 的导出，每条流水一行，再运行 ")}<code
        >perennial run</code
      >${t(".", "。")}`
  })
];
