import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {contract} from "./contract.ts";
import {notDaysBefore} from "./rules.ts";

const answers = {
  delivered_at: "delivered before it was sent",
  opened_at: "opened before it was sent",
  clicked_at: "clicked before it was sent",
  bounced_at: "bounced before it was sent",
  unsubscribed_at: "unsubscribed before it was sent",
  converted_at: "converted before it was sent"
};

/**
 * One row per person and message of a campaign, or per person who was held back as its control group; first times of each answer. A
 * touch without a time is as old as its campaign. Of a person's touch by a campaign at an instant the newest delivery counts.
 */
export const touches = contract({
  kind: "touches",
  title: {en: "Whom campaigns reached or held back, and how they answered.", zh: "活动触达（及对照组）名单与反应。"},
  fields: z.strictObject({
    campaign_id: c.id("The campaign.", "活动编号。", "public"),
    customer_key: c.id("The customer's key in that source.", "该来源中的客户编号。").nullable(),
    email: c.text("The customer's e-mail, lower case.", "客户邮箱，小写。", "personal").nullable(),
    phone: c.text("Telephone number as written.", "电话号码原文。", "personal").nullable(),
    arm: c
      .oneOf(
        ["treated", "control"],
        "Reached, or held back to compare; treated where empty.",
        "实验组或对照组；空为实验组。"
      )
      .nullable(),
    variant: c.text("Version of the message.", "消息版本。").nullable(),
    touched_at: c.instant("When it was sent, or the control group drawn.", "发送（或抽取对照组）时间。").nullable(),
    delivered_at: c.instant("When it was delivered.", "送达时间。").nullable(),
    opened_at: c.instant("When it was first opened.", "首次打开时间。").nullable(),
    clicked_at: c.instant("When a link was first clicked.", "首次点击时间。").nullable(),
    bounced_at: c.instant("When it came back.", "退回时间。").nullable(),
    unsubscribed_at: c.instant("When the person left the list over it.", "退订时间。").nullable(),
    converted_at: c.instant("When the tool counted a conversion.", "工具记录的转化时间。").nullable()
  }),
  key: [],
  deliveredWith: ["campaign_id", "customer_key", "email", "phone", "touched_at"],
  event: "touched_at",
  aliases: {
    campaign_id: ["campaign", "campaignid", "unsub_campaign_id", "活动编号", "活动id"],
    customer_key: ["customer id", "customerid", "contact id", "客户编号"],
    email: ["email address", "recipient", "recipient email", "邮箱"],
    phone: ["mobile", "phone number", "手机号", "电话"],
    arm: ["group", "test group", "分组", "实验分组"],
    variant: ["version", "ab group", "版本"],
    touched_at: ["sent at", "send time", "发送时间", "触达时间"],
    delivered_at: ["delivered at", "送达时间"],
    opened_at: ["first open", "opened at", "打开时间"],
    clicked_at: ["first click", "clicked at", "点击时间"],
    bounced_at: ["bounced at", "退回时间"],
    unsubscribed_at: ["unsub_time", "unsubscribe time", "退订时间"],
    converted_at: ["conversion time", "转化时间"]
  },
  rules: Object.entries(answers).map(([field, reason]) => notDaysBefore(field, "touched_at", reason))
});
