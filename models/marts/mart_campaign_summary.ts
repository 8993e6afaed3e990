import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intCampaign} from "../intermediate/int_campaign.ts";
import {intCampaignMember} from "../intermediate/int_campaign_member.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {martCampaign} from "./mart_campaign.ts";

/** All campaigns together, one row; none where there is no campaign. */
export const martCampaignSummary = model({
  name: "mart_campaign_summary",
  title: {en: "All campaigns together, one row.", zh: "全部活动汇总，共一行。"},
  from: [intAsOf, intCampaign, intCampaignMember, martCampaign],
  grain: [],
  columns: z.strictObject({
    campaigns: c.count("Campaigns.", "活动数。"),
    campaigns_365d: c.count("Of them begun in the last 365 days.", "近 365 天开始的活动数。"),
    measured: c.count("With a measured effect.", "已测出效果的活动数。"),
    clear: c.count("Of those, with a clear effect on who orders or on revenue.", "其中效果明确者。"),
    responses: c.count("Without a control group: responses alone.", "无对照组、仅有响应的活动数。"),
    mismatched: c.count("With arms that are not of the planned sizes.", "分组比例异常的活动数。"),
    too_few: c.count("With under 30 customers in an arm.", "某组不足 30 人的活动数。"),
    unlisted: c.count(
      "Of which nobody knows whom they reached, or when, or that lie after as_of.",
      "触达名单或日期未知、或晚于截止时刻的活动数。"
    ),
    without_cost: c.count("Of which nobody says what they cost.", "成本未知的活动数。"),
    cost: c.money("What those with a known cost cost; null: none is known.", "已知成本合计；均未知为空。").nullable(),
    touches: c.count("Delivered rows of people reached or held back.", "触达与对照记录行数。"),
    reached_customers_365d: c.count("Customers reached in the last 365 days.", "近 365 天触达的客户数。"),
    held_back_customers_365d: c.count("Customers held back in the last 365 days.", "近 365 天留作对照的客户数。"),
    unsubscribed_365d: c.count("Of the reached, customers who left the list.", "其中退订的客户数。")
  }),
  query: (db) =>
    db
      .with("told", (db) =>
        db
          .selectFrom("mart_campaign")
          .crossJoin("int_as_of")
          .select(({ref}) => {
            const those = (...conditions: s.Value<boolean>[]) =>
              s.count(s.onlyWhen(s.both(...conditions), ref("campaign_id")));
            const is = (state: string) => s.compare(ref("state"), "=", s.text(state));
            return [
              s.countRows().as("campaigns"),
              those(s.compare(s.daysBetween(ref("started_on"), ref("as_of_on")), "<", s.num(365))).as("campaigns_365d"),
              those(is("effect")).as("measured"),
              those(is("effect"), s.either(ref("is_share_clear"), ref("is_revenue_clear"))).as("clear"),
              those(is("response")).as("responses"),
              those(is("mismatch")).as("mismatched"),
              those(is("too_few")).as("too_few"),
              those(s.either(is("undated"), is("ahead"), is("no_list"))).as("unlisted"),
              those(s.isNull(ref("cost"))).as("without_cost"),
              s.sum(ref("cost")).$castTo<number | null>().as("cost")
            ];
          })
      )
      .with("met", (db) =>
        db
          .selectFrom("int_campaign_member")
          .crossJoin("int_as_of")
          .where(({ref}) => s.compare(s.daysBetween(ref("sent_on"), ref("as_of_on")), "<", s.num(365)))
          .select(({ref}) => {
            const isReached = s.compare(ref("arm"), "<>", s.text("control"));
            const who = (...conditions: s.Value<boolean>[]) =>
              s.countDistinct(s.onlyWhen(s.both(...conditions), ref("customer_id")));
            return [
              who(isReached).as("reached_customers_365d"),
              who(s.compare(ref("arm"), "<>", s.text("treated"))).as("held_back_customers_365d"),
              who(isReached, ref("is_unsubscribed")).as("unsubscribed_365d")
            ];
          })
      )
      .with("delivered", (db) => db.selectFrom("int_campaign").select(({ref}) => s.sum(ref("touches")).as("touches")))
      .selectFrom("told")
      .crossJoin("met")
      .crossJoin("delivered")
      .select(({ref}) => [
        "campaigns",
        "campaigns_365d",
        "measured",
        "clear",
        "responses",
        "mismatched",
        "too_few",
        "unlisted",
        "without_cost",
        "cost",
        s.toBigint(s.coalesce(ref("touches"), s.num(0))).as("touches"),
        "reached_customers_365d",
        "held_back_customers_365d",
        "unsubscribed_365d"
      ])
});
