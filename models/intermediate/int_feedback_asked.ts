import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {stgSurveyInvitations} from "../staging/stg_survey_invitations.ts";
import {intAsOf} from "./int_as_of.ts";
import {intCustomerKeys} from "./int_customer_keys.ts";
import {intCustomerOrders} from "./int_customer_orders.ts";
import {intFeedbackAnswer} from "./int_feedback_answer.ts";
import {knownRows} from "./knownRows.ts";
import {withinDays} from "./withinDays.ts";

/** Of the customers who gave an NPS answer so many must have been invited for the invitations to tell who could have. */
const leastCovered = 0.5;

/**
 * Customers who could have answered in the last 365 days and what they said of the company, one row per customer.
 *
 * They are those who in these days were invited to a survey that has NPS answers. Where these are under half of the customers who gave an
 * NPS answer in these days, most answers came another way and the invitations do not tell who could have answered: then all who have ever ordered.
 */
export const intFeedbackAsked = model({
  name: "int_feedback_asked",
  title: {en: "Customers who could have answered, one row per customer.", zh: "可能作答的客户，每位一行。"},
  from: [intAsOf, intCustomerKeys, intCustomerOrders, intFeedbackAnswer, stgSurveyInvitations],
  grain: ["customer_id"],
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    is_invited: c.flag("Known to have been invited.", "是否有邀请记录。"),
    tenure_days: c.wholeDays("Days since the first order; null: none.", "距首单天数；无订单为空。").nullable(),
    nps_score: c.integer("Last NPS answer of these days; null: none.", "近一年最近 NPS 评分；未作答为空。").nullable()
  }),
  query: (db) =>
    db
      .with("invited", (db) =>
        db
          .selectFrom(knownRows(db, stgSurveyInvitations).as("invitation"))
          .crossJoin("int_as_of")
          .whereRef("invited_at", "<=", "as_of_at")
          .where(({ref}) => withinDays(365, ref("invited_on"), ref))
          .where(
            "survey",
            "in",
            db.selectFrom("int_feedback_answer").where("instrument", "=", "nps").select("survey").distinct()
          )
          .groupBy("customer_id")
          .select("customer_id")
      )
      .with("said", (db) =>
        db
          .selectFrom("int_feedback_answer")
          .where("instrument", "=", "nps")
          .where("is_last", "=", true)
          .where("answer_window", "=", "year")
          .select(({ref}) => [ref("customer_id").as("said_id"), ref("score").as("said_score")])
      )
      .with("covered", (db) =>
        db
          .selectFrom("said")
          .leftJoin("invited", "invited.customer_id", "said_id")
          .select(({ref}) => [
            s
              .coalesce(
                s.compare(
                  s.count(ref("invited.customer_id")),
                  ">=",
                  s.multiply(s.num(leastCovered), s.toDouble(s.countRows()))
                ),
                s.no
              )
              .as("is_enough")
          ])
      )
      .with("invitees", (db) => db.selectFrom("invited").select(() => [s.countRows().as("invitees")]))
      .with("buyers", (db) =>
        db
          .selectFrom("int_customer_orders")
          .where("is_first", "=", true)
          .select(({ref}) => [ref("customer_id").as("buyer_id"), ref("ordered_on").as("bought_on")])
      )
      .with("asked", (db) =>
        db
          .selectFrom("invited")
          .crossJoin("covered")
          .where("is_enough", "=", true)
          .select(({ref}) => [ref("customer_id").as("asked_id"), s.yes.as("is_invited")])
          .unionAll(
            db
              .selectFrom("buyers")
              .crossJoin("covered")
              .crossJoin("invitees")
              .where(({ref}) => s.either(s.not(ref("is_enough")), s.compare(ref("invitees"), "=", s.num(0))))
              .select(({ref}) => [ref("buyer_id").as("asked_id"), s.no.as("is_invited")])
          )
      )
      .selectFrom("asked")
      .crossJoin("int_as_of")
      .leftJoin("buyers", "buyer_id", "asked_id")
      .leftJoin("said", "said_id", "asked_id")
      .select(({ref}) => [
        ref("asked_id").as("customer_id"),
        "is_invited",
        s.daysBetween(ref("bought_on"), ref("as_of_on")).$castTo<number | null>().as("tenure_days"),
        ref("said_score").as("nps_score")
      ])
});
