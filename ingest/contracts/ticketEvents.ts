import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {contract} from "./contract.ts";

/**
 * One row per thing that happened to a ticket: its creation, a reply, the change of a field. Events have no key in general, and logs
 * are exported by period, so that a ticket's events come in several files and overlap: of a ticket's instant the newest delivery
 * counts, with all events that it has of it.
 */
export const ticketEvents = contract({
  kind: "ticket_events",
  title: {en: "What happened to service tickets, event by event.", zh: "工单事件日志。"},
  fields: z.strictObject({
    ticket_id: c.id("The help desk's own key of the ticket.", "工单号。"),
    event_id: c.id("The help desk's own key of the event.", "事件编号。").nullable(),
    event: c.text(
      "What happened: created, reply, or the field that changed (status, priority, assignee).",
      "事件：创建、回复，或变更的字段（状态、优先级、处理人）。"
    ),
    happened_at: c.instant("When it happened.", "发生时间。"),
    from_value: c.text("What the field was before.", "变更前的值。", "personal").nullable(),
    to_value: c.text("What the field became.", "变更后的值。", "personal").nullable(),
    actor_role: c.oneOf(["agent", "customer", "system"], "Who acted.", "操作方：客服、客户或系统。").nullable(),
    agent: c.text("The agent who acted.", "操作的客服。", "personal").nullable(),
    is_public: c.flag("The customer could see it.", "客户是否可见。").nullable()
  }),
  key: [],
  deliveredWith: ["ticket_id", "happened_at"],
  event: "happened_at",
  aliases: {
    ticket_id: ["ticket", "ticketid", "caseid", "case id", "case_id", "工单号", "工单编号"],
    event_id: ["eventid", "audit id", "事件编号"],
    event: [
      "event type",
      "activity",
      "activityid",
      "activity_id",
      "action",
      "field name",
      "field_name",
      "事件",
      "操作"
    ],
    happened_at: [
      "timestamp",
      "completetimestamp",
      "time",
      "created at",
      "created time",
      "updated",
      "时间",
      "操作时间"
    ],
    from_value: ["from", "old value", "previous value", "变更前"],
    to_value: ["to", "new value", "value", "变更后"],
    actor_role: ["author role", "actor type"],
    agent: ["actor", "author", "updater", "操作人", "处理人"],
    is_public: ["public", "是否公开"]
  }
});
