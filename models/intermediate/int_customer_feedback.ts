import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {stgFeedback} from "../staging/stg_feedback.ts";
import {intCustomerKeys} from "./int_customer_keys.ts";
import {knownRows} from "./knownRows.ts";

/** Answers of known customers, one row per answer, with the answers before and after it to the same instrument. */
export const intCustomerFeedback = model({
  name: "int_customer_feedback",
  title: {en: "Answers of known customers, one row per answer.", zh: "已识别客户的答卷，每份一行。"},
  from: [stgFeedback, intCustomerKeys],
  grain: ["response_id"],
  columns: z.strictObject({
    response_id: c.id("The tool's own key of the answer.", "答卷编号。"),
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    answered_at: c.instant("When the answer was given.", "作答时间。"),
    answered_on: c.day("Business day of it.", "作答日期。"),
    instrument: c.oneOf(["nps", "csat", "ces", "rating"], "What was asked.", "问卷类型。"),
    score: c.integer("The answer on its scale.", "评分。"),
    previous_score: c.integer("The answer before.", "上一次评分。").nullable(),
    next_answered_on: c.day("Day of the next answer.", "下次作答日期。").nullable()
  }),
  query: (db) =>
    db.selectFrom(knownRows(db, stgFeedback).as("known")).select(({ref}) => {
      const sequence = {
        partitionBy: [ref("customer_id"), ref("instrument")],
        orderBy: [ref("answered_at"), ref("response_id")]
      };
      return [
        "response_id",
        "customer_id",
        "answered_at",
        "answered_on",
        "instrument",
        "score",
        s.ordered(s.lag(ref("score")), sequence).as("previous_score"),
        s.ordered(s.lead(ref("answered_on")), sequence).as("next_answered_on")
      ];
    })
});
