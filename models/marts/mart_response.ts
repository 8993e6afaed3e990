import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {instruments} from "../feedback/verdict.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intCustomerKeys} from "../intermediate/int_customer_keys.ts";
import {intFeedbackAnswer} from "../intermediate/int_feedback_answer.ts";
import {wilsonHigh, wilsonLow} from "../intervals.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {stgFeedback} from "../staging/stg_feedback.ts";
import {stgSurveyInvitations} from "../staging/stg_survey_invitations.ts";

/**
 * How many of those who were asked answered, one row per survey and instrument; a survey that nobody answered has the instrument none.
 *
 * A person is a known customer, else an e-mail, a key or a number. The response rate is the share of the invited persons with an answer to that
 * survey on the day of their first invitation or later, with Wilson's 95 % interval; null where nobody is known to have been invited. Answers of others count in answered alone.
 */
export const martResponse = model({
  name: "mart_response",
  title: {
    en: "How many of those asked answered, one row per survey and instrument.",
    zh: "问卷回复率，每个批次每种问卷一行。"
  },
  from: [intAsOf, intCustomerKeys, intFeedbackAnswer, stgFeedback, stgSurveyInvitations],
  grain: ["survey", "instrument"],
  columns: z.strictObject({
    survey: c.text("The wave.", "问卷批次。"),
    instrument: c.oneOf(
      [...instruments, "none"],
      "What was asked; none: nobody answered.",
      "问卷类型；无人作答为 none。"
    ),
    invited: c.count("Persons invited; null: not known.", "受邀人数；未知为空。").nullable(),
    answered: c.count("Answers.", "答卷数。"),
    answered_invited: c.count("Invited persons with an answer.", "作答的受邀人数。").nullable(),
    response_share: c.share("Invited persons with an answer ÷ invited.", "回复率：作答的受邀者÷受邀者。").nullable(),
    low: c.share("Lower end of its 95 % interval.", "95% 区间下限。").nullable(),
    high: c.share("Upper end of its 95 % interval.", "95% 区间上限。").nullable(),
    first_on: c.day("Day of the first answer, else of the first invitation.", "首次作答日；无作答为首次邀请日。"),
    last_on: c.day("Day of the last answer, else of the last invitation.", "末次作答日；无作答为末次邀请日。")
  }),
  query: (db) =>
    db
      .with("invitations", (db) => {
        const kinds = ["customer_key", "email", "phone"] as const;
        const known = kinds.reduce(
          (query, kind) =>
            query.leftJoin(
              (eb) =>
                eb
                  .selectFrom("int_customer_keys")
                  .where("key_kind", "=", kind)
                  .select(({ref}) => [ref("source_key").as(`${kind}_seen`), ref("customer_id").as(`${kind}_customer`)])
                  .as(`by_${kind}`),
              (on) => on.onRef(`${kind}_seen` as never, "=", kind as never)
            ) as unknown as typeof query,
          db.selectFrom("stg_survey_invitations").crossJoin("int_as_of").whereRef("invited_at", "<=", "as_of_at")
        );
        return known.select(({ref}) => {
          const customers = kinds.map((kind) => ref(`${kind}_customer` as never) as unknown as s.Value<string | null>);
          return [
            ref("survey").as("asked_survey"),
            "invited_on",
            s.firstOf<string>(...customers, ref("email"), ref("customer_key"), ref("phone")).as("asked_person")
          ];
        });
      })
      .with("asked", (db) =>
        db
          .selectFrom("invitations")
          .groupBy("asked_survey")
          .select(({ref}) => [
            "asked_survey",
            s.countDistinct(ref("asked_person")).as("invited"),
            s.min(ref("invited_on")).as("first_invited_on"),
            s.max(ref("invited_on")).as("last_invited_on")
          ])
      )
      .with("answers", (db) =>
        db
          .selectFrom("int_feedback_answer as answer")
          .innerJoin("stg_feedback as said", "said.response_id", "answer.response_id")
          .where("answer.survey", "is not", null)
          .select(({ref}) => [
            ref("answer.survey").$notNull().as("survey"),
            "answer.instrument",
            "answer.answered_on",
            s.firstOf<string>(ref("customer_id"), ref("email"), ref("customer_key")).as("person")
          ])
      )
      .with("replied", (db) =>
        db
          .selectFrom(
            db
              .selectFrom("invitations")
              .groupBy(["asked_survey", "asked_person"])
              .select(({ref}) => ["asked_survey", "asked_person", s.min(ref("invited_on")).as("invited_from")])
              .as("persons")
          )
          .innerJoin(
            db
              .selectFrom("answers")
              .groupBy(["survey", "instrument", "person"])
              .select(({ref}) => ["survey", "instrument", "person", s.max(ref("answered_on")).as("answered_to")])
              .as("voices"),
            (on) =>
              on
                .onRef("survey", "=", "asked_survey")
                .onRef("person", "=", "asked_person")
                .onRef("answered_to", ">=", "invited_from")
          )
          .groupBy(["survey", "instrument"])
          .select(({ref}) => [
            ref("survey").as("replied_survey"),
            ref("instrument").as("replied_instrument"),
            s.countRows().as("answered_invited")
          ])
      )
      .with("counted", (db) =>
        db
          .selectFrom("answers")
          .groupBy(["survey", "instrument"])
          .select(({ref}) => [
            "survey",
            "instrument",
            s.countRows().as("answered"),
            s.min(ref("answered_on")).as("first_on"),
            s.max(ref("answered_on")).as("last_on")
          ])
      )
      .with("surveys", (db) =>
        db
          .selectFrom("counted")
          .leftJoin("asked", "asked_survey", "survey")
          .leftJoin("replied", (on) =>
            on.onRef("replied_survey", "=", "survey").onRef("replied_instrument", "=", "instrument")
          )
          .select(({ref}) => [
            "survey",
            ref("instrument").$castTo<(typeof instruments)[number] | "none">().as("instrument"),
            ref("invited").$castTo<number | null>().as("invited"),
            "answered",
            s.onlyWhen(s.isKnown(ref("invited")), s.coalesce(ref("answered_invited"), s.num(0))).as("answered_invited"),
            "first_on",
            "last_on"
          ])
          .unionAll(
            db
              .selectFrom("asked")
              .leftJoin("counted", "survey", "asked_survey")
              .where("survey", "is", null)
              .select(({ref}) => [
                ref("asked_survey").as("survey"),
                s.text("none").$castTo<(typeof instruments)[number] | "none">().as("instrument"),
                ref("invited").$castTo<number | null>().as("invited"),
                s.num(0).as("answered"),
                s.num(0).$castTo<number | null>().as("answered_invited"),
                ref("first_invited_on").as("first_on"),
                ref("last_invited_on").as("last_on")
              ])
          )
      )
      .selectFrom("surveys")
      .select(({ref}) => {
        const [replied, invited] = [ref("answered_invited").$notNull(), ref("invited").$notNull()];
        const known = <T>(x: s.Value<T>) => s.onlyWhen(s.compare(invited, ">", s.num(0)), x);
        return [
          "survey",
          "instrument",
          "invited",
          "answered",
          "answered_invited",
          s.ratio(replied, invited).as("response_share"),
          known(wilsonLow(replied, invited)).as("low"),
          known(wilsonHigh(replied, invited)).as("high"),
          "first_on",
          "last_on"
        ];
      })
});
