import {z} from "zod";
import {purposes} from "../../ingest/audienceConfig.ts";
import * as c from "../../warehouse/columns.ts";
import {pastOf, pasts, withoutPast} from "../audience/pastColumns.ts";
import type {Reach} from "../audience/reach.ts";
import {ruleText} from "../audience/ruleText.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intAudienceSent} from "../intermediate/int_audience_sent.ts";
import {model} from "../model.ts";
import {nth, nthNumber} from "../nth.ts";
import * as s from "../sql.ts";
import {martAudienceMember} from "./mart_audience_member.ts";
import {martCustomer360} from "./mart_customer_360.ts";

/**
 * Every audience of the configuration: its rule, how large it is, how many may be reached and what they bring, one row per audience, also
 * empty ones.
 *
 * customers = reachable + refused + no_address + no_answer + pressed; reachable = treated + control. Sendings are those that the ledger
 * remembers, whether or not as_of has reached them.
 */
export const martAudience = model({
  name: "mart_audience",
  title: {
    en: "The audiences: rule, size, reach and worth, one row per audience.",
    zh: "受众：规则、规模、可触达与价值，每个受众一行。"
  },
  from: [intAsOf, intAudienceSent, martAudienceMember, martCustomer360],
  grain: ["audience"],
  columns: z.strictObject({
    audience: c.text("Name of the audience in the configuration.", "配置中的受众名。"),
    position: c.count("Place in the configuration, from 1.", "配置中的次序，从 1 开始。"),
    name_en: c.text("Its English name.", "英文名称。"),
    name_zh: c.text("Its Chinese name.", "中文名称。"),
    rule: c.text("The rule as JSON; values of personal columns are masked.", "规则（JSON）；个人信息列的取值已遮盖。"),
    channel: c.oneOf(purposes, "How they are reached.", "触达渠道。"),
    control_share: c.share("Share held back to compare.", "对照组比例。"),
    customers: c.count("Customers whom the rule takes in.", "符合规则的客户数。"),
    customer_share: c.share("Share of all customers.", "占全部客户的比例。").nullable(),
    reachable: c.count("Of them, those who may be reached.", "其中可触达的客户数。"),
    refused: c.count("Refused the channel.", "已拒绝该渠道。"),
    no_address: c.count("Without an address for it.", "缺少该渠道的联系方式。"),
    no_answer: c.count("Never said whether they agree.", "从未表态。"),
    pressed: c.count("Have had as many messages as are allowed.", "消息已达上限。"),
    treated: c.count("To be sent: reachable and not held back.", "将发送：可触达且不在对照组。"),
    control: c.count("Reachable, but held back.", "可触达但保留为对照组。"),
    net_revenue_365d: c.money("Their net revenue of the last 365 days.", "近 365 天净收入合计。"),
    value_at_risk: c.money("Their value at risk.", "风险价值合计。"),
    past: c.oneOf(
      pasts,
      "Whether its size in the past is told (mart_audience_month), or why not: the rule asks for columns without a past, or may take in customers without an order.",
      "历史规模可否得知（见 mart_audience_month）；否则为原因：规则含没有历史的列，或可能包含无订单客户。"
    ),
    without_past: c.text("Columns of the rule whose past is not known, by commas.", "规则中没有历史的列，以逗号分隔。"),
    sendings: c.count("How often it was sent.", "已发送次数。"),
    last_sent_on: c.day("Day of the last sending.", "最近发送日期。").nullable(),
    last_treated: c.count("How many were sent then.", "当次发送人数。").nullable(),
    last_control: c.count("How many were held back then.", "当次对照人数。").nullable()
  }),
  query: (db, {audiences}) => {
    const of = (text: (audience: (typeof audiences)[number]) => string) =>
      audiences.length ? audiences.map(text) : [""];
    return db
      .with("held", (db) =>
        db
          .selectFrom("mart_audience_member")
          .groupBy("audience")
          .select(({ref}) => {
            const those = (reach: Reach, ...more: s.Value<boolean>[]) =>
              s.count(s.onlyWhen(s.both(s.compare(ref("reach"), "=", s.text(reach)), ...more), ref("audience")));
            const isControl = s.compare(ref("arm"), "=", s.text("control"));
            return [
              ref("audience").as("held_audience"),
              s.countRows().as("held"),
              those("allowed").as("reachable"),
              those("refused").as("refused"),
              those("no_address").as("no_address"),
              those("no_answer").as("no_answer"),
              those("pressed").as("pressed"),
              those("allowed", isControl).as("control"),
              s.sum(ref("net_revenue_365d")).as("held_revenue"),
              s.sum(ref("value_at_risk")).as("held_risk")
            ];
          })
      )
      .with("sent", (db) =>
        db
          .selectFrom("int_audience_sent")
          .groupBy(["audience", "sent_id"])
          .select(({ref}) => {
            const those = (arm: "treated" | "control") =>
              s.count(s.onlyWhen(s.compare(ref("arm"), "=", s.text(arm)), ref("sent_id")));
            return [
              ref("audience").as("sent_audience"),
              "sent_id",
              s.max(ref("sent_on")).as("sent_on"),
              those("treated").as("sent_treated"),
              those("control").as("sent_control")
            ];
          })
      )
      .with("last_sent", (db) =>
        db
          .selectFrom("sent")
          .groupBy("sent_audience")
          .select(({ref}) => [
            "sent_audience",
            s.countRows().as("sendings"),
            s.latest(ref("sent_on"), ref("sent_id")).as("last_sent_on"),
            s.latest(ref("sent_treated"), ref("sent_id")).as("last_treated"),
            s.latest(ref("sent_control"), ref("sent_id")).as("last_control")
          ])
      )
      .with("everybody", (db) => db.selectFrom("mart_customer_360").select(s.countRows().as("all_customers")))
      .with("named", (db) =>
        db
          .selectFrom("int_as_of")
          .crossJoin("everybody")
          .crossJoin(s.series(1, Math.max(1, audiences.length)))
          .where(audiences.length ? s.yes : s.no)
          .select(({ref}) => [
            nth(
              of(({name}) => name),
              ref("n")
            ).as("audience"),
            ref("n").as("position"),
            nth(
              of(({en}) => en),
              ref("n")
            ).as("name_en"),
            nth(
              of(({zh}) => zh),
              ref("n")
            ).as("name_zh"),
            nth(
              of(({where}) => ruleText(where)),
              ref("n")
            ).as("rule"),
            nth(
              of(({channel}) => channel),
              ref("n")
            )
              .$castTo<(typeof purposes)[number]>()
              .as("channel"),
            nthNumber(audiences.length ? audiences.map(({controlShare}) => controlShare) : [0], ref("n")).as(
              "control_share"
            ),
            nth(
              of(({where}) => pastOf(where)),
              ref("n")
            )
              .$castTo<(typeof pasts)[number]>()
              .as("past"),
            nth(
              of(({where}) => withoutPast(where)),
              ref("n")
            ).as("without_past"),
            "all_customers"
          ])
      )
      .selectFrom("named")
      .leftJoin("held", "held_audience", "audience")
      .leftJoin("last_sent", "sent_audience", "audience")
      .select(({ref}) => {
        const or0 = (x: s.Value<number | null>) => s.coalesce(x, s.num(0));
        const customers = or0(ref("held"));
        return [
          "audience",
          "position",
          "name_en",
          "name_zh",
          "rule",
          "channel",
          "control_share",
          customers.as("customers"),
          s.ratio(customers, ref("all_customers")).as("customer_share"),
          or0(ref("reachable")).as("reachable"),
          or0(ref("refused")).as("refused"),
          or0(ref("no_address")).as("no_address"),
          or0(ref("no_answer")).as("no_answer"),
          or0(ref("pressed")).as("pressed"),
          s.subtract(or0(ref("reachable")), or0(ref("control"))).as("treated"),
          or0(ref("control")).as("control"),
          s.coalesce(ref("held_revenue"), s.amount("0")).as("net_revenue_365d"),
          s.coalesce(ref("held_risk"), s.amount("0")).as("value_at_risk"),
          "past",
          "without_past",
          or0(ref("sendings")).as("sendings"),
          "last_sent_on",
          "last_treated",
          "last_control"
        ];
      });
  }
});
