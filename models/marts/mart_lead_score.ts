import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intLead} from "../intermediate/int_lead.ts";
import {intLeadFeatures} from "../intermediate/int_lead_features.ts";
import {intLeadScore} from "../intermediate/int_lead_score.ts";
import {written} from "../intermediate/leadWords.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {stgLeads} from "../staging/stg_leads.ts";
import {martLeadCalibration} from "./mart_lead_calibration.ts";
import {martLeadGroup} from "./mart_lead_group.ts";
import {martLeadSummary} from "./mart_lead_summary.ts";
import {riskTenth} from "./riskTenth.ts";

/** What a lead's chance is from. */
export const chanceOrigins = ["model", "source", "all", "none"] as const;
/** Leads of a source, older than the horizon, from which its rate says something. */
const LEAST_SOURCE = 10;

/**
 * Open leads by their chance to convert, the likeliest first, one row per open lead.
 *
 * model: the chance to convert within the horizon from now, with the share that converted of tested leads with a chance in the same
 * tenth as its interval, reaching to the chance itself. source: the conversion of its source from arrival on, with its Wilson interval, and all:
 * that of all leads where the source has under 10 older than the horizon; a rate, not a score. none: the lead is older than the
 * horizon or has no time. Those stand last; of equal chances the newer lead first.
 */
