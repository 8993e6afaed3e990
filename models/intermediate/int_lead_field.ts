import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {intAsOf} from "./int_as_of.ts";
import {intLead} from "./int_lead.ts";
import {intLeadHorizon} from "./int_lead_horizon.ts";
import {written} from "./leadWords.ts";
import {wilsonHigh, wilsonLow} from "../intervals.ts";
import {
  leadFields,
  leakFindings,
  leastDecided,
  mostAuc,
  mostTimes,
  outcomeFields,
  presenceFields,
  type LeadField
} from "../leads/leakRules.ts";
import {model} from "../model.ts";
import {nth} from "../nth.ts";
import * as s from "../sql.ts";
import {stgLeads} from "../staging/stg_leads.ts";
import {rankedWithin} from "../rankedWithin.ts";
import {aucErrorOf, aucOf, rankedOf} from "../rankingMeasures.ts";

const names = Object.keys(leadFields) as [LeadField, ...LeadField[]];
const z95 = 1.959963984540054;
/** Leads at the overall rate that a value's rate starts with. */
const PRIOR = 10;

/**
 * Whether a field of the leads gives their outcome away, one row per field: what the score may not learn from, and why.
 *
 * Looked at are dated leads older than the horizon: those that converted, and the others. outcome: the conversion itself writes the field.
 * filled_after: it is filled over five times as often where a lead converted as elsewhere, and filled_lost the other way round, by the
 * near ends of the 95 % intervals (Wilson). tells_alone: the area under the ROC curve by the field's values alone is over 0.9, by the lower
 * end of its interval (DeLong); a value's rate is that of the other half of the leads, drawn by hash, with ten leads at the overall rate
 * added; of names and addresses it is only asked whether they are given. Each of these is refused. too_few: under 20 leads of either end.
 */
