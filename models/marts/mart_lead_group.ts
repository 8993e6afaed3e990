import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intLead, leadGroups, type LeadGroup} from "../intermediate/int_lead.ts";
import {intLeadHorizon} from "../intermediate/int_lead_horizon.ts";
import {written} from "../intermediate/leadWords.ts";
import {wilsonHigh, wilsonLow} from "../intervals.ts";
import {model} from "../model.ts";
import {nth} from "../nth.ts";
import * as s from "../sql.ts";
import {stgLeads} from "../staging/stg_leads.ts";

const groups = Object.keys(leadGroups) as LeadGroup[];
export const leadDimensions: readonly ["all", ...LeadGroup[]] = ["all", ...groups];

/** Groups of a dimension that a page can hold. */
const mostShown = 100;

/**
 * How leads converted by source, campaign, country, company, person, product, rating, team and owner, one row per dimension and value.
 *
 * The share is of the dated leads older than the horizon (int_lead_horizon), each given the same time: those that converted within it,
 * with its Wilson interval. The values of a dimension add up to all; leads of which it is not known are its group unknown. Owners are
 * pseudonyms, and named where that may be published.
 */
export const martLeadGroup = model({
  name: "mart_lead_group",
  title: {
    en: "How leads converted by group, one row per dimension and value.",
    zh: "分组线索转换，每个维度的每个取值一行。"
  },
  from: [intAsOf, intLead, intLeadHorizon, stgLeads],
  grain: ["dimension", "value"],
  columns: z.strictObject({
    dimension: c.oneOf(leadDimensions, "What is told apart.", "维度。"),
    value: c.text("The group; owners as pseudonyms.", "组别；负责人为假名。", "pseudonymous"),
    owner: c.text("The owner's name; of other dimensions none.", "负责人姓名；其他维度为空。", "personal").nullable(),
    leads: c.count("Leads.", "线索数。"),
    open_leads: c.count("Neither converted nor lost.", "跟进中线索数。"),
    lost_leads: c.count("Lost.", "已丢失线索数。"),
    converted_leads: c.count("Converted so far.", "累计转换数。"),
    closed_leads: c.count("Dated leads older than the horizon.", "超过观察期的线索数。"),
    converted_in_time: c.count("Of them converted within it.", "其中观察期内转换数。"),
    conversion_share: c.share("Their share.", "转换率。").nullable(),
    conversion_low: c.share("Lower end of its 95 % interval.", "区间下限。").nullable(),
    conversion_high: c.share("Upper end of its interval.", "区间上限。").nullable(),
    median_days: c.days("Median days to conversion of the converted ones.", "转换用时中位数。").nullable(),
    p90_days: c.days("90th percentile of them.", "转换用时 90 分位数。").nullable(),
    is_common: c.flag(
      `One of the ${mostShown} groups of the dimension with most leads.`,
      `是否为线索最多的 ${mostShown} 组之一。`
    )
  }),
  query: (db) =>
    db
      .with("told", (db) =>
        db
          .selectFrom("int_lead")
          .innerJoin("stg_leads", "stg_leads.lead_id", "int_lead.lead_id")
          .crossJoin("int_lead_horizon")
          .crossJoin("int_as_of")
          .crossJoin(s.series(1, leadDimensions.length, "place"))
          .select(({ref}) => {
            const is = (name: string) => s.compare(ref("n"), "=", s.num(leadDimensions.indexOf(name as LeadGroup) + 1));
            const value = groups.reduce<s.Value<string | null>>(
              (other, name) => s.when(is(name), ref(`int_lead.${name}` as "int_lead.country"), other),
              s.text("")
            );
            const end = s.addSeconds(
              ref("int_lead.created_at"),
              s.multiply(ref("int_lead_horizon.horizon_days"), s.num(86_400))
            );
            const isClosed = s.both(ref("is_dated"), s.coalesce(s.compare(end, "<=", ref("as_of_at")), s.no));
            const isInTime = s.compare(ref("converted_days"), "<=", ref("int_lead_horizon.horizon_days"));
            return [
              "n",
              s.coalesce(value, s.text<string>("unknown")).as("value"),
              s.onlyWhen(is("owner_key"), written(ref("owner"))).as("owner"),
              "state",
              "converted_days",
              isClosed.as("is_closed"),
              s.both(isClosed, s.coalesce(isInTime, s.no)).as("is_in_time")
            ];
          })
      )
      .with("counted", (db) =>
        db
          .selectFrom("told")
          .groupBy(["n", "value"])
          .select(({ref}) => [
            "n",
            "value",
            s.max(ref("owner")).$castTo<string | null>().as("owner"),
            s.countRows().as("leads"),
            s.countRows().filterWhere("state", "=", "open").as("open_leads"),
            s.countRows().filterWhere("state", "=", "lost").as("lost_leads"),
            s.countRows().filterWhere("state", "=", "converted").as("converted_leads"),
            s.countRows().filterWhere("is_closed", "=", true).as("closed_leads"),
            s.countRows().filterWhere("is_in_time", "=", true).as("converted_in_time"),
            s.median(ref("converted_days")).as("median_days"),
            s.p90(ref("converted_days")).as("p90_days")
          ])
      )
      .selectFrom("counted")
      .select(({ref}) => {
        const [x, n] = [ref("converted_in_time"), ref("closed_leads")];
        const isKnown = s.compare(n, ">", s.num(0));
        const place = s.ordered(s.rowNumber(), {
          partitionBy: [ref("n")],
          orderBy: [s.descending(ref("leads")), ref("value")]
        });
        return [
          nth(leadDimensions, ref("n")).$castTo<"all" | LeadGroup>().as("dimension"),
          "value",
          "owner",
          "leads",
          "open_leads",
          "lost_leads",
          "converted_leads",
          "closed_leads",
          "converted_in_time",
          s.ratio(x, n).as("conversion_share"),
          s.onlyWhen(isKnown, wilsonLow(x, n)).as("conversion_low"),
          s.onlyWhen(isKnown, wilsonHigh(x, n)).as("conversion_high"),
          "median_days",
          "p90_days",
          s.compare(place, "<=", s.num(mostShown)).as("is_common")
        ];
      })
});
