import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {standingOf, wayOf} from "../actions/standing.ts";
import {actions, ways} from "../actions/kinds.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intActionPressure} from "../intermediate/int_action_pressure.ts";
import {permissionColumns} from "../intermediate/int_customer_permission.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {abcClasses} from "./mart_abc.ts";
import {martActionDue, reasonColumns} from "./mart_action_due.ts";
import {martCustomer360} from "./mart_customer_360.ts";

/**
 * What to do next, for whom and why, one row per customer and action that the customer allows.
 *
 * Complaints, follow-ups, deals and contracts go on with what is there already and are always listed; nobody is called to be kept who refused
 * calls; messages go to none but those who agreed to a channel, have an address for it and had fewer messages lately than the configuration
 * allows (mart_action_kind counts who is left out). The owner is the customer's, else the deal's. Customers of an owner stand by the greatest
 * expected value of their actions, then by what is due first, then by key; values of several actions are of the same money and not added.
 */
export const martAction = model({
  name: "mart_action",
  title: {
    en: "What to do next, for whom and why, one row per customer and action.",
    zh: "下一步行动：为谁、为什么，每位客户每类行动一行。"
  },
  from: [intAsOf, intActionPressure, martActionDue, martCustomer360],
  grain: ["customer_id", "action"],
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    action: c.oneOf(actions, "What is to be done.", "行动类型。"),
    owner: c
      .text(
        "Who is to do it: who looks after the customer, else sells the deal.",
        "负责人：客户负责人，否则商机负责人。",
        "personal"
      )
      .nullable(),
    has_owner: c.flag("Somebody is.", "是否有负责人。"),
    place: c.count("Place of the customer on the owner's list, from 1.", "客户在其负责人名单中的名次，从 1 开始。"),
    overall_place: c.count("Place of the customer among all.", "客户在全部名单中的名次。"),
    due_on: c
      .day(
        "When it is due: of notice the contract's end; null of a birthday, which is within the days ahead.",
        "到期日；解约为合同终止日；生日为空（在未来期限内）。"
      )
      .nullable(),
    is_overdue: c.flag("Due before as_of.", "是否已逾期。"),
    birthday_on: c.day("Day of the birthday.", "生日当天。", "personal").nullable(),
    ...reasonColumns,
    customer_value: c
      .money("Greatest expected value of the customer's actions.", "该客户各项行动预期金额的最大值。")
      .nullable(),
    way: c.oneOf(
      ways,
      "The gentlest way that the customer agreed to; none: nobody asked.",
      "客户同意的最温和触达方式；none 为未获同意。"
    ),
    ...permissionColumns,
    messages: c.count("Messages within the days of the limit.", "限制期内收到的消息数。"),
    segment: c.text("RFM segment.", "RFM 分群。").nullable(),
    abc_class: c.oneOf(abcClasses, "Class by cumulative revenue.", "按累计收入的 ABC 等级。"),
    net_revenue_365d: c.money("Net revenue of the last 365 days.", "近 365 天净收入。")
  }),
  query: (db) =>
    db
      .with("allowed", (db) =>
        db
          .selectFrom("mart_action_due as due")
          .innerJoin("mart_customer_360 as known", "known.customer_id", "due.customer_id")
          .leftJoin("int_action_pressure as pressure", "pressure.customer_id", "due.customer_id")
          .crossJoin("int_as_of")
          .where(({ref}) =>
            s.compare(
              standingOf(ref("action"), (name) => ref(`known.${name}`), ref("is_pressed")),
              "=",
              s.text("listed")
            )
          )
          .select(({ref}) => [
            "due.customer_id",
            "action",
            s.firstOf(ref("known.owner"), ref("deal_owner")).as("owner"),
            "due_on",
            s.coalesce(s.compare(ref("due_on"), "<", ref("as_of_on")), s.no).as("is_overdue"),
            "birthday_on",
            "items",
            "due.expected_value",
            "reason_text",
            "reason_days",
            "reason_count",
            "reason_amount",
            "reason_share",
            wayOf((name) => ref(`known.${name}`)).as("way"),
            "may_email",
            "may_call",
            "may_text",
            s.coalesce(ref("messages"), s.num(0)).as("messages"),
            "segment",
            "abc_class",
            "net_revenue_365d"
          ])
      )
      .with("customers", (db) =>
        db
          .selectFrom("allowed")
          .groupBy("customer_id")
          .select(({ref}) => [
            ref("customer_id").as("placed_id"),
            s.max(ref("owner")).$castTo<string | null>().as("placed_owner"),
            s.max(ref("expected_value")).$castTo<number | null>().as("customer_value"),
            s.coalesce(s.min(ref("due_on")).$castTo<Date | null>(), s.never).as("first_due_on")
          ])
      )
      .with("placed", (db) =>
        db.selectFrom("customers").select(({ref}) => {
          const orderBy = [
            s.descending(s.coalesce(ref("customer_value"), s.amount("-1"))),
            ref("first_due_on"),
            ref("placed_id")
          ];
          return [
            "placed_id",
            "placed_owner",
            "customer_value",
            s.ordered(s.rowNumber(), {partitionBy: [ref("placed_owner")], orderBy}).as("place"),
            s.ordered(s.rowNumber(), {orderBy}).as("overall_place")
          ];
        })
      )
      .selectFrom("allowed")
      .innerJoin("placed", "placed_id", "customer_id")
      .select(({ref}) => [
        "customer_id",
        "action",
        ref("placed_owner").as("owner"),
        s.isKnown(ref("placed_owner")).as("has_owner"),
        "place",
        "overall_place",
        "due_on",
        "is_overdue",
        "birthday_on",
        "items",
        "expected_value",
        "reason_text",
        "reason_days",
        "reason_count",
        "reason_amount",
        "reason_share",
        "customer_value",
        "way",
        "may_email",
        "may_call",
        "may_text",
        "messages",
        "segment",
        "abc_class",
        "net_revenue_365d"
      ])
});
