import {csvButton, html, panel, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {defined} from "./defined.ts";
import {listTable} from "./listTable.ts";
import type {CampaignRow} from "./rows.ts";
import {LONGEST, MOST_TAKEN, newestFirst} from "./shown.ts";

/** What each campaign reached, brought and changed. */
export function listPanel(rows: readonly CampaignRow[], c: Context): Html {
  const {t, f, minCell} = c;
  const days = rows[0]!.window_days;
  const isUnpriced = rows.every(({cost}) => cost === null);
  const unpriced = isUnpriced
    ? t(
        " No campaign has a cost: map the column cost in the export of campaigns, or add one, and the return is shown.",
        "所有活动都没有成本数据：在活动导出中映射或增加 cost 列后，即显示回报。"
      )
    : "";
  return panel(
    {
      id: "campaigns",
      long: true,
      definition: defined("campaign-effect", c),
      title: t("What did each campaign change?", "每个活动改变了什么？"),
      sub: t(
        `Orders on the day of the message and the ${f.days(days)} after it; effect = reached less held back, 95% interval; revenue adjusted by spend before`,
        `发送当日及其后 ${f.days(days)}的订单；效果 = 触达组 − 对照组，95% 区间；净收入按前期消费调整`
      ),
      actions: html`<span class="needs-script">${csvButton(t("campaigns", "活动"))}</span>`,
      body: listTable(newestFirst(rows).slice(0, LONGEST), c),
      note: [
        t(
          "Without a control group orders are a response: many would have come anyway. Return: revenue gained per unit of cost.",
          "无对照组时仅为响应：其中许多订单本就会发生。回报：每单位成本的增量净收入。"
        ),
        unpriced,
        rows.length > LONGEST &&
          t(
            ` The newest ${f.count(LONGEST)} of ${f.count(rows.length)} are shown, up to ${f.count(MOST_TAKEN)} are in the CSV.`,
            ` 共 ${f.count(rows.length)} 个，仅显示最近 ${f.count(LONGEST)} 个，CSV 含至多 ${f.count(MOST_TAKEN)} 个。`
          ),
        minCell > 1 &&
          t(` Groups of fewer than ${f.count(minCell)} are withheld.`, ` 少于 ${f.count(minCell)} 人的分组不予显示。`)
      ]
    },
    c
  );
}
