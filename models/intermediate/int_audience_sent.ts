import {z} from "zod";
import {purposes} from "../../ingest/audienceConfig.ts";
import {ledgerAudienceMembers} from "../../ingest/ledgerRelations.ts";
import * as c from "../../warehouse/columns.ts";
import {arms} from "../audience/arms.ts";
import {model} from "../model.ts";
import {intIdentityChange} from "./int_identity_change.ts";
import {intIdentityMember} from "./int_identity_member.ts";

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** How often a merge is followed at most; more would be a circle. */
const hops = 20;

/**
 * To whom audiences were sent and who was held back, one row per sending and customer as known today.
 *
 * A customer who has been merged since is the one that they became; of two in one sending who became one, whoever was sent counts. Sendings
 * stand on the real clock, and so may lie after as_of.
 */
export const intAudienceSent = model({
  name: "int_audience_sent",
  title: {
    en: "To whom audiences were sent and who was held back, one row per sending and customer.",
    zh: "受众发送名单与对照组，每次发送每位客户一行。"
  },
  from: [ledgerAudienceMembers, intIdentityChange, intIdentityMember],
  grain: ["sent_id", "customer_id"],
  columns: z.strictObject({
    sent_id: c.id("Number of the sending.", "发送编号。", "public"),
    campaign_id: c.id("The campaign that it was for, as the tool reports it.", "所属营销活动编号。", "public"),
    audience: c.text("Name of the audience in the configuration.", "配置中的受众名。"),
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    arm: c.oneOf(arms, "Sent, or held back to compare.", "实验组（已发送）或对照组。"),
    control_share: c.share("Share held back by plan.", "计划的对照组比例。"),
    channel: c.oneOf(purposes, "How they were to be reached.", "触达渠道。"),
    sent_at: c.instant("When the file was written.", "文件写出时间。"),
    sent_on: c.day("Business day of it.", "发送日期。")
  }),
  procedure: {
    version: ({zone}) => [1, zone],
    make: ({warehouse, table, settings: {zone}}) =>
      warehouse.run(`create or replace table ${table} as
        with recursive
          merged as (select customer_id, arg_max(into_id, change_id) as into_id from int_identity_change where change = 'merged' group by customer_id),
          followed as (
            select distinct customer_id, customer_id as now_id, 0 as hops from ledger_audience_members
            union all
            select followed.customer_id, into_id, hops + 1 from followed join merged on merged.customer_id = now_id
            where hops < ${hops} and now_id not in (select customer_id from int_identity_member)
          ),
          today as (select customer_id, arg_max(now_id, hops) as now_id from followed group by customer_id)
        select sent_id, campaign_id, audience, now_id as customer_id, max(arm) as arm, control_share, channel, sent_at,
          cast(timezone(${quoted(zone)}, sent_at at time zone 'UTC') as date) as sent_on
        from ledger_audience_members join today using (customer_id)
        group by sent_id, campaign_id, audience, now_id, control_share, channel, sent_at`)
  }
});
