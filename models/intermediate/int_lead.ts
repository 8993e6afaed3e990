import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {pseudonym} from "../pseudonym.ts";
import * as s from "../sql.ts";
import {stgLeads} from "../staging/stg_leads.ts";
import {address} from "./address.ts";
import {mayHaveHappenedBy, soFarOf} from "./happenedBy.ts";
import {intAsOf} from "./int_as_of.ts";
import {intCustomerLeads} from "./int_customer_leads.ts";
import {isFreeMail, isGiven, isLostState, jobLevel, sizeClass, written} from "./leadWords.ts";

export const leadStates = ["converted", "lost", "open"] as const;

/** What a lead is told apart by, each a column that holds no person's data. */
export const leadGroups = {
  lead_source: c.text("Where the lead came from.", "线索来源。").nullable(),
  campaign: c.text("The campaign that it came from.", "来源活动。").nullable(),
  country: c.text("Country as written.", "国家原文。").nullable(),
  region: c.text("State or province as written.", "省或州原文。").nullable(),
  industry: c.text("The company's industry.", "所属行业。").nullable(),
  company_size: c.text("Its size, by the first number written.", "公司规模档。").nullable(),
  job_level: c.text("decider, manager or other, by the job title.", "职级：决策者、经理或其他。").nullable(),
  product_interest: c.text("What the lead asked for.", "意向产品。").nullable(),
  rating: c.text("The rating that the CRM shows.", "线索评级。").nullable(),
  team: c.text("The owner's team.", "负责人所属团队。").nullable(),
  owner_key: c.id("Who follows it up, as a pseudonym.", "负责人（假名）。").nullable()
};
export type LeadGroup = keyof typeof leadGroups;

/**
 * Leads as they stood at as_of, one row per lead that had come in by then or does not say when it did.
 *
 * A lead converted where the CRM says so; it is lost where its state says that nobody follows it up any more, else open. Of a lead only
 * the latest delivery is known, so its attributes are those of today: mart_lead_leak says which of them its outcome decided. It is
 * dated where it has a day of creation and, converted, one of conversion that is not before it.
 */
export const intLead = model({
  name: "int_lead",
  title: {en: "Leads as they stood at as_of, one row per lead.", zh: "截止时的销售线索，每条一行。"},
  from: [intAsOf, intCustomerLeads, stgLeads],
  grain: ["lead_id"],
  columns: z.strictObject({
    lead_id: c.id("The CRM's own key of the lead.", "线索编号。"),
    customer_id: c.id("The customer that it is, as a pseudonym.", "对应客户（假名）。").nullable(),
    state: c.oneOf(leadStates, "What became of it.", "状态：已转换、已丢失、跟进中。"),
    is_dated: c.flag("Its times are known, as far as it has any.", "时间是否齐全。"),
    created_at: c.instant("When it came in.", "线索创建时间。").nullable(),
    created_on: c.day("Business day of it.", "线索创建日期。").nullable(),
    converted_at: c.instant("When it became a customer.", "转换时间。").nullable(),
    converted_days: c.days("Days from one to the other.", "转换用时（天）。").nullable(),
    created_hour: c.integer("Hour of the day at which it came in, local.", "创建时刻（当地小时）。").nullable(),
    created_weekday: c.integer("Day of the week, 1 is Monday.", "创建星期，1 为周一。").nullable(),
    has_email: c.flag("An e-mail address is given.", "是否留有邮箱。"),
    is_free_mail: c.flag("It is of a house where anybody gets one.", "是否为免费邮箱。"),
    has_phone: c.flag("A telephone number is given.", "是否留有电话。"),
    has_name: c.flag("A name is given.", "是否留有姓名。"),
    has_company: c.flag("A company is given.", "是否留有公司。"),
    ...leadGroups
  }),
  query: (db, {zone, pseudonymKey}) =>
    db
      .selectFrom("stg_leads")
      .leftJoin("int_customer_leads", "int_customer_leads.lead_id", "stg_leads.lead_id")
      .crossJoin("int_as_of")
      .where(({ref}) => mayHaveHappenedBy(ref("stg_leads.created_at"), ref))
      .select(({ref}) => {
        const created = ref("stg_leads.created_at");
        const isConverted = s.both(ref("is_converted"), mayHaveHappenedBy(ref("converted_at"), ref));
        const convertedAt = s.onlyWhen(isConverted, soFarOf(ref("converted_at"), ref));
        const seconds = s.secondsBetween(created, convertedAt);
        const isLate = s.coalesce(s.compare(seconds, ">=", s.num(-86_400)), s.no);
        const localTime = s.local(created, zone);
        const owner = written(ref("owner"));
        return [
          "stg_leads.lead_id",
          ref("int_customer_leads.customer_id").as("customer_id"),
          s
            .when(
              isConverted,
              s.text("converted"),
              s.when(isLostState(ref("lead_status")), s.text("lost"), s.text("open"))
            )
            .as("state"),
          s.both(s.isKnown(created), s.either(s.not(isConverted), isLate)).as("is_dated"),
          created.as("created_at"),
          ref("stg_leads.created_on").as("created_on"),
          convertedAt.as("converted_at"),
          s
            .onlyWhen(isLate, s.greatest<number | null>(s.ratio(seconds, s.num(86_400)), s.toDouble(s.num(0))))
            .as("converted_days"),
          s.hourOf(localTime).$castTo<number | null>().as("created_hour"),
          s.weekdayOf(localTime).$castTo<number | null>().as("created_weekday"),
          s.isKnown(address(ref("email"))).as("has_email"),
          isFreeMail(address(ref("email"))).as("is_free_mail"),
          isGiven(ref("phone")).as("has_phone"),
          isGiven(ref("customer_name")).as("has_name"),
          isGiven(ref("company")).as("has_company"),
          written(ref("stg_leads.lead_source")).as("lead_source"),
          written(ref("campaign")).as("campaign"),
          written(ref("country")).as("country"),
          written(ref("region")).as("region"),
          written(ref("industry")).as("industry"),
          sizeClass(ref("employees")).as("company_size"),
          jobLevel(ref("job_title")).as("job_level"),
          written(ref("product_interest")).as("product_interest"),
          written(ref("rating")).as("rating"),
          written(ref("team")).as("team"),
          s.onlyWhen(s.isKnown(owner), pseudonym("O-", pseudonymKey, owner)).as("owner_key")
        ];
      })
});
