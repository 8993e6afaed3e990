import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {contract} from "./contract.ts";

/**
 * One row per activity of the company's people: a call, a visit, a task. What is only planned has no `happened_at`, or one that lies
 * ahead. A repeated delivery of an activity replaces it.
 */
export const activities = contract({
  kind: "activities",
  title: {en: "Calls, visits, tasks and notes as the CRM exports them.", zh: "跟进记录：电话、拜访、任务与备注。"},
  fields: z.strictObject({
    activity_id: c.id("The CRM's own key of the activity.", "活动编号。"),
    activity_type: c.text("What it is: call, visit, meeting, task, note.", "活动类型：电话、拜访、会议、任务、备注。"),
    customer_key: c.id("The customer's key in that source.", "该来源中的客户编号。").nullable(),
    opportunity_id: c.id("The opportunity that it is about.", "相关商机编号。").nullable(),
    lead_id: c.id("The lead that it is about.", "相关线索编号。").nullable(),
    ticket_id: c.id("The ticket that it is about.", "相关工单号。").nullable(),
    email: c.text("The customer's e-mail, lower case.", "客户邮箱，小写。", "personal").nullable(),
    happened_at: c.instant("When it took place or was written.", "发生时间。").nullable(),
    due_at: c.instant("When it is to be done.", "截止时间。").nullable(),
    completed_at: c.instant("When it was done.", "完成时间。").nullable(),
    owner: c.text("Who does it.", "执行人。", "personal").nullable(),
    activity_status: c.text("State, as the CRM writes it.", "活动状态原文。").nullable(),
    outcome: c.text("What came of it.", "结果。").nullable(),
    subject: c.text("What it is about.", "主题。", "personal").nullable()
  }),
  key: ["activity_id"],
  deliveredWith: ["activity_id"],
  event: "happened_at",
  aliases: {
    activity_id: ["id", "record id", "activityid", "task id", "call id", "编号", "标识"],
    activity_type: ["type", "activity", "类型", "跟进方式", "跟进类型"],
    customer_key: ["contact name.id", "account name.id", "accountid", "客户编号", "客户编码"],
    opportunity_id: ["opportunityid", "deal id", "商机编号"],
    lead_id: ["leadid", "线索编号", "销售线索编码"],
    ticket_id: ["ticketid", "工单号", "工单编号"],
    email: ["contact email", "邮箱"],
    happened_at: [
      "call start time",
      "start time",
      "activity date",
      "activitydate",
      "created time",
      "created date",
      "跟进时间",
      "拜访时间",
      "创建时间"
    ],
    due_at: ["due date", "due_date", "截止时间"],
    completed_at: ["closed time", "completed date", "completeddatetime", "完成时间"],
    owner: ["call owner", "task owner", "note owner", "activity assigned to", "ownerid", "跟进人", "负责人"],
    activity_status: ["call status", "status", "状态"],
    outcome: ["call outcome", "call result", "result", "跟进结果", "结果"],
    subject: ["title", "note title", "call agenda", "标题", "主题"]
  }
});
