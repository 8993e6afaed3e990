import {empty, grid, html, oneLine, pageHead} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {finding} from "./finding.ts";
import {kindPanel} from "./kindPanel.ts";
import type {Listed} from "./listed.ts";
import {listPanel} from "./listPanel.ts";
import type {KindRow} from "./rows.ts";

/** What the page is made of. */
export interface ActionsData {
  kinds: readonly KindRow[];
  list: readonly Listed[];
  /** Customers of the whole list, which the CSV holds. */
  everybody: number;
}

/** The page from top to bottom. */
export function body(title: string, {kinds, list, everybody}: ActionsData, c: Context): string {
  const {t} = c;
  const head = pageHead({title, finding: finding(kinds, list, c)});
  if (!kinds.some(({customers}) => customers > 0))
    return oneLine([
      head,
      empty({
        title: t("Nothing is due", "没有到期事项"),
        text: html`${t("Actions come from ", "行动来自 ")}<code>orders</code>, <code>tickets</code>,
          <code>feedback</code>, <code>activities</code>, <code>opportunities</code>,
          <code>subscriptions</code
          >${t(" and ", " 与 ")}<code>loyalty_ledger</code>${t(": add an export of one of them to perennial.config.ts, then run ", "：请在 perennial.config.ts 中添加其中一种导出，再运行 ")}<code
            >perennial run</code
          >${t(".", "。")}`
      })
    ]);
  return oneLine([head, list.length > 0 && grid(listPanel(list, everybody, c)), grid(kindPanel(kinds, c))]);
}
