import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intLead, type LeadGroup} from "./int_lead.ts";
import {intLeadEvent} from "./int_lead_event.ts";
import {intLeadMoment} from "./int_lead_moment.ts";
import {intLeadRate} from "./int_lead_rate.ts";
import {leadMoments} from "./leadMoments.ts";

/** Groups whose past conversion is a feature, and its name. */
export const rateFeatures = {
  lead_source: "source_rate",
  campaign: "campaign_rate",
  country: "country_rate",
  region: "region_rate",
  industry: "industry_rate",
  company_size: "size_rate",
  job_level: "job_rate",
  product_interest: "product_rate",
  rating: "rating_rate",
  team: "team_rate"
} as const satisfies Partial<Record<LeadGroup, string>>;

const rated = Object.keys(rateFeatures) as (keyof typeof rateFeatures)[];
const rate = (en: string, zh: string) =>
  c
    .share(`Conversion of earlier leads ${en}, as known at the start of the month.`, `${zh}的历史转换率（月初已知）。`)
    .nullable();
const rateColumns = {
  base_rate: rate("of any kind", "全部线索"),
  source_rate: rate("of the same source", "同来源"),
  campaign_rate: rate("of the same campaign", "同活动"),
  country_rate: rate("of the same country", "同国家"),
  region_rate: rate("of the same region", "同地区"),
  industry_rate: rate("of the same industry", "同行业"),
  size_rate: rate("of companies of the same size", "同规模公司"),
  job_rate: rate("of the same job level", "同职级"),
  product_rate: rate("that asked for the same", "同意向产品"),
  rating_rate: rate("of the same rating", "同评级"),
  team_rate: rate("of the same team", "同团队")
};

/**
 * What was known of each lead when it was looked at, one row per lead and moment of int_lead_moment.
 *
 * Every count and every rate reads only what had happened by then. Rates are those of int_lead_rate: null while no lead of the group had
 * outlived its horizon. What the lead says of itself is as in its latest delivery, since exports keep no history: mart_lead_leak tells
 * which of that comes with the outcome and may not be learnt from. owner_load: leads that the same owner got in the 30 days before.
 */
