import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {actions, type Action} from "../actions/kinds.ts";
import {standingOf, type Standing} from "../actions/standing.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intActionPressure} from "../intermediate/int_action_pressure.ts";
import {model} from "../model.ts";
import {nth} from "../nth.ts";
import * as s from "../sql.ts";
import {martActionDue} from "./mart_action_due.ts";
import {martCustomer360} from "./mart_customer_360.ts";

/**
 * How much of each action is due and how much of it customers allow, one row per action, also of those of which nothing is due.
 *
 * customers = listed + refused + no_address + no_answer + pressed; listed = overdue + due_today + due_week + due_later.
 */
export const martActionKind = model({
  name: "mart_action_kind",
  title: {
    en: "How much of each action is due and allowed, one row per action.",
    zh: "各类行动的到期与可执行数量，每类一行。"
  },
  from: [intAsOf, intActionPressure, martActionDue, martCustomer360],
  grain: ["action"],
  columns: z.strictObject({
    action: c.oneOf(actions, "What is to be done.", "行动类型。"),
    position: c.count("Place in the order of urgency, from 1.", "按紧迫度的次序，从 1 开始。"),
    customers: c.count("Customers of whom it is due.", "到期的客户数。"),
    listed: c.count("Of them on the list.", "其中列入名单。"),
    overdue: c.count("Of those, due before as_of.", "其中已逾期。"),
    due_today: c.count("Of those, due on the day of as_of.", "其中截止日当天到期。"),
    due_week: c.count("Of those, due within the seven days after it.", "其中此后七天内到期。"),
    due_later: c.count("Of those, due later, or on a day that is not told.", "其中更晚到期或日期不公开。"),
    refused: c.count("Left alone: refused.", "不打扰：已拒绝。"),
    no_address: c.count("Left alone: no address.", "不打扰：无联系方式。"),
    no_answer: c.count("Left alone: never asked.", "不打扰：从未表态。"),
    pressed: c.count("Left alone: as many messages as are allowed.", "不打扰：消息已达上限。"),
    expected_value: c.money("Expected value of those listed.", "列入名单者的预期金额合计。"),
    ahead_days: c.wholeDays(
      "Configured days after as_of within which things fall due.",
      "到期范围：截止日之后的天数。"
    ),
    lapsed_days: c.wholeDays("Configured days before it.", "到期范围：截止日之前的天数。")
  }),
  query: (db, {actions: {aheadDays, lapsedDays}}) =>
    db
      .with("judged", (db) =>
        db
          .selectFrom("mart_action_due as due")
          .innerJoin("mart_customer_360 as known", "known.customer_id", "due.customer_id")
          .leftJoin("int_action_pressure as pressure", "pressure.customer_id", "due.customer_id")
          .crossJoin("int_as_of")
          .select(({ref}) => [
            "action as judged_action",
            standingOf(ref("action"), (name) => ref(`known.${name}`), ref("is_pressed")).as("standing"),
            s.daysBetween(ref("as_of_on"), ref("due_on")).$castTo<number | null>().as("days_ahead"),
            "due.expected_value"
          ])
      )
      .with("counted", (db) =>
        db
          .selectFrom("judged")
          .groupBy("judged_action")
          .select(({ref}) => {
            const are = (standing: Standing, ...more: s.Value<boolean | null>[]) =>
              s.both(s.compare(ref("standing"), "=", s.text(standing)), ...more);
            const those = (standing: Standing, ...more: s.Value<boolean | null>[]) =>
              s.count(s.onlyWhen(are(standing, ...more), ref("standing")));
            const ahead = (operator: "<" | "=" | ">" | "<=", days: number) =>
              s.compare(ref("days_ahead"), operator, s.num(days));
            return [
              "judged_action",
              s.countRows().as("due"),
              those("listed").as("listed"),
              those("listed", ahead("<", 0)).as("overdue"),
              those("listed", ahead("=", 0)).as("due_today"),
              those("listed", ahead(">", 0), ahead("<=", 7)).as("due_week"),
              those("listed", s.coalesce(ahead(">", 7), s.yes)).as("due_later"),
              those("refused").as("refused"),
              those("no_address").as("no_address"),
              those("no_answer").as("no_answer"),
              those("pressed").as("pressed"),
              s.sum(s.onlyWhen(are("listed"), ref("expected_value"))).as("worth")
            ];
          })
      )
      .selectFrom("int_as_of")
      .crossJoin(s.series(1, actions.length))
      .leftJoin("counted", (on) => on.on(({ref}) => s.compare(ref("judged_action"), "=", nth(actions, ref("n")))))
      .select(({ref}) => {
        const or0 = (x: s.Value<number | null>) => s.coalesce(x, s.num(0));
        return [
          nth(actions, ref("n")).$castTo<Action>().as("action"),
          ref("n").as("position"),
          or0(ref("due")).as("customers"),
          or0(ref("listed")).as("listed"),
          or0(ref("overdue")).as("overdue"),
          or0(ref("due_today")).as("due_today"),
          or0(ref("due_week")).as("due_week"),
          or0(ref("due_later")).as("due_later"),
          or0(ref("refused")).as("refused"),
          or0(ref("no_address")).as("no_address"),
          or0(ref("no_answer")).as("no_answer"),
          or0(ref("pressed")).as("pressed"),
          s.coalesce(ref("worth"), s.amount("0")).as("expected_value"),
          s.toBigint(s.num(aheadDays)).as("ahead_days"),
          s.toBigint(s.num(lapsedDays)).as("lapsed_days")
        ];
      })
});
