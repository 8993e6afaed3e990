import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {assigned} from "../campaigns/assigned.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {stgCampaigns} from "../staging/stg_campaigns.ts";
import {stgTouches} from "../staging/stg_touches.ts";
import {mayHaveHappenedBy, soFarOf} from "./happenedBy.ts";
import {intAsOf} from "./int_as_of.ts";
import {intAudienceSent} from "./int_audience_sent.ts";
import {intCustomerKeys} from "./int_customer_keys.ts";

const answers = ["opened", "clicked", "unsubscribed", "bounced", "delivered", "converted"] as const;

/**
 * Known customers whom a campaign reached or held back, one row per touch; control groups and audiences sent from here are among them.
 *
 * A touch without a time is as old as its campaign, and so is an audience that was sent before its campaign began; what
 * lies after as_of is marked and counts nowhere. An answer counts from the
 * day of the sending on and up to as_of. A customer is held back and yet reached where the same row says that something was delivered,
 * opened or clicked.
 */
export const intCampaignTouch = model({
  name: "int_campaign_touch",
  title: {
    en: "Known customers whom a campaign reached or held back, one row per touch.",
    zh: "活动触达或留作对照的已识别客户，每次触达一行。"
  },
  from: [intAsOf, intAudienceSent, intCustomerKeys, stgCampaigns, stgTouches],
  grain: ["touch_id"],
  columns: z.strictObject({
    touch_id: c.id("The campaign and where the touch stands in its load.", "活动编号及其在载入批次中的位置。"),
    origin: c.oneOf(
      ["export", "audience"],
      "What says so: an export of touches, or an audience sent from here.",
      "来源：触达导出，或由本系统发送的受众。"
    ),
    audience: c.text("The audience that was sent.", "所发送的受众名。").nullable(),
    control_share: c.share("Share of it to be held back by plan.", "计划的对照组比例。").nullable(),
    campaign_id: c.id("The campaign.", "活动编号。", "public"),
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    arm: c.oneOf(["treated", "control"], "Reached, or held back to compare.", "实验组或对照组。"),
    version: c.text("Version of the message; null where none is named.", "消息版本；未注明为空。").nullable(),
    sent_at: c.instant("When it was sent, or the control group drawn.", "发送（或抽取对照组）时间。").nullable(),
    sent_on: c.day("Business day of it.", "其业务日期。").nullable(),
    is_ahead: c.flag("Lies after as_of.", "晚于截止时刻。"),
    is_before_campaign: c.flag("Sent on a day before the campaign began.", "发送日早于活动开始日。"),
    is_reached: c.flag("Delivered, opened or clicked, whatever the arm.", "已送达、打开或点击（不论实验组或对照组）。"),
    is_early: c.flag(
      "Answered on a day before it was sent; such answers do not count.",
      "反应日早于发送日；此类反应不计。"
    ),
    is_opened: c.flag("Opened.", "已打开。"),
    is_clicked: c.flag("A link was clicked.", "已点击。"),
    is_unsubscribed: c.flag("The customer left the list over it.", "因此退订。"),
    is_bounced: c.flag("It came back.", "被退回。")
  }),
  query: (db, {zone}) =>
    db
      .with("met", (db) =>
        db
          .selectFrom(assigned(db).as("known"))
          .leftJoin("stg_campaigns", "stg_campaigns.campaign_id", "known.of_campaign")
          .crossJoin("int_as_of")
          .select(({ref}) => {
            const isAudience = s.compare(ref("origin"), "=", s.text("audience"));
            const isEarlier = s.coalesce(s.compare(ref("touched_at"), "<", ref("started_at")), s.no);
            const sentAt = s.when(
              s.both(isAudience, isEarlier),
              ref("started_at"),
              s.firstOf(ref("touched_at"), ref("started_at"))
            );
            return [
              "touch_id",
              "origin",
              "audience",
              "control_share",
              ref("of_campaign").as("campaign_id"),
              "customer_id",
              "arm",
              "version",
              sentAt.as("sent_at"),
              s.day(s.local(sentAt, zone)).as("sent_on"),
              "started_on",
              s.not(mayHaveHappenedBy(sentAt, ref)).as("is_ahead"),
              ...answers.map((name) => s.day(s.local(soFarOf(ref(`${name}_at`), ref), zone)).as(`${name}_on`))
            ];
          })
      )
      .selectFrom("met")
      .select(({ref}) => {
        const on = (name: (typeof answers)[number]) => ref(`${name}_on`);
        const isEarly = (name: (typeof answers)[number]) => s.coalesce(s.compare(on(name), "<", ref("sent_on")), s.no);
        const has = (name: (typeof answers)[number]) => s.both(s.isKnown(on(name)), s.not(isEarly(name)));
        return [
          "touch_id",
          "origin",
          "audience",
          "control_share",
          "campaign_id",
          "customer_id",
          "arm",
          "version",
          "sent_at",
          "sent_on",
          "is_ahead",
          s.coalesce(s.compare(ref("sent_on"), "<", ref("started_on")), s.no).as("is_before_campaign"),
          s.either(has("delivered"), has("opened"), has("clicked")).as("is_reached"),
          s.either(...answers.map(isEarly)).as("is_early"),
          has("opened").as("is_opened"),
          has("clicked").as("is_clicked"),
          has("unsubscribed").as("is_unsubscribed"),
          has("bounced").as("is_bounced")
        ];
      })
});
