import {z} from "zod";
import {rawTickets} from "../../ingest/contracts/kinds.ts";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {
  both,
  coalesce,
  day,
  either,
  firstOf,
  isKnown,
  isNull,
  local,
  month,
  no,
  not,
  num,
  onlyWhen,
  ratio,
  secondsBetween,
  when
} from "../sql.ts";
import {hasEnded, stateOf} from "../intermediate/ticketWords.ts";
import {happened, happenedWithin, soFar} from "./asOf.ts";
import {latestRows} from "./latestRows.ts";

/**
 * Service tickets in their latest delivery, one row per ticket opened up to as_of.
 *
 * A reply or a solution after as_of has not happened yet: such a ticket is open, and its state, which came later, is unknown. A
 * state ends a ticket only where the help desk gives no time of solution; a state known as an open one says that the ticket was opened
 * again after the last solution. The first reply is elapsed time as the help desk reports
 * it, else the difference of the two instants.
 */
export const stgTickets = model({
  name: "stg_tickets",
  title: {en: "Service tickets, one row per ticket.", zh: "客服工单，每张一行。"},
  from: [rawTickets],
  grain: ["ticket_id"],
  columns: z.strictObject({
    ticket_id: c.id("The help desk's own key.", "工单号。"),
    customer_key: c.id("The customer's key in that source.", "该来源中的客户编号。").nullable(),
    email: c.text("The requester's e-mail.", "提交人邮箱。", "personal").nullable(),
    phone: c.text("The requester's telephone number.", "提交人电话。", "personal").nullable(),
    opened_at: c.instant("When the ticket was created.", "创建时间。"),
    opened_on: c.day("Business day of it.", "创建日期。"),
    opened_month: c.month("Month of it.", "创建月份。"),
    first_replied_at: c.instant("When an agent first answered.", "首次回复时间。").nullable(),
    solved_at: c.instant("When it was last solved.", "最后解决时间。").nullable(),
    solved_on: c.day("Business day of it.", "最后解决日期。").nullable(),
    solved_month: c.month("Month of it.", "最后解决月份。").nullable(),
    first_reply_hours: c.hours("Elapsed hours to the first answer.", "首次回复时长。").nullable(),
    resolution_hours: c.hours("Elapsed hours to the last solution.", "解决时长。").nullable(),
    is_open: c.flag("Neither solved nor closed at as_of.", "截止时是否未结。"),
    ticket_status: c
      .text("State of the ticket; empty where it came after as_of.", "工单状态；截止后才有的为空。")
      .nullable(),
    priority: c.text("Priority.", "优先级。").nullable(),
    ticket_channel: c.text("How the ticket came in.", "来单渠道。").nullable(),
    category: c.text("What it is about.", "工单类别。").nullable(),
    subcategory: c.text("What it is about, more closely.", "工单子类别。").nullable(),
    subject: c.text("Subject line.", "主题。", "personal").nullable(),
    description: c.text("What the customer wrote first.", "客户首次描述。", "personal").nullable(),
    order_id: c.id("The order it is about.", "相关订单号。").nullable(),
    product_id: c.id("The product it is about.", "相关商品编号。").nullable(),
    team: c.text("Group of agents that has it.", "处理小组。").nullable(),
    agent: c.text("Who handles it.", "处理人。", "personal").nullable(),
    satisfaction: c.text("The requester's verdict, once solved.", "解决后的满意度评价。").nullable(),
    reopens: c.integer("How often it was opened again.", "重开次数。").nullable()
  }),
  query: (db, settings) =>
    latestRows(db, rawTickets, "ticket_id")
      .where(({ref}) => happened(ref("opened_at"), settings))
      .select(({ref}) => {
        const opened = local(ref("opened_at"), settings.zone);
        const solvedAt = soFar(ref("solved_at"), settings);
        const repliedAt = soFar(ref("first_replied_at"), settings);
        const hasReply = happenedWithin(ref("first_reply_minutes"), ref("opened_at"), settings);
        const isCurrent = either(isNull(ref("solved_at")), happened(ref("solved_at"), settings));
        const isEnded = hasEnded(stateOf(ref("ticket_status"), settings.service));
        const isOpenByState = both(isCurrent, coalesce(not(isEnded), no));
        return [
          "ticket_id",
          "customer_key",
          "email",
          "phone",
          "opened_at",
          day(opened).as("opened_on"),
          month(opened).as("opened_month"),
          repliedAt.as("first_replied_at"),
          solvedAt.as("solved_at"),
          day(local(solvedAt, settings.zone)).as("solved_on"),
          month(local(solvedAt, settings.zone)).as("solved_month"),
          firstOf(
            onlyWhen(hasReply, ratio(ref("first_reply_minutes"), num(60))),
            ratio(secondsBetween(ref("opened_at"), repliedAt), num(3600))
          ).as("first_reply_hours"),
          ratio(secondsBetween(ref("opened_at"), solvedAt), num(3600)).as("resolution_hours"),
          either(isOpenByState, when(isKnown(ref("solved_at")), isNull(solvedAt), not(coalesce(isEnded, no)))).as(
            "is_open"
          ),
          onlyWhen(isCurrent, ref("ticket_status")).as("ticket_status"),
          "priority",
          "ticket_channel",
          "category",
          "subcategory",
          "subject",
          "description",
          "order_id",
          "product_id",
          "team",
          "agent",
          onlyWhen(isCurrent, ref("satisfaction")).as("satisfaction"),
          onlyWhen(isCurrent, ref("reopens")).as("reopens")
        ];
      })
});
