import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {nth} from "../nth.ts";
import * as s from "../sql.ts";
import {intAsOf} from "./int_as_of.ts";
import {intLead} from "./int_lead.ts";
import {intLeadHorizon} from "./int_lead_horizon.ts";
import {leadAges, leadMoments, mostLeads, type LeadMoment} from "./leadMoments.ts";

const ages = Object.values(leadAges);

/**
 * When a lead is looked at, one row per dated lead and moment: as it came in, 1, 4, 13, 26 weeks later while it had not converted,
 * and, if open, now; no moment at which it was older than the horizon.
 *
 * has_converted alone looks ahead: whether it converted within the horizon after the moment, null until that is over. A loss has no day
 * in exports, so leads that were lost since are among those of a past moment. Of many leads the past of 50,000 is looked at, drawn by
 * hash.
 */
export const intLeadMoment = model({
  name: "int_lead_moment",
  title: {en: "When a lead is looked at, one row per lead and moment.", zh: "线索观察时点，每条线索每个时点一行。"},
  from: [intAsOf, intLead, intLeadHorizon],
  grain: ["lead_id", "moment"],
  columns: z.strictObject({
    lead_id: c.id("The lead.", "线索编号。"),
    moment: c.oneOf(leadMoments, "At which age, or now.", "观察时点。"),
    seen_at: c.instant("The instant.", "观察时刻。"),
    seen_month: c.month("Its month.", "观察月。"),
    age_days: c.days("Days since it came in.", "线索已有天数。"),
    is_horizon_closed: c.flag("The horizon after it is over.", "观察期是否已结束。"),
    has_converted: c
      .flag("Converted within the horizon; null while it runs.", "观察期内是否转换；未结束为空。")
      .nullable()
  }),
  query: (db, {zone}) =>
    db
      .with("drawn", (db) =>
        db
          .selectFrom("int_lead")
          .where("is_dated", "=", true)
          .select(({ref}) => [
            "lead_id",
            "state",
            ref("created_at").$notNull().as("created_at"),
            "converted_at",
            s.ordered(s.rowNumber(), {orderBy: [s.md5(ref("lead_id")), ref("lead_id")]}).as("place")
          ])
      )
      .with("looked", (db) =>
        db
          .selectFrom("drawn")
          .crossJoin(s.series(1, leadMoments.length, "look"))
          .crossJoin("int_as_of")
          .where(({ref}) => {
            const isNow = s.compare(ref("n"), "=", s.num(leadMoments.length));
            const isOpen = s.compare(ref("state"), "=", s.text("open"));
            return s.when(isNow, isOpen, s.compare(ref("place"), "<=", s.num(mostLeads))) as never;
          })
          .select(({ref}) => {
            const age = ages.reduceRight<s.Value<number>>(
              (other, days, i) => s.when(s.compare(ref("n"), "=", s.num(i + 1)), s.num(days * 86_400), other),
              s.num(0)
            );
            const isNow = s.compare(ref("n"), "=", s.num(leadMoments.length));
            return [
              "lead_id",
              "n",
              "created_at",
              "converted_at",
              "as_of_at",
              s.when(isNow, ref("as_of_at"), s.addSeconds(ref("created_at"), age)).as("seen_at")
            ];
          })
      )
      .selectFrom("looked")
      .crossJoin("int_lead_horizon")
      .where(({ref}) => s.compare(ref("seen_at"), "<=", ref("as_of_at")))
      .where(({ref}) =>
        s.compare(
          s.secondsBetween(ref("created_at"), ref("seen_at")),
          "<",
          s.multiply(ref("int_lead_horizon.horizon_days"), s.num(86_400))
        )
      )
      .where(({ref}) =>
        s.either(
          s.isNull(ref("converted_at")),
          s.compare(ref("n"), "=", s.num(1)),
          s.coalesce(s.compare(ref("converted_at"), ">", ref("seen_at")), s.no)
        )
      )
      .select(({ref}) => {
        const end = s.addSeconds(ref("seen_at"), s.multiply(ref("int_lead_horizon.horizon_days"), s.num(86_400)));
        const isClosed = s.compare(end, "<=", ref("as_of_at"));
        return [
          "lead_id",
          nth(leadMoments, ref("n")).$castTo<LeadMoment>().as("moment"),
          "seen_at",
          s.month(s.day(s.local(ref("seen_at"), zone))).as("seen_month"),
          s
            .ratio(s.secondsBetween(ref("created_at"), ref("seen_at")), s.num(86_400))
            .$notNull()
            .as("age_days"),
          isClosed.as("is_horizon_closed"),
          s.onlyWhen(isClosed, s.coalesce(s.compare(ref("converted_at"), "<=", end), s.no)).as("has_converted")
        ];
      })
});
