import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {contract} from "./contract.ts";

/**
 * One row per person who was asked in a survey: without them nobody knows how many did not answer. Of a person's invitations to a survey
 * at an instant the newest delivery counts.
 */
export const surveyInvitations = contract({
  kind: "survey_invitations",
  title: {en: "Who was asked in which survey.", zh: "问卷邀请记录。"},
  fields: z.strictObject({
    customer_key: c.id("The customer's key in that source.", "该来源中的客户编号。").nullable(),
    email: c.text("The e-mail that was written to, lower case.", "受邀邮箱，小写。", "personal").nullable(),
    phone: c.text("The number that was written to.", "受邀电话号码。", "personal").nullable(),
    survey: c.text("The wave, as its answers name it.", "问卷批次，与答卷一致。"),
    invited_at: c.instant("When the person was asked.", "邀请时间。"),
    channel: c.text("How: email, sms, app.", "邀请渠道。").nullable()
  }),
  key: [],
  deliveredWith: ["customer_key", "email", "phone", "survey", "invited_at"],
  event: "invited_at",
  aliases: {
    customer_key: ["customer id", "contact id", "external data reference", "客户编号"],
    email: ["email address", "e-mail", "recipient email", "邮箱"],
    phone: ["mobile", "手机号"],
    survey: ["wave", "survey name", "distribution", "问卷"],
    invited_at: ["sent", "sent at", "sent date", "invited", "发送时间", "邀请时间"],
    channel: ["distribution channel", "渠道"]
  }
});