export const intLeadFeatures = model({
  name: "int_lead_features",
  title: {
    en: "What was known of each lead when it was looked at, one row per lead and moment.",
    zh: "观察时点已知的线索特征，每条线索每个时点一行。"
  },
  from: [intLead, intLeadEvent, intLeadMoment, intLeadRate],
  grain: ["lead_id", "moment"],
  columns: z.strictObject({
    lead_id: c.id("The lead.", "线索编号。"),
    moment: c.oneOf(leadMoments, "At which age, or now.", "观察时点。"),
    seen_at: c.instant("The instant.", "观察时刻。"),
    is_horizon_closed: c.flag("The horizon after it is over.", "观察期是否已结束。"),
    has_converted: c
      .flag("Converted within the horizon; null while it runs.", "观察期内是否转换；未结束为空。")
      .nullable(),
    lead_source: c.text("Where the lead came from.", "线索来源。").nullable(),
    age_days: c.days("Days since it came in.", "线索已有天数。"),
    ...rateColumns,
    has_email: c.flag("An e-mail address is given.", "是否留有邮箱。"),
    is_free_mail: c.flag("Of a house where anybody gets one.", "是否为免费邮箱。"),
    has_phone: c.flag("A telephone number is given.", "是否留有电话。"),
    has_name: c.flag("A name is given.", "是否留有姓名。"),
    has_company: c.flag("A company is given.", "是否留有公司。"),
    created_hour: c.integer("Local hour at which it came in.", "创建时刻（当地小时）。").nullable(),
    created_weekday: c.integer("Day of the week, 1 is Monday.", "创建星期，1 为周一。").nullable(),
    activities: c.count("Activities done so far.", "已完成跟进次数。"),
    activities_7d: c.count("Of them in the last 7 days.", "近 7 天跟进次数。"),
    last_activity_days: c.days("Days since the last.", "距最近跟进天数。").nullable(),
    first_activity_days: c.days("Days from its arrival to the first after it.", "首次跟进用时（天）。").nullable(),
    touches: c.count("Messages of campaigns so far.", "营销触达次数。"),
    answers: c.count("Opened or clicked so far.", "打开或点击次数。"),
    visits_30d: c.count("Events on the website in the last 30 days.", "近 30 天网站行为数。"),
    last_visit_days: c.days("Days since the last visit.", "距最近访问天数。").nullable(),
    orders: c.count("Orders so far with the same address.", "同邮箱的历史订单数。"),
    last_order_days: c.days("Days since the last.", "距最近订单天数。").nullable(),
    earlier_leads: c.count("Earlier leads with the same address.", "同邮箱的更早线索数。"),
    owner_load: c.count("Leads that its owner got in the 30 days before it.", "负责人此前 30 天收到的线索数。")
  }),
  query: (db) => {
    const rows = db
      .with("counted", (db) =>
        db
          .selectFrom("int_lead_moment as now")
          .innerJoin("int_lead_event as event", (on) =>
            on.onRef("event.lead_id", "=", "now.lead_id").onRef("event.happened_at", "<=", "now.seen_at")
          )
          .groupBy(["now.lead_id", "now.moment", "now.seen_at", "now.age_days"])
          .select(({ref}) => {
            const is = (...kinds: string[]) =>
              s.either(...kinds.map((kind) => s.compare(ref("event_kind"), "=", s.text(kind))));
            const age = s.secondsBetween(ref("event.happened_at"), ref("now.seen_at"));
            const count = (...kinds: string[]) => s.count(s.onlyWhen(is(...kinds), ref("event_id")));
            const lately = (kind: string, days: number) =>
              s.count(s.onlyWhen(s.both(is(kind), s.compare(age, "<", s.num(days * 86_400))), ref("event_id")));
            const days = (seconds: s.Value<number>) => s.ratio(seconds, s.num(86_400));
            const last = (kind: string) => days(s.min(s.onlyWhen(is(kind), age)) as never);
            const after = s.subtract(s.multiply(ref("now.age_days"), s.num(86_400)), age);
            const isAfter = s.both(is("activity"), s.compare(after, ">=", s.num(0)));
            return [
              ref("now.lead_id").as("counted_lead"),
              ref("now.moment").as("counted_moment"),
              count("activity").as("activities"),
              lately("activity", 7).as("activities_7d"),
              last("activity").as("last_activity_days"),
              days(s.min(s.onlyWhen(isAfter, after)) as never).as("first_activity_days"),
              count("touch").as("touches"),
              count("open", "click").as("answers"),
              lately("visit", 30).as("visits_30d"),
              last("visit").as("last_visit_days"),
              count("order").as("orders"),
              last("order").as("last_order_days"),
              count("lead").as("earlier_leads")
            ];
          })
      )
      .with("owner_days", (db) =>
        db
          .selectFrom("int_lead")
          .where("owner_key", "is not", null)
          .where("created_on", "is not", null)
          .groupBy(["owner_key", "created_on"])
          .select(["owner_key", "created_on", s.countRows().as("leads")])
      )
      .with("loads", (db) =>
        db
          .selectFrom("owner_days as own")
          .innerJoin("owner_days as past", (on) =>
            on
              .onRef("past.owner_key", "=", "own.owner_key")
              .onRef("past.created_on", "<", "own.created_on")
              .on(({ref}) => s.compare(ref("past.created_on"), ">=", s.addDays(ref("own.created_on"), s.num(-30))))
          )
          .groupBy(["own.owner_key", "own.created_on"])
          .select(({ref}) => [
            ref("own.owner_key").as("load_owner"),
            ref("own.created_on").as("load_on"),
            s.toBigint(s.sum(ref("past.leads"))).as("owner_load")
          ])
      )
      .selectFrom("int_lead_moment as now")
      .innerJoin("int_lead as lead", "lead.lead_id", "now.lead_id")
      .leftJoin("counted", (on) =>
        on.onRef("counted_lead", "=", "now.lead_id").onRef("counted_moment", "=", "now.moment")
      )
      .leftJoin("loads", (on) => on.onRef("load_owner", "=", "owner_key").onRef("load_on", "=", "created_on"))
      .leftJoin("int_lead_rate as base", (on) =>
        on.onRef("base.known_month", "=", "now.seen_month").on("base.dimension", "=", "all")
      );
    const joined = rated.reduce(
      (query, name) =>
        (query as any).leftJoin(`int_lead_rate as by_${name}`, (on: any) =>
          on
            .onRef(`by_${name}.known_month`, "=", "now.seen_month")
            .on(`by_${name}.dimension`, "=", s.text(name))
            .onRef(`by_${name}.value`, "=", `lead.${name}`)
        ) as typeof query,
      rows
    );
    return joined.select(({ref}) => {
      const rateOf = (name: LeadGroup) => ref(`by_${name}.rate_share` as "base.rate_share");
      const none = (x: s.Value<number | null>) => s.coalesce(x, s.num(0));
      return [
        "now.lead_id",
        "now.moment",
        "now.seen_at",
        "now.is_horizon_closed",
        "now.has_converted",
        "lead_source",
        "now.age_days",
        ref("base.rate_share").as("base_rate"),
        ...rated.map((name) => rateOf(name).as(rateFeatures[name])),
        "has_email",
        "is_free_mail",
        "has_phone",
        "has_name",
        "has_company",
        "created_hour",
        "created_weekday",
        none(ref("activities")).as("activities"),
        none(ref("activities_7d")).as("activities_7d"),
        "last_activity_days",
        "first_activity_days",
        none(ref("touches")).as("touches"),
        none(ref("answers")).as("answers"),
        none(ref("visits_30d")).as("visits_30d"),
        "last_visit_days",
        none(ref("orders")).as("orders"),
        "last_order_days",
        none(ref("earlier_leads")).as("earlier_leads"),
        none(ref("owner_load")).as("owner_load")
      ];
    });
  }
});
