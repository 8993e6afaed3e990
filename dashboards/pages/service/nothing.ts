import {empty, html, pageHead, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";

/** In place of the page where no source tells of tickets: which export to add, and the command. */
export const nothing = (title: string, {t}: Context): Html[] => [
  pageHead({title, finding: t("No source tells of tickets yet.", "尚无来源提供工单。")}),
  empty({
    title: t("No tickets", "没有工单"),
    text: html`${t("Add an export of kind ", "请在 perennial.config.ts 中添加类型为 ")}<code>tickets</code>${t(" (or ", "（或 ")}<code>ticket_events</code>${t(", the log of a help desk) to perennial.config.ts, then run ", "，即客服系统的事件日志）的导出，再运行 ")}<code
        >perennial run</code
      >${t(".", "。")}`
  })
];