export const intLeadField = model({
  name: "int_lead_field",
  title: {
    en: "Whether a field of the leads gives their outcome away, one row per field.",
    zh: "线索字段是否泄露结果，每个字段一行。"
  },
  from: [intAsOf, intLead, intLeadHorizon, stgLeads],
  grain: ["field"],
  columns: z.strictObject({
    field: c.oneOf(names, "The field.", "字段。"),
    converted: c.count("Leads older than the horizon that converted.", "超过观察期且已转换的线索数。"),
    others: c.count("Those that did not.", "其余线索数。"),
    filled_converted: c.count("Converted ones where it is filled.", "已转换中已填写数。"),
    filled_others: c.count("Others where it is filled.", "其余中已填写数。"),
    converted_share: c.share("Filled ÷ converted ones.", "已转换中的填写率。").nullable(),
    others_share: c.share("Filled ÷ others.", "其余中的填写率。").nullable(),
    auc: c.share("Area under the ROC curve by the field alone.", "仅用该字段的 ROC 曲线下面积。").nullable(),
    auc_low: c.share("Lower end of its 95 % interval.", "区间下限。").nullable(),
    finding: c.oneOf(leakFindings, "What was found out.", "结论。"),
    is_refused: c.flag("The score may not learn from it.", "是否禁止用于评分。")
  }),
  query: (db) =>
    db
      .with("decided", (db) =>
        db
          .selectFrom("stg_leads")
          .innerJoin("int_lead", "int_lead.lead_id", "stg_leads.lead_id")
          .crossJoin("int_lead_horizon")
          .crossJoin("int_as_of")
          .where("is_dated", "=", true)
          .where(({ref}) =>
            s.compare(
              s.addSeconds(ref("int_lead.created_at"), s.multiply(ref("int_lead_horizon.horizon_days"), s.num(86_400))),
              "<=",
              ref("as_of_at")
            )
          )
          .select(({ref}) => [
            ...names.map((name) => {
              const filled = s.text<string>("filled");
              if (name === "converted_at") return s.onlyWhen(s.isKnown(ref("stg_leads.converted_at")), filled).as(name);
              const value = written(ref(`stg_leads.${name}` as "stg_leads.company"));
              const isHidden = [...presenceFields, ...outcomeFields].some((hidden) => hidden === name);
              return (isHidden ? s.onlyWhen(s.isKnown(value), filled) : s.lower(value)).as(name);
            }),
            s.compare(ref("state"), "=", s.text("converted")).as("has_converted"),
            s.compare(s.left(s.md5(ref("stg_leads.lead_id")), 1), "<", s.text("8")).as("is_first_half")
          ])
      )
      .with("values", (db) =>
        db
          .selectFrom("decided")
          .crossJoin(s.series(1, names.length, "place"))
          .select(({ref}) => {
            const value = names.reduceRight<s.Value<string | null>>(
              (other, name, i) => s.when(s.compare(ref("n"), "=", s.num(i + 1)), ref(name as "company"), other),
              s.nothing<string>("varchar")
            );
            return ["n", value.as("value"), "has_converted", "is_first_half"];
          })
      )
      .with("counted", (db) =>
        db
          .selectFrom("values")
          .groupBy(["n", "value", "is_first_half"])
          .select(({ref}) => [
            "n",
            s.coalesce(ref("value"), s.text("")).as("value"),
            s.isKnown(ref("value")).as("is_filled"),
            "is_first_half",
            s.countRows().as("leads"),
            s.countRows().filterWhere("has_converted", "=", true).as("converted")
          ])
      )
      .with("halves", (db) =>
        db
          .selectFrom("counted")
          .groupBy(["n", "is_first_half"])
          .select(({ref}) => [
            "n",
            "is_first_half",
            s.ratio(s.sum(ref("converted")), s.sum(ref("leads"))).as("base_share")
          ])
      )
      .with("foretold", (db) =>
        db
          .selectFrom("counted as own")
          .innerJoin("halves", (on) =>
            on.onRef("halves.n", "=", "own.n").onRef("halves.is_first_half", "<>", "own.is_first_half")
          )
          .leftJoin("counted as other", (on) =>
            on
              .onRef("other.n", "=", "own.n")
              .onRef("other.value", "=", "own.value")
              .onRef("other.is_filled", "=", "own.is_filled")
              .onRef("other.is_first_half", "<>", "own.is_first_half")
          )
          .select(({ref}) => {
            const none = s.num(0);
            const [leads, converted] = [s.coalesce(ref("other.leads"), none), s.coalesce(ref("other.converted"), none)];
            const expected = s.add(s.toDouble(converted), s.multiply(s.num(PRIOR), ref("base_share")));
            return ["own.n", s.ratio(expected, s.add(leads, s.num(PRIOR))).as("risk"), "own.leads", "own.converted"];
          })
      )
      .with("risks", (db) =>
        db
          .selectFrom("foretold")
          .groupBy(["n", "risk"])
          .select(({ref}) => [
            "n",
            ref("risk").$notNull().as("risk_share"),
            s.toBigint(s.sum(ref("leads"))).as("customers"),
            s.toBigint(s.sum(ref("converted"))).as("churned")
          ])
      )
      .with("ranked", (db) => rankedWithin(db, "risks", ["n"]))
      .with("told", (db) =>
        db
          .selectFrom("ranked")
          .groupBy("n")
          .select(({ref}) => [
            ref("n").as("told_n"),
            aucOf(rankedOf(ref)).as("auc"),
            aucErrorOf(rankedOf(ref)).as("error")
          ])
      )
      .with("filled", (db) =>
        db
          .selectFrom("counted")
          .groupBy("n")
          .select(({ref}) => {
            const leads = s.toBigint(s.sum(ref("leads")));
            const converted = s.toBigint(s.sum(ref("converted")));
            const filled = s.toBigint(s.coalesce(s.sum(s.onlyWhen(ref("is_filled"), ref("leads"))), s.num(0)));
            const both = s.toBigint(s.coalesce(s.sum(s.onlyWhen(ref("is_filled"), ref("converted"))), s.num(0)));
            return [
              "n",
              converted.as("converted"),
              s.subtract(leads, converted).as("others"),
              both.as("filled_converted"),
              s.subtract(filled, both).as("filled_others")
            ];
          })
      )
      .with("judged", (db) =>
        db
          .selectFrom("filled")
          .leftJoin("told", "told_n", "n")
          .select(({ref}) => {
            const enough = s.compare(s.least(ref("converted"), ref("others")), ">=", s.num(leastDecided));
            const isField = (fields: readonly LeadField[]) =>
              s.either(...fields.map((name) => s.compare(ref("n"), "=", s.num(names.indexOf(name) + 1))));
            const ends = (filled: "filled_converted" | "filled_others", of: "converted" | "others") =>
              [wilsonLow(ref(filled), ref(of)), wilsonHigh(ref(filled), ref(of))] as const;
            const [convertedLow, convertedHigh] = ends("filled_converted", "converted");
            const [othersLow, othersHigh] = ends("filled_others", "others");
            const exceeds = (low: s.Value<number>, high: s.Value<number>) =>
              s.compare(low, ">=", s.multiply(s.num(mostTimes), high));
            const low = s.greatest<number | null>(
              s.subtract(ref("auc"), s.multiply(s.num(z95), ref("error"))),
              s.toDouble(s.num(0))
            );
            const isEmpty = s.compare(s.add(ref("filled_converted"), ref("filled_others")), "=", s.num(0));
            const auc = s.onlyWhen(s.both(enough, s.not(isEmpty)), ref("auc"));
            const aucLow = s.onlyWhen(s.isKnown(auc), low);
            const place = (finding: (typeof leakFindings)[number]) => s.num(leakFindings.indexOf(finding) + 1);
            const found = (
              [
                [isField(outcomeFields), "outcome"],
                [isEmpty, "empty"],
                [s.not(enough), "too_few"],
                [exceeds(convertedLow, othersHigh), "filled_after"],
                [exceeds(othersLow, convertedHigh), "filled_lost"],
                [s.coalesce(s.compare(aucLow, ">", s.num(mostAuc)), s.no), "tells_alone"]
              ] as const
            ).reduceRight<s.Value<number>>(
              (other, [holds, finding]) => s.when(holds, place(finding), other),
              place("none")
            );
            return [
              "n",
              "converted",
              "others",
              "filled_converted",
              "filled_others",
              auc.as("auc"),
              aucLow.as("auc_low"),
              found.as("found")
            ];
          })
      )
      .selectFrom("judged")
      .select(({ref}) => [
        nth(names, ref("n")).$castTo<LeadField>().as("field"),
        "converted",
        "others",
        "filled_converted",
        "filled_others",
        s.ratio(ref("filled_converted"), ref("converted")).as("converted_share"),
        s.ratio(ref("filled_others"), ref("others")).as("others_share"),
        "auc",
        "auc_low",
        nth(leakFindings, ref("found")).$castTo<(typeof leakFindings)[number]>().as("finding"),
        s
          .either(
            ...(["outcome", "filled_after", "filled_lost", "tells_alone"] as const).map((finding) =>
              s.compare(ref("found"), "=", s.num(leakFindings.indexOf(finding) + 1))
            )
          )
          .as("is_refused")
      ])
});
