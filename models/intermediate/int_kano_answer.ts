import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {kanoCategories, kanoCategoryOf} from "../feedback/kano.ts";
import {model} from "../model.ts";
import {stgKanoAnswers} from "../staging/stg_kano_answers.ts";
import {happenedBy} from "./happenedBy.ts";
import {intAsOf} from "./int_as_of.ts";
import {intCustomerKeys} from "./int_customer_keys.ts";
import {knownRows} from "./knownRows.ts";

/** What a respondent's pair of answers says of a feature, one row per respondent and feature, also of nobody known. */
export const intKanoAnswer = model({
  name: "int_kano_answer",
  title: {
    en: "What a pair of answers says of a feature, one row per respondent and feature.",
    zh: "一对作答对功能的判定，每位答卷人每项功能一行。"
  },
  from: [intAsOf, intCustomerKeys, stgKanoAnswers],
  grain: ["response_id", "feature"],
  columns: z.strictObject({
    response_id: c.id("The tool's own key of the answer.", "答卷编号。"),
    feature: c.text("What was asked about.", "功能或服务。"),
    customer_id: c.id("The customer, as a pseudonym; null: not known.", "客户（假名）；未识别为空。").nullable(),
    answered_on: c.day("Business day of the answer.", "作答日期。"),
    category: c.oneOf(kanoCategories, "What the pair says, by the evaluation table.", "按评价表的判定。")
  }),
  query: (db) =>
    db
      .selectFrom("stg_kano_answers as said")
      .crossJoin("int_as_of")
      .leftJoin(
        db
          .selectFrom(knownRows(db, stgKanoAnswers).as("k"))
          .select(({ref}) => [
            ref("response_id").as("known_response"),
            ref("feature").as("known_feature"),
            ref("customer_id").as("known_customer")
          ])
          .as("known"),
        (on) => on.onRef("known_response", "=", "said.response_id").onRef("known_feature", "=", "said.feature")
      )
      .where(({ref}) => happenedBy(ref("answered_at"), ref))
      .select(({ref}) => [
        "response_id",
        "feature",
        ref("known_customer").as("customer_id"),
        "answered_on",
        kanoCategoryOf(ref("functional"), ref("dysfunctional")).as("category")
      ])
});
