import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {nth} from "../nth.ts";
import * as s from "../sql.ts";
import {intLead, leadGroups, type LeadGroup} from "./int_lead.ts";
import {intLeadHorizon} from "./int_lead_horizon.ts";
import {intLeadMoment} from "./int_lead_moment.ts";

/** What a lead's prospects are told apart by; who follows it up is not. */
export const ratedGroups = (Object.keys(leadGroups) as LeadGroup[]).filter((name) => name !== "owner_key");
const dimensions: readonly ["all", ...LeadGroup[]] = ["all", ...ratedGroups];
type Dimension = "all" | LeadGroup;

/** Leads of the overall rate that a group's rate starts with, so that few leads say little. */
const PRIOR = 20;

/**
 * What share of the leads of a group had converted, as known at the start of a month: one row per month, dimension and value that had any.
 *
 * Counted are dated leads whose horizon was over before the month, and of them those converted within it. rate_share takes 20 more
 * leads at the overall rate of the month, so that a group of few stays near it.
 */
export const intLeadRate = model({
  name: "int_lead_rate",
  title: {
    en: "Conversion by group as known at the start of a month, one row per month, dimension and value.",
    zh: "月初已知的分组转换率，每月、每个维度、每个取值一行。"
  },
  from: [intLead, intLeadHorizon, intLeadMoment],
  grain: ["known_month", "dimension", "value"],
  columns: z.strictObject({
    known_month: c.month("At the start of which it was known.", "月初。"),
    dimension: c.oneOf(dimensions, "What is told apart.", "维度。"),
    value: c.text("The group; empty of all.", "取值；全部为空文本。"),
    leads: c.count("Leads whose horizon was over.", "观察期已结束的线索数。"),
    converted: c.count("Of them converted within it.", "其中转换数。"),
    rate_share: c.share("Share with 20 leads at the overall rate added.", "加入 20 条总体水平线索后的转换率。")
  }),
  query: (db) =>
    db
      .with("closing", (db) =>
        db
          .selectFrom("int_lead")
          .crossJoin("int_lead_horizon")
          .where("is_dated", "=", true)
          .select(({ref}) => [
            ...ratedGroups.map((name) => ref(name).as(name)),
            s
              .addMonths(s.month(s.addDays(ref("created_on"), s.add(ref("horizon_days"), s.num(1)))), s.num(1))
              .as("known"),
            s.coalesce(s.compare(ref("converted_days"), "<=", ref("horizon_days")), s.no).as("has_converted")
          ])
      )
      .with("told", (db) =>
        db
          .selectFrom("closing")
          .crossJoin(s.series(0, ratedGroups.length, "place"))
          .select(({ref}) => {
            const value = ratedGroups.reduce<s.Value<string | null>>(
              (other, name, i) => s.when(s.compare(ref("n"), "=", s.num(i + 1)), ref(name as "country"), other),
              s.text("")
            );
            return ["n", "known", "has_converted", value.as("value")];
          })
      )
      .with("counted", (db) =>
        db
          .selectFrom("told")
          .where("value", "is not", null)
          .groupBy(["n", "value", "known"])
          .select([
            "n",
            "value",
            "known",
            s.countRows().as("leads"),
            s.countRows().filterWhere("has_converted", "=", true).as("converted")
          ])
      )
      .with("months", (db) => db.selectFrom("int_lead_moment").select("seen_month").distinct())
      .with("known_by", (db) =>
        db
          .selectFrom("counted")
          .innerJoin("months", (on) => on.onRef("known", "<=", "seen_month"))
          .groupBy(["seen_month", "n", "value"])
          .select(({ref}) => [
            "seen_month",
            "n",
            ref("value").$notNull().as("value"),
            s.toBigint(s.sum(ref("leads"))).as("leads"),
            s.toBigint(s.sum(ref("converted"))).as("converted")
          ])
      )
      .selectFrom("known_by as own")
      .innerJoin("known_by as every", (on) => on.onRef("every.seen_month", "=", "own.seen_month").on("every.n", "=", 0))
      .select(({ref}) => {
        const base = s.ratio(ref("every.converted"), ref("every.leads"));
        const expected = s.add(s.toDouble(ref("own.converted")), s.multiply(s.num(PRIOR), base));
        return [
          ref("own.seen_month").as("known_month"),
          nth(dimensions, s.add(ref("own.n"), s.num(1)))
            .$castTo<Dimension>()
            .as("dimension"),
          "own.value",
          "own.leads",
          "own.converted",
          s
            .ratio(expected, s.add(ref("own.leads"), s.num(PRIOR)))
            .$notNull()
            .as("rate_share")
        ];
      })
});
