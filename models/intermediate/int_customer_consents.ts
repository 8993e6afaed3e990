import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {stgConsents} from "../staging/stg_consents.ts";
import {consentChannelOf, consentChannels, isForMarketing, type ConsentChannel} from "./consentChannel.ts";
import {happenedBy} from "./happenedBy.ts";
import {intAsOf} from "./int_as_of.ts";
import {intCustomerKeys} from "./int_customer_keys.ts";
import {intCustomerTouches} from "./int_customer_touches.ts";
import {knownRows} from "./knownRows.ts";
import {positionOf} from "./positionOf.ts";

/**
 * What known customers agreed to and refused up to as_of, one row per answer.
 *
 * Where no as_of is configured the last order, ticket or answer decides it, and a refusal may be younger: it counts as soon as it is delivered,
 * at as_of, so that nobody is written to who has refused. Agreement waits.
 * Leaving a list over a message of a campaign is a refusal of its channel, e-mail where the campaign does not say.
 */
export const intCustomerConsents = model({
  name: "int_customer_consents",
  title: {
    en: "What known customers agreed to and refused, one row per answer.",
    zh: "已识别客户的同意与拒绝，每次一行。"
  },
  from: [intAsOf, intCustomerKeys, intCustomerTouches, stgConsents],
  grain: ["consent_key"],
  columns: z.strictObject({
    consent_key: c.id("Where the answer stands in its load, or the message.", "记录在载入批次中的位置，或营销消息。"),
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    recorded_at: c.instant("When the customer said so.", "记录时间。"),
    recorded_on: c.day("Business day of it.", "记录日期。"),
    consent_channel: c.oneOf(consentChannels, "What it is about.", "渠道。"),
    is_for_marketing: c.flag("For marketing, or for any purpose.", "用于营销或任何用途。"),
    is_granted: c.flag("Agreed, not refused or withdrawn.", "是否同意。")
  }),
  query: (db) =>
    db
      .selectFrom(knownRows(db, stgConsents).as("known"))
      .crossJoin("int_as_of")
      .where(({ref}) => s.either(happenedBy(ref("recorded_at"), ref), s.not(ref("is_granted"))))
      .select(({ref}) => [
        positionOf(ref).as("consent_key"),
        "customer_id",
        s.least(ref("recorded_at"), ref("as_of_at")).as("recorded_at"),
        s.least(ref("recorded_on"), ref("as_of_on")).as("recorded_on"),
        consentChannelOf(ref("channel")).$castTo<ConsentChannel>().as("consent_channel"),
        isForMarketing(ref("purpose")).as("is_for_marketing"),
        "is_granted"
      ])
      .unionAll((db) =>
        db
          .selectFrom("int_customer_touches")
          .where("unsubscribed_at", "is not", null)
          .select(({ref}) => [
            ref("touch_id").as("consent_key"),
            "customer_id",
            ref("unsubscribed_at").$notNull().as("recorded_at"),
            ref("unsubscribed_on").$notNull().as("recorded_on"),
            consentChannelOf(s.coalesce(ref("campaign_channel"), s.text("email")))
              .$castTo<ConsentChannel>()
              .as("consent_channel"),
            s.yes.as("is_for_marketing"),
            s.no.as("is_granted")
          ])
      )
});
