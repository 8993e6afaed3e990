import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {contract} from "./contract.ts";

/**
 * One row per time that a person agreed or refused: a history, of which the latest row per customer, channel and purpose counts. Of a
 * person's answer about a channel and purpose at an instant the newest delivery counts.
 */
export const consents = contract({
  kind: "consents",
  title: {en: "Consents given and withdrawn.", zh: "同意与撤回记录。"},
  fields: z.strictObject({
    consent_id: c.id("The source's own key of the entry.", "记录编号。").nullable(),
    customer_key: c.id("The customer's key in that source.", "该来源中的客户编号。").nullable(),
    email: c.text("E-mail address, lower case.", "电子邮箱，小写。", "personal").nullable(),
    phone: c.text("Telephone number as written.", "电话号码原文。", "personal").nullable(),
    channel: c.text("What it is about: email, sms, phone, post.", "渠道：邮件、短信、电话、信函。"),
    purpose: c.text("What for: marketing, profiling; any where empty.", "用途：营销、画像等；空为全部。").nullable(),
    is_granted: c.flag("Agreed, not refused or withdrawn.", "是否同意。"),
    recorded_at: c.instant("When the person said so.", "记录时间。"),
    consent_source: c.text("Where the person said so.", "记录来源。").nullable()
  }),
  key: [],
  deliveredWith: ["customer_key", "email", "phone", "channel", "purpose", "recorded_at"],
  event: "recorded_at",
  aliases: {
    consent_id: ["id", "记录编号"],
    customer_key: ["customer id", "customerid", "contact id", "客户编号"],
    email: ["email address", "邮箱"],
    phone: ["mobile", "phone number", "手机号", "电话"],
    channel: ["渠道"],
    purpose: ["用途"],
    is_granted: ["granted", "consent", "opted in", "opt in", "subscribed", "是否同意"],
    recorded_at: ["timestamp", "consent date", "optin_time", "记录时间", "同意时间"],
    consent_source: ["source", "来源"]
  }
});
