import type {Expression} from "kysely";
import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {instruments} from "../feedback/verdict.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "./int_as_of.ts";
import {intFeedbackAnswer} from "./int_feedback_answer.ts";
import {intLoopComplaint} from "./int_loop_complaint.ts";
import {contactKinds, intLoopContact} from "./int_loop_contact.ts";

export const caseOrigins = ["detractor", "low_rating", "complaint"] as const;
export const caseStates = ["open", "overdue", "followed_up", "recovered", "repeated"] as const;

/** Days within which what the company does is taken as an answer to the case. */
export const followUpWithin = 90;

/**
 * Cases in which a known customer was unhappy and somebody should come back to them, one row per case.
 *
 * A case is an NPS answer of 0–6, another answer that is unfavourable, or a complaint (int_loop_complaint). The follow-up is the first time after
 * it, within 90 days, that the company spoke with the customer. The next answer is the first after the case to the same question, after a
 * complaint to any; each is found in one pass over the customer's events. A case is repeated or recovered by that answer, unfavourable or not,
 * whether somebody came back or not; else followed up; else overdue once the promised
 * days are over; else open.
 */
export const intLoopCase = model({
  name: "int_loop_case",
  title: {en: "Cases of unhappy customers, one row per case.", zh: "不满意客户的个案，每个一行。"},
  from: [intAsOf, intFeedbackAnswer, intLoopComplaint, intLoopContact],
  grain: ["case_id"],
  columns: z.strictObject({
    case_id: c.id("Key of the case: that of its answer or ticket, with its kind.", "个案编号：种类加答卷号或工单号。"),
    origin: c.oneOf(caseOrigins, "What it began with.", "来源。"),
    source_key: c.id("The answer or the ticket.", "答卷号或工单号。"),
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    happened_at: c.instant("When it happened.", "发生时间。"),
    happened_on: c.day("Business day of it.", "发生日期。"),
    instrument: c.oneOf(instruments, "What was asked; null of a complaint.", "问卷类型；投诉为空。").nullable(),
    score: c.integer("The answer; null of a complaint.", "评分；投诉为空。").nullable(),
    due_on: c.day("Last day of the promise.", "承诺跟进的最后一天。"),
    is_due: c.flag("The promise has run out.", "承诺期限是否已过。"),
    followed_on: c.day("Day of the follow-up.", "跟进日期。").nullable(),
    follow_up_days: c.wholeDays("Days until then.", "跟进用时（天）。").nullable(),
    follow_up_by: c.oneOf(contactKinds, "How.", "跟进方式。").nullable(),
    is_in_time: c.flag("Followed up within the promise.", "是否在承诺期内跟进。"),
    is_settled: c.flag("The days in which a follow-up counts are over.", "计入跟进的 90 天是否已过。"),
    next_on: c.day("Day of the next answer.", "下一次作答日期。").nullable(),
    next_instrument: c.oneOf(instruments, "What was asked then.", "下一次问卷类型。").nullable(),
    next_score: c.integer("That answer.", "下一次评分。").nullable(),
    is_followed_first: c.flag("Followed up before the next answer.", "是否在下一次作答前已跟进。"),
    state: c.oneOf(caseStates, "Where the case stands.", "个案状态。")
  }),
  query: (db, {zone, feedback}) =>
    db
      .with("cases", (db) => {
        const answers = db
          .selectFrom("int_feedback_answer")
          .where("customer_id", "is not", null)
          .where("verdict", "=", "unfavourable")
          .select(({ref}) => [
            s.join(s.text("answer:"), ref("response_id")).as("case_id"),
            s
              .when(s.compare(ref("instrument"), "=", s.text("nps")), s.text("detractor"), s.text("low_rating"))
              .$castTo<(typeof caseOrigins)[number]>()
              .as("origin"),
            ref("response_id").as("source_key"),
            ref("customer_id").$notNull().as("customer_id"),
            ref("answered_at").as("happened_at"),
            ref("answered_on").as("happened_on"),
            ref("instrument").$castTo<(typeof instruments)[number] | null>().as("instrument"),
            ref("score").$castTo<number | null>().as("score")
          ]);
        const complaints = db
          .selectFrom("int_loop_complaint")
          .where("customer_id", "is not", null)
          .select(({ref}) => [
            s.join(s.text("ticket:"), ref("ticket_id")).as("case_id"),
            s.text("complaint").$castTo<(typeof caseOrigins)[number]>().as("origin"),
            ref("ticket_id").as("source_key"),
            ref("customer_id").$notNull().as("customer_id"),
            ref("complained_at").as("happened_at"),
            s.day(s.local(ref("complained_at"), zone)).as("happened_on"),
            s.nothing<(typeof instruments)[number]>("varchar").as("instrument"),
            s.nothing<number>("bigint").as("score")
          ]);
        return answers.unionAll(complaints);
      })
      .with("contacted", (db) =>
        db
          .selectFrom(
            db
              .selectFrom("cases")
              .select(({ref}) => [
                "customer_id",
                ref("happened_at").as("at"),
                s.num(0).as("place"),
                ref("case_id").$castTo<string | null>().as("asked_case"),
                s.nothing<Date>("timestamp").as("contacted_at"),
                s.nothing<Date>("date").as("contacted_on"),
                s.nothing<(typeof contactKinds)[number]>("varchar").as("contacted_by")
              ])
              .unionAll(
                db
                  .selectFrom("int_loop_contact")
                  .select(({ref}) => [
                    "customer_id",
                    ref("contacted_at").as("at"),
                    s.num(1).as("place"),
                    s.nothing<string>("varchar").as("asked_case"),
                    ref("contacted_at").$castTo<Date | null>().as("contacted_at"),
                    ref("contacted_on").$castTo<Date | null>().as("contacted_on"),
                    ref("contacted_by").$castTo<(typeof contactKinds)[number] | null>().as("contacted_by")
                  ])
              )
              .as("turns")
          )
          .select(({ref}) => {
            const next = <T>(x: Expression<T>) =>
              s.running(s.lastKnown(x), {
                partitionBy: [ref("customer_id")],
                orderBy: [s.descending(ref("at")), ref("place"), ref("asked_case")]
              });
            return [
              ref("asked_case").as("followed_case"),
              next(ref("contacted_at")).as("followed_at"),
              next(ref("contacted_on")).as("followed_on"),
              next(ref("contacted_by")).as("follow_up_by")
            ];
          })
      )
      .with("answered", (db) => {
        const answers = (topic: "instrument" | "any") =>
          db
            .selectFrom("int_feedback_answer")
            .where("customer_id", "is not", null)
            .select(({ref}) => [
              ref("customer_id").$notNull().as("customer_id"),
              (topic === "any" ? s.text(topic).$castTo<string>() : ref(topic).$castTo<string>()).as("topic"),
              ref("answered_at").as("at"),
              s.num(1).as("place"),
              ref("response_id").as("key"),
              s.nothing<string>("varchar").as("asked_case"),
              ref("answered_at").$castTo<Date | null>().as("next_at"),
              ref("answered_on").$castTo<Date | null>().as("next_on"),
              ref("instrument").$castTo<(typeof instruments)[number] | null>().as("next_instrument"),
              ref("score").$castTo<number | null>().as("next_score"),
              ref("verdict").$castTo<string | null>().as("next_verdict")
            ]);
        const turns = db
          .selectFrom("cases")
          .select(({ref}) => [
            "customer_id",
            s.coalesce<string>(ref("instrument"), s.text("any").$castTo<string>()).as("topic"),
            ref("happened_at").as("at"),
            s.num(0).as("place"),
            ref("case_id").as("key"),
            ref("case_id").$castTo<string | null>().as("asked_case"),
            s.nothing<Date>("timestamp").as("next_at"),
            s.nothing<Date>("date").as("next_on"),
            s.nothing<(typeof instruments)[number]>("varchar").as("next_instrument"),
            s.nothing<number>("bigint").as("next_score"),
            s.nothing<string>("varchar").as("next_verdict")
          ])
          .unionAll(answers("instrument"))
          .unionAll(answers("any"))
          .as("turns");
        return db.selectFrom(turns).select(({ref}) => {
          const next = <T>(x: Expression<T>) =>
            s.running(s.lastKnown(x), {
              partitionBy: [ref("customer_id"), ref("topic")],
              orderBy: [s.descending(ref("at")), ref("place"), s.descending(ref("key"))]
            });
          return [
            ref("asked_case").as("answered_case"),
            next(ref("next_at")).as("next_at"),
            next(ref("next_on")).as("next_on"),
            next(ref("next_instrument")).as("next_instrument"),
            next(ref("next_score")).as("next_score"),
            next(ref("next_verdict")).as("next_verdict")
          ];
        });
      })
      .selectFrom("cases")
      .crossJoin("int_as_of")
      .leftJoin("contacted", (on) =>
        on
          .onRef("followed_case", "=", "case_id")
          .on(
            ({ref}) => s.compare(ref("followed_on"), "<=", s.addDays(ref("happened_on"), s.num(followUpWithin))) as any
          )
      )
      .leftJoin("answered", "answered_case", "case_id")
      .select(({ref}) => {
        const dueOn = s.addDays(ref("happened_on"), s.num(feedback.followUpDays));
        const isDue = s.compare(ref("as_of_on"), ">", dueOn);
        const isFollowed = s.isKnown(ref("followed_on"));
        return [
          "case_id",
          "origin",
          "source_key",
          "cases.customer_id",
          "happened_at",
          "happened_on",
          "cases.instrument",
          "cases.score",
          dueOn.as("due_on"),
          isDue.as("is_due"),
          "followed_on",
          s.daysBetween(ref("happened_on"), ref("followed_on")).$castTo<number | null>().as("follow_up_days"),
          "follow_up_by",
          s.coalesce(s.compare(ref("followed_on"), "<=", dueOn), s.no).as("is_in_time"),
          s.compare(s.daysBetween(ref("happened_on"), ref("as_of_on")), ">", s.num(followUpWithin)).as("is_settled"),
          "next_on",
          "next_instrument",
          "next_score",
          s.coalesce(s.compare(ref("followed_at"), "<", ref("next_at")), s.no).as("is_followed_first"),
          s
            .when(
              s.coalesce(s.compare(ref("next_verdict"), "=", s.text("unfavourable")), s.no),
              s.text("repeated"),
              s.when(
                s.isKnown(ref("next_verdict")),
                s.text("recovered"),
                s.when(isFollowed, s.text("followed_up"), s.when(isDue, s.text("overdue"), s.text("open")))
              )
            )
            .as("state")
        ];
      })
});
