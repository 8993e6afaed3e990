import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {stgCampaigns} from "../staging/stg_campaigns.ts";
import {stgTouches} from "../staging/stg_touches.ts";
import {mayHaveHappenedBy, soFarOf} from "./happenedBy.ts";
import {intAsOf} from "./int_as_of.ts";
import {intCustomerKeys} from "./int_customer_keys.ts";
import {knownRows} from "./knownRows.ts";
import {positionOf} from "./positionOf.ts";

/**
 * Messages of campaigns to known customers up to as_of, one row per message; who was held back as a control group got none.
 *
 * A message without a time is as old as its campaign. What came of it after as_of has not happened yet; where no as_of is configured a
 * customer who left the list later has left it at as_of, so that nobody is written to who has refused.
 */
export const intCustomerTouches = model({
  name: "int_customer_touches",
  title: {
    en: "Messages of campaigns to known customers, one row per message.",
    zh: "发给已识别客户的营销消息，每条一行。"
  },
  from: [intAsOf, intCustomerKeys, stgCampaigns, stgTouches],
  grain: ["touch_id"],
  columns: z.strictObject({
    touch_id: c.id("The campaign and where the message stands in its load.", "活动编号及其在载入批次中的位置。"),
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    campaign: c.text("Name of the campaign, else its key.", "活动名称，否则活动编号。"),
    campaign_channel: c.text("How it reaches people.", "触达渠道。").nullable(),
    sent_at: c.instant("When it was sent.", "发送时间。").nullable(),
    sent_on: c.day("Business day of it.", "发送日期。").nullable(),
    opened_at: c.instant("When it was first opened.", "首次打开时间。").nullable(),
    opened_on: c.day("Business day of it.", "首次打开日期。").nullable(),
    clicked_at: c.instant("When a link was first clicked.", "首次点击时间。").nullable(),
    clicked_on: c.day("Business day of it.", "首次点击日期。").nullable(),
    unsubscribed_at: c.instant("When the customer left the list over it.", "退订时间。").nullable(),
    unsubscribed_on: c.day("Business day of it.", "退订日期。").nullable()
  }),
  query: (db, {zone, asOf}) =>
    db
      .with("reached", (db) =>
        db
          .selectFrom(knownRows(db, stgTouches).as("known"))
          .leftJoin("stg_campaigns", "stg_campaigns.campaign_id", "known.campaign_id")
          .crossJoin("int_as_of")
          .where("arm", "=", "treated")
          .select(({ref}) => {
            const sentAt = s.firstOf(ref("touched_at"), ref("started_at"));
            return [
              s.join(ref("known.campaign_id"), s.text("-"), positionOf(ref)).as("touch_id"),
              "customer_id",
              s.coalesce(ref("campaign_name"), ref("known.campaign_id")).as("campaign"),
              "campaign_channel",
              sentAt.as("sent_at"),
              mayHaveHappenedBy(sentAt, ref).as("is_sent"),
              soFarOf(ref("opened_at"), ref).as("opened_at"),
              soFarOf(ref("clicked_at"), ref).as("clicked_at"),
              (asOf === null
                ? s.onlyWhen(s.isKnown(ref("unsubscribed_at")), s.least(ref("unsubscribed_at"), ref("as_of_at")))
                : soFarOf(ref("unsubscribed_at"), ref)
              ).as("unsubscribed_at")
            ];
          })
      )
      .selectFrom("reached")
      .where("is_sent", "=", true)
      .select(({ref}) => {
        const onDay = (at: s.Value<Date | null>) => s.day(s.local(at, zone));
        return [
          "touch_id",
          "customer_id",
          "campaign",
          "campaign_channel",
          "sent_at",
          onDay(ref("sent_at")).as("sent_on"),
          "opened_at",
          onDay(ref("opened_at")).as("opened_on"),
          "clicked_at",
          onDay(ref("clicked_at")).as("clicked_on"),
          "unsubscribed_at",
          onDay(ref("unsubscribed_at")).as("unsubscribed_on")
        ];
      })
});
