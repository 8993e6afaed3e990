import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {contract} from "./contract.ts";
import {notDaysBefore, notNegative} from "./rules.ts";

const counts = ["recipients", "opens", "clicks", "unsubscribes"].map((field) =>
  notNegative(field, "negative count of a campaign")
);

/** One row per campaign in its latest state. Counts are of people, not of events. A repeated delivery of a campaign replaces it. */
export const campaigns = contract({
  kind: "campaigns",
  title: {en: "Campaigns as the marketing tool exports them.", zh: "营销活动。"},
  fields: z.strictObject({
    campaign_id: c.id("The tool's own key of the campaign.", "活动编号。", "public"),
    campaign_name: c.text("Its name.", "活动名称。").nullable(),
    campaign_channel: c
      .text("How it reaches people: e-mail, SMS, ads, post.", "触达渠道：邮件、短信、广告、信函。")
      .nullable(),
    objective: c.text("What it is for.", "活动目标。").nullable(),
    subject: c.text("Subject line of the message.", "消息主题。").nullable(),
    started_at: c.instant("When it was sent or began.", "发送或开始时间。").nullable(),
    ended_at: c.instant("When it ended.", "结束时间。").nullable(),
    cost: c.money("What it cost in all.", "活动总成本。").nullable(),
    currency: c.text("ISO code of the amounts; must be the company's.", "金额币种（须与公司币种一致）。").nullable(),
    recipients: c.count("People it was sent to.", "发送人数。").nullable(),
    opens: c.count("People who opened it.", "打开人数。").nullable(),
    clicks: c.count("People who clicked in it.", "点击人数。").nullable(),
    unsubscribes: c.count("People who left the list over it.", "退订人数。").nullable()
  }),
  key: ["campaign_id"],
  deliveredWith: ["campaign_id"],
  event: "started_at",
  aliases: {
    campaign_id: ["id", "unique id", "campaign", "活动编号", "活动id"],
    campaign_name: ["name", "title", "活动名称"],
    campaign_channel: ["channel", "type", "渠道", "活动类型"],
    objective: ["goal", "活动目标"],
    subject: ["subject line", "主题"],
    started_at: ["send date", "sent at", "send time", "start date", "starts at", "发送时间", "开始时间", "开始日期"],
    ended_at: ["end date", "ends at", "结束时间", "结束日期"],
    cost: ["actual cost", "spend", "amount spent", "花费", "实际成本"],
    currency: ["币种"],
    recipients: ["total recipients", "emails sent", "发送人数"],
    opens: ["unique opens", "打开人数"],
    clicks: ["unique clicks", "点击人数"],
    unsubscribes: ["unsubscribed", "退订人数"]
  },
  rules: [
    notDaysBefore("ended_at", "started_at", "ended before it started"),
    notNegative("cost", "a cost is written as a positive amount"),
    ...counts
  ]
});
