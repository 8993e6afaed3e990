import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {instruments} from "../feedback/verdict.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {caseOrigins, caseStates, intLoopCase} from "../intermediate/int_loop_case.ts";
import {contactKinds} from "../intermediate/int_loop_contact.ts";
import {intTheme} from "../intermediate/int_theme.ts";
import {intVerbatim} from "../intermediate/int_verbatim.ts";
import {intVerbatimTheme} from "../intermediate/int_verbatim_theme.ts";
import {withinDays} from "../intermediate/withinDays.ts";
import {model} from "../model.ts";
import {pseudonym} from "../pseudonym.ts";
import * as s from "../sql.ts";
import {martChurnRisk} from "./mart_churn_risk.ts";
import {martRfm} from "./mart_rfm.ts";

/**
 * Unhappy customers of the last 365 days and whether somebody came back to them, one row per case.
 *
 * A case is an NPS answer of 0–6, a CSAT answer or rating of 1–2, a CES answer of 1–3, or a complaint: a ticket whose category says so, that was
 * opened again, or that was rated bad. The follow-up is the first call, mail, meeting, visit, message or public reply to a ticket after it,
 * within 90 days. The next answer is the first after the case to the same question, after a complaint to any. A case is repeated where
 * that is unfavourable and recovered where it is not; else followed up; else overdue once the promised days are over; else open.
 */
export const martClosedLoop = model({
  name: "mart_closed_loop",
  title: {
    en: "Unhappy customers and whether somebody came back to them, one row per case.",
    zh: "不满意客户及其跟进，每个个案一行。"
  },
  from: [intAsOf, intLoopCase, intTheme, intVerbatim, intVerbatimTheme, martChurnRisk, martRfm],
  grain: ["case_id"],
  columns: z.strictObject({
    case_id: c.id("The case, as a pseudonym.", "个案（假名）。"),
    origin: c.oneOf(caseOrigins, "What it began with.", "来源。"),
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    happened_on: c.day("Day of it.", "发生日期。"),
    instrument: c.oneOf(instruments, "What was asked; null of a complaint.", "问卷类型；投诉为空。").nullable(),
    score: c.integer("The answer; null of a complaint.", "评分；投诉为空。").nullable(),
    state: c.oneOf(caseStates, "Where the case stands.", "个案状态。"),
    due_on: c.day("Last day of the promise.", "承诺跟进的最后一天。"),
    followed_on: c.day("Day of the follow-up.", "跟进日期。").nullable(),
    follow_up_days: c.wholeDays("Days until then.", "跟进用时（天）。").nullable(),
    follow_up_by: c.oneOf(contactKinds, "How.", "跟进方式。").nullable(),
    next_on: c.day("Day of the next answer.", "下一次作答日期。").nullable(),
    next_instrument: c.oneOf(instruments, "What was asked then.", "下一次问卷类型。").nullable(),
    next_score: c.integer("That answer.", "下一次评分。").nullable(),
    segment: c.text("RFM segment of today.", "当前 RFM 分群。").nullable(),
    net_revenue_365d: c.money("Net revenue of the last 365 days.", "近 365 天净收入。"),
    risk_share: c.share("Risk of no order within the horizon.", "视野期内不再下单的风险。").nullable(),
    theme: c
      .id(
        "Theme of what was written, the first in the order of themes.",
        "所写内容的主题，按主题次序取第一个。",
        "public"
      )
      .nullable()
  }),
  query: (db, {pseudonymKey}) =>
    db
      .with("spoken", (db) =>
        db
          .selectFrom("int_verbatim as said")
          .innerJoin("int_verbatim_theme as of", "of.verbatim_id", "said.verbatim_id")
          .innerJoin("int_theme", "int_theme.theme", "of.theme")
          .where("of.parent", "is", null)
          .groupBy(["origin", "source_key"])
          .select(({ref}) => [
            "origin as spoken_in",
            ref("source_key").as("spoken_key"),
            s.earliest(ref("int_theme.theme"), ref("position")).as("first_theme")
          ])
      )
      .selectFrom("int_loop_case as cases")
      .crossJoin("int_as_of")
      .leftJoin("mart_churn_risk as risk", "risk.customer_id", "cases.customer_id")
      .leftJoin("mart_rfm", "mart_rfm.customer_id", "cases.customer_id")
      .leftJoin("spoken", (on) =>
        on.onRef("spoken_key", "=", "source_key").on(({ref}) => {
          const isComplaint = s.compare(ref("origin"), "=", s.text("complaint"));
          return s.compare(ref("spoken_in"), "=", s.when(isComplaint, s.text("ticket"), s.text("feedback"))) as any;
        })
      )
      .where(({ref}) => withinDays(365, ref("happened_on"), ref))
      .select(({ref}) => [
        pseudonym("K-", pseudonymKey, ref("case_id")).$notNull().as("case_id"),
        "origin",
        "cases.customer_id",
        "happened_on",
        "instrument",
        "score",
        "state",
        "due_on",
        "followed_on",
        "follow_up_days",
        "follow_up_by",
        "next_on",
        "next_instrument",
        "next_score",
        "mart_rfm.segment",
        s.coalesce(ref("net_revenue_365d"), s.amount("0")).as("net_revenue_365d"),
        "risk_share",
        ref("first_theme").as("theme")
      ])
});