export const martLeadScore = model({
  name: "mart_lead_score",
  title: {
    en: "Open leads by their chance to convert, one row per open lead.",
    zh: "跟进中线索按转换概率排列，每条一行。"
  },
  from: [
    intAsOf,
    intLead,
    intLeadFeatures,
    intLeadScore,
    martLeadCalibration,
    martLeadGroup,
    martLeadSummary,
    stgLeads
  ],
  grain: ["lead_id"],
  columns: z.strictObject({
    place: c.count("Place in the list, from 1.", "名次。"),
    lead_id: c.id("The CRM's own key of the lead.", "线索编号。"),
    customer_id: c.id("The customer that it is, as a pseudonym.", "对应客户（假名）。").nullable(),
    owner: c.text("Who follows it up.", "负责人。", "personal").nullable(),
    lead_source: c.text("Where the lead came from.", "线索来源。").nullable(),
    country: c.text("Country as written.", "国家原文。").nullable(),
    created_on: c.day("Business day on which it came in.", "线索创建日期。").nullable(),
    age_days: c.days("Days since then.", "线索已有天数。").nullable(),
    chance_from: c.oneOf(chanceOrigins, "What the chance is from.", "概率依据。"),
    chance_share: c.share("Chance to convert.", "转换概率。").nullable(),
    chance_low: c.share("Lower end of its interval.", "区间下限。").nullable(),
    chance_high: c.share("Upper end of its interval.", "区间上限。").nullable(),
    reasons: c
      .text("JSON: theme and log odds; null without a model.", "JSON：主题与对数几率；未用模型为空。")
      .nullable(),
    base_rate: c.share("Conversion of all earlier leads.", "历史总体转换率。").nullable(),
    source_rate: c.share("Conversion of earlier leads of the source.", "同来源历史转换率。").nullable(),
    activities: c.count("Activities done so far.", "已完成跟进次数。").nullable(),
    activities_7d: c.count("Of them in the last 7 days.", "近 7 天跟进次数。").nullable(),
    last_activity_days: c.days("Days since the last.", "距最近跟进天数。").nullable(),
    first_activity_days: c.days("Days from arrival to the first.", "首次跟进用时（天）。").nullable(),
    touches: c.count("Messages of campaigns so far.", "营销触达次数。").nullable(),
    answers: c.count("Opened or clicked so far.", "打开或点击次数。").nullable(),
    visits_30d: c.count("Events on the website in the last 30 days.", "近 30 天网站行为数。").nullable(),
    orders: c.count("Orders so far with the same address.", "同邮箱的历史订单数。").nullable(),
    earlier_leads: c.count("Earlier leads with the same address.", "同邮箱的更早线索数。").nullable(),
    owner_load: c
      .count("Leads that its owner got in the 30 days before it.", "负责人此前 30 天收到的线索数。")
      .nullable(),
    industry: c.text("The company's industry.", "所属行业。").nullable(),
    company_size: c.text("Its size.", "公司规模档。").nullable(),
    job_level: c.text("decider, manager or other.", "职级。").nullable(),
    campaign: c.text("The campaign that it came from.", "来源活动。").nullable(),
    product_interest: c.text("What the lead asked for.", "意向产品。").nullable(),
    rating: c.text("The rating that the CRM shows.", "线索评级。").nullable(),
    team: c.text("The owner's team.", "负责人所属团队。").nullable(),
    region: c.text("State or province.", "省或州。").nullable(),
    has_email: c.flag("An e-mail address is given.", "是否留有邮箱。"),
    is_free_mail: c.flag("Of a house where anybody gets one.", "是否为免费邮箱。"),
    has_phone: c.flag("A telephone number is given.", "是否留有电话。"),
    has_company: c.flag("A company is given.", "是否留有公司。"),
    has_name: c.flag("A name is given.", "是否留有姓名。"),
    created_hour: c.integer("Local hour at which it came in.", "创建时刻（当地小时）。").nullable(),
    created_weekday: c.integer("Day of the week, 1 is Monday.", "创建星期，1 为周一。").nullable()
  }),
  query: (db) =>
    db
      .with("chances", (db) =>
        db
          .selectFrom("int_lead as lead")
          .innerJoin("stg_leads", "stg_leads.lead_id", "lead.lead_id")
          .crossJoin("int_as_of")
          .crossJoin("mart_lead_summary as summary")
          .leftJoin("int_lead_features as now", (on) =>
            on.onRef("now.lead_id", "=", "lead.lead_id").on("now.moment", "=", "now")
          )
          .leftJoin("int_lead_score as score", "score.lead_id", "lead.lead_id")
          .leftJoin("mart_lead_group as own", (on) =>
            on
              .on("own.dimension", "=", "lead_source")
              .onRef("own.value", "=", "lead.lead_source")
              .on("own.closed_leads", ">=", LEAST_SOURCE)
          )
          .where("lead.state", "=", "open")
          .selectAll("now")
          .select(({ref}) => {
            const uses = (use: string) => s.compare(ref("summary.uses"), "=", s.text(use));
            const isLogistic = s.compare(ref("summary.method"), "=", s.text("logistic"));
            const foretold = s.when(isLogistic, ref("logistic_chance"), ref("trees_chance"));
            const isSeen = s.isKnown(ref("now.lead_id"));
            const isModel = s.both(isSeen, uses("model"), s.isKnown(foretold));
            const isRated = s.both(isSeen, s.not(uses("nothing")));
            const bySource = s.both(isRated, s.isKnown(ref("own.conversion_share")));
            const from = (model: s.Value<number | null>, own: s.Value<number | null>, all: s.Value<number | null>) =>
              s.when(isModel, model, s.when(bySource, own, s.onlyWhen(isRated, all)));
            return [
              ref("lead.lead_id").as("open_lead"),
              ref("lead.customer_id").as("customer_id"),
              written(ref("stg_leads.owner")).as("owner"),
              ref("lead.lead_source").as("source"),
              ref("lead.country").as("country"),
              ref("lead.created_at").as("created_at"),
              ref("lead.created_on").as("created_on"),
              s.ratio(s.secondsBetween(ref("lead.created_at"), ref("as_of_at")), s.num(86_400)).as("open_days"),
              s
                .when(
                  isModel,
                  s.text("model"),
                  s.when(bySource, s.text("source"), s.when(isRated, s.text("all"), s.text("none")))
                )
                .as("chance_from"),
              from(foretold, ref("own.conversion_share"), ref("summary.conversion_share")).as("chance"),
              from(s.nothing("double precision"), ref("own.conversion_low"), ref("summary.conversion_low")).as(
                "rate_low"
              ),
              from(s.nothing("double precision"), ref("own.conversion_high"), ref("summary.conversion_high")).as(
                "rate_high"
              ),
              s.onlyWhen(isModel, s.when(isLogistic, ref("logistic_reasons"), ref("trees_reasons"))).as("reasons"),
              s.onlyWhen(isModel, ref("summary.method")).as("method"),
              "lead.industry",
              "lead.company_size",
              "lead.job_level",
              "lead.campaign",
              "lead.product_interest",
              "lead.rating",
              "lead.team",
              "lead.region",
              ref("lead.has_email").as("gave_email"),
              ref("lead.is_free_mail").as("gave_free_mail"),
              ref("lead.has_phone").as("gave_phone"),
              ref("lead.has_company").as("gave_company"),
              ref("lead.has_name").as("gave_name"),
              ref("lead.created_hour").as("came_hour"),
              ref("lead.created_weekday").as("came_weekday")
            ];
          })
      )
      .selectFrom("chances")
      .leftJoin("mart_lead_calibration as seen", (on) =>
        on
          .onRef("seen.method", "=", "chances.method")
          .on(({ref}) => s.compare(ref("chance_tenth"), "=", riskTenth(ref("chance"))))
      )
      .select(({ref}) => {
        const chance = ref("chance");
        const [low, high] = [
          s.firstOf(ref("rate_low"), ref("observed_low"), chance),
          s.firstOf(ref("rate_high"), ref("observed_high"), chance)
        ];
        const place = s.ordered(s.rowNumber(), {
          orderBy: [
            s.descending(s.coalesce(chance, s.toDouble(s.num(-1)))),
            s.descending(s.coalesce(ref("created_at"), s.timestamp("1900-01-01 00:00:00"))),
            ref("open_lead")
          ]
        });
        return [
          place.as("place"),
          ref("open_lead").as("lead_id"),
          "customer_id",
          "owner",
          ref("source").as("lead_source"),
          "country",
          "created_on",
          ref("open_days").as("age_days"),
          "chance_from",
          ref("chance").as("chance_share"),
          s.onlyWhen(s.isKnown(chance), s.least(low, chance)).as("chance_low"),
          s.onlyWhen(s.isKnown(chance), s.greatest(high, chance)).as("chance_high"),
          "reasons",
          "base_rate",
          "source_rate",
          "activities",
          "activities_7d",
          "last_activity_days",
          "first_activity_days",
          "touches",
          "answers",
          "visits_30d",
          "orders",
          "earlier_leads",
          "owner_load",
          "industry",
          "company_size",
          "job_level",
          "campaign",
          "product_interest",
          "rating",
          "team",
          "region",
          ref("gave_email").as("has_email"),
          ref("gave_free_mail").as("is_free_mail"),
          ref("gave_phone").as("has_phone"),
          ref("gave_company").as("has_company"),
          ref("gave_name").as("has_name"),
          ref("came_hour").as("created_hour"),
          ref("came_weekday").as("created_weekday")
        ];
      })
});
