import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {stgCampaigns} from "../staging/stg_campaigns.ts";
import {stgTouches} from "../staging/stg_touches.ts";
import {intCampaignMember} from "./int_campaign_member.ts";
import {intCampaignTouch} from "./int_campaign_touch.ts";

/**
 * What is known of a campaign and what becomes of its touches, one row per campaign that is listed or that a touch names.
 *
 * touches = those of members + those that lie after as_of + those of customers whom no source knows. A campaign that is not listed is named by its key.
 */
export const intCampaign = model({
  name: "int_campaign",
  title: {
    en: "What is known of a campaign and what becomes of its touches, one row per campaign.",
    zh: "活动信息及其触达的去向，每个活动一行。"
  },
  from: [intCampaignMember, intCampaignTouch, stgCampaigns, stgTouches],
  grain: ["campaign_id"],
  columns: z.strictObject({
    campaign_id: c.id("The campaign.", "活动编号。", "public"),
    campaign: c.text("Its name, else its key.", "活动名称，否则编号。"),
    is_listed: c.flag("A source of campaigns has it.", "活动清单中存在。"),
    audience: c.text("Audience sent for it from here.", "由本系统为其发送的受众。").nullable(),
    control_share: c.share("Share of that to be held back by plan.", "该受众计划的对照组比例。").nullable(),
    campaign_channel: c.text("How it reaches people.", "触达渠道。").nullable(),
    objective: c.text("What it is for.", "活动目标。").nullable(),
    subject: c.text("Subject line.", "消息主题。").nullable(),
    started_on: c.day("Day on which it began, else of its first touch.", "开始日，否则首次触达日。").nullable(),
    window_ends_on: c.day("Last day of the last window.", "最后一个窗口的末日。").nullable(),
    cost: c.money("What it cost in all; null: nobody says.", "总成本；未知为空。").nullable(),
    recipients: c.count("People it was sent to, as the tool counts.", "工具统计的发送人数。").nullable(),
    touches: c.count(
      "Rows of people reached or held back, exported or sent from here.",
      "触达与对照记录行数（导出或本系统发送）。"
    ),
    member_touches: c.count("Of them, of members.", "其中属于成员的触达。"),
    ahead_touches: c.count("Of them, after as_of.", "其中晚于截止时刻。"),
    unknown_touches: c.count("Of them, of customers whom no source knows.", "其中客户无法识别。"),
    early_touches: c.count("Touches with an answer before the day of sending.", "反应早于发送日的触达。"),
    before_touches: c.count("Touches sent before the campaign began.", "早于活动开始日的触达。"),
    customers: c.count("Members: treated + control + both.", "成员数：实验组 + 对照组 + 两组。"),
    treated: c.count("Reached, dated or not.", "实验组客户数（含无日期）。"),
    control: c.count("Held back, dated or not.", "对照组客户数（含无日期）。"),
    both_arms: c.count("In both arms; left out.", "同属两组，已排除。"),
    undated: c.count("Members of whom nobody knows when; left out.", "触达日期未知的成员，已排除。"),
    reached_control: c.count("Held back, and yet something was delivered or opened.", "对照组中却有送达或打开者。"),
    several_versions: c.count("Reached by several versions.", "收到多个版本者。"),
    overlapping: c.count("Members whom another campaign reached at the same time.", "同期收到其他活动的成员。")
  }),
  query: (db) =>
    db
      .with("named", (db) =>
        db
          .selectFrom("stg_campaigns")
          .select("campaign_id as named_id")
          .union(db.selectFrom("stg_touches").select("campaign_id as named_id"))
          .union(db.selectFrom("int_campaign_touch").select("campaign_id as named_id"))
      )
      .with("delivered", (db) =>
        db
          .selectFrom("stg_touches")
          .groupBy("campaign_id")
          .select(["campaign_id as delivered_id", s.countRows().as("touches")])
      )
      .with("met", (db) =>
        db
          .selectFrom("int_campaign_touch")
          .groupBy("campaign_id")
          .select(({ref}) => {
            const those = (flag: s.Value<boolean>) => s.count(s.onlyWhen(flag, ref("touch_id")));
            return [
              "campaign_id as met_id",
              s.countRows().as("known_touches"),
              those(s.compare(ref("origin"), "=", s.text("audience"))).as("sent_here"),
              s.min(ref("audience")).$castTo<string | null>().as("audience"),
              s
                .max(s.onlyWhen(s.compare(ref("control_share"), ">", s.num(0)), ref("control_share")))
                .$castTo<number | null>()
                .as("control_share"),
              those(ref("is_ahead")).as("ahead_touches"),
              those(s.both(ref("is_early"), s.not(ref("is_ahead")))).as("early_touches"),
              those(s.both(ref("is_before_campaign"), s.not(ref("is_ahead")))).as("before_touches")
            ];
          })
      )
      .with("joined", (db) =>
        db
          .selectFrom("int_campaign_member")
          .groupBy("campaign_id")
          .select(({ref}) => {
            const who = (flag: s.Value<boolean>) => s.count(s.onlyWhen(flag, ref("customer_id")));
            const isArm = (arm: "treated" | "control" | "both") => s.compare(ref("arm"), "=", s.text(arm));
            return [
              "campaign_id as joined_id",
              s.min(ref("sent_on")).$castTo<Date | null>().as("first_on"),
              s.max(ref("window_ends_on")).$castTo<Date | null>().as("window_ends_on"),
              s.countRows().as("customers"),
              who(isArm("treated")).as("treated"),
              who(isArm("control")).as("control"),
              who(isArm("both")).as("both_arms"),
              who(s.isNull(ref("sent_on"))).as("undated"),
              who(s.both(isArm("control"), ref("is_reached"))).as("reached_control"),
              who(ref("has_versions")).as("several_versions"),
              who(ref("is_overlapping")).as("overlapping")
            ];
          })
      )
      .selectFrom("named")
      .leftJoin("stg_campaigns", "campaign_id", "named_id")
      .leftJoin("delivered", "delivered_id", "named_id")
      .leftJoin("met", "met_id", "named_id")
      .leftJoin("joined", "joined_id", "named_id")
      .select(({ref}) => {
        const zero = (x: s.Value<number | null>) => s.coalesce(x, s.num(0));
        const touches = s.add(zero(ref("touches")), zero(ref("sent_here")));
        return [
          ref("named_id").as("campaign_id"),
          s.coalesce(ref("campaign_name"), ref("named_id")).as("campaign"),
          s.isKnown(ref("campaign_id")).as("is_listed"),
          "audience",
          "control_share",
          "campaign_channel",
          "objective",
          "subject",
          s.firstOf(ref("started_on"), ref("first_on")).as("started_on"),
          "window_ends_on",
          "cost",
          "recipients",
          touches.as("touches"),
          s.subtract(zero(ref("known_touches")), zero(ref("ahead_touches"))).as("member_touches"),
          zero(ref("ahead_touches")).as("ahead_touches"),
          s.subtract(touches, zero(ref("known_touches"))).as("unknown_touches"),
          zero(ref("early_touches")).as("early_touches"),
          zero(ref("before_touches")).as("before_touches"),
          zero(ref("customers")).as("customers"),
          zero(ref("treated")).as("treated"),
          zero(ref("control")).as("control"),
          zero(ref("both_arms")).as("both_arms"),
          zero(ref("undated")).as("undated"),
          zero(ref("reached_control")).as("reached_control"),
          zero(ref("several_versions")).as("several_versions"),
          zero(ref("overlapping")).as("overlapping")
        ];
      })
});
