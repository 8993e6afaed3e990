import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {armOf, arms, controlLimit} from "../audience/arms.ts";
import {conditionOf} from "../audience/condition.ts";
import {reachOf, reaches} from "../audience/reach.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intActionPressure} from "../intermediate/int_action_pressure.ts";
import {model} from "../model.ts";
import {nth} from "../nth.ts";
import * as s from "../sql.ts";
import {martCustomer360} from "./mart_customer_360.ts";

/**
 * Who is in each audience of the configuration, one row per audience and customer.
 *
 * The rule of an audience asks for columns of mart_customer_360 as of the build; what is not known of a customer meets no condition but
 * null and not. The arm is drawn from a hash of the audience's name and the pseudonym, so that it stays from build to build. Whoever
 * refused the audience's channel, has no address for it, never answered about it or has had as many messages as are allowed is in, but may
 * not be reached.
 */
export const martAudienceMember = model({
  name: "mart_audience_member",
  title: {
    en: "Who is in each audience, one row per audience and customer.",
    zh: "各受众的成员，每个受众每位客户一行。"
  },
  from: [intAsOf, intActionPressure, martCustomer360],
  grain: ["audience", "customer_id"],
  columns: z.strictObject({
    audience: c.text("Name of the audience in the configuration.", "配置中的受众名。"),
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    arm: c.oneOf(arms, "Held back to compare, or not.", "对照组（保留不发）或实验组。"),
    reach: c.oneOf(
      reaches,
      "Whether the channel may be used: allowed, or the first reason against it.",
      "可否触达：允许，或首个不可触达的原因。"
    ),
    is_reachable: c.flag("May be reached.", "可触达。"),
    messages: c.count("Messages within the days of the limit.", "限制期内收到的消息数。"),
    net_revenue_365d: c.money("Net revenue of the last 365 days.", "近 365 天净收入。"),
    value_at_risk: c.money("Risk × expected revenue.", "风险价值。").nullable()
  }),
  query: (db, {audiences}) => {
    const names = audiences.map(({name}) => name);
    const limits = audiences.map(({controlShare}) => controlLimit(controlShare));
    return db
      .with("found", (db) =>
        db
          .selectFrom("mart_customer_360 as known")
          .crossJoin("int_as_of")
          .crossJoin(s.series(1, Math.max(1, audiences.length)))
          .leftJoin("int_action_pressure as pressure", "pressure.customer_id", "known.customer_id")
          .where(({ref}) => {
            const subject = {
              column: (name: string) => ref(`known.${name}` as "known.customer_id"),
              asOf: ref("as_of_on")
            };
            const isIn = audiences.map(({where}, i) =>
              s.both(s.compare(ref("n"), "=", s.num(i + 1)), conditionOf(where, subject))
            );
            return isIn.length ? s.either(...isIn) : s.no;
          })
          .select(({ref}) => {
            const reach = audiences.reduceRight<s.Value<(typeof reaches)[number]>>(
              (otherwise, {channel}, i) =>
                s.when(
                  s.compare(ref("n"), "=", s.num(i + 1)),
                  reachOf(channel, (name) => ref(`known.${name}`), ref("is_pressed")),
                  otherwise
                ),
              s.text("no_answer").$castTo<(typeof reaches)[number]>()
            );
            return [
              (names.length ? nth(names, ref("n")) : s.text("")).as("audience"),
              (limits.length ? nth(limits, ref("n")) : s.text("")).as("control_limit"),
              "known.customer_id",
              reach.as("reach"),
              s.coalesce(ref("messages"), s.num(0)).as("messages"),
              "known.net_revenue_365d",
              "known.value_at_risk"
            ];
          })
      )
      .selectFrom("found")
      .select(({ref}) => [
        "audience",
        "customer_id",
        armOf(ref("audience"), ref("customer_id"), ref("control_limit")).as("arm"),
        "reach",
        s.compare(ref("reach"), "=", s.text("allowed")).as("is_reachable"),
        "messages",
        "net_revenue_365d",
        "value_at_risk"
      ]);
  }
});
