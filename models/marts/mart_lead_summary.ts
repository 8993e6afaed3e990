import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {intLead} from "../intermediate/int_lead.ts";
import {intLeadForecast} from "../intermediate/int_lead_forecast.ts";
import {intLeadHorizon} from "../intermediate/int_lead_horizon.ts";
import {intLeadMoment} from "../intermediate/int_lead_moment.ts";
import {intLeadModel} from "../intermediate/int_lead_model.ts";
import {learningStates, methods} from "../leads/learn.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {martLeadGroup} from "./mart_lead_group.ts";
import {martLeadMethod} from "./mart_lead_method.ts";

/** What the chance of an open lead is from. */
export const chanceUses = ["model", "rates", "nothing"] as const;
/** Leads older than the horizon from which a rate says something. */
const LEAST_CLOSED = 10;

/**
 * Leads in one row, and what the chances of the open ones are from.
 *
 * model: the method of mart_lead_method that is used; rates: the conversion of the lead's source with its interval, where no model could
 * be learnt (state) or none foretold better than these rates; nothing: under 10 leads are older than the horizon. Conversions without a
 * time are left out of every rate.
 */
export const martLeadSummary = model({
  name: "mart_lead_summary",
  title: {en: "Leads and what their chances are from, one row.", zh: "线索汇总与评分依据，共一行。"},
  from: [intLead, intLeadForecast, intLeadHorizon, intLeadModel, intLeadMoment, martLeadGroup, martLeadMethod],
  grain: [],
  columns: z.strictObject({
    leads: c.count("Leads.", "线索数。"),
    open_leads: c.count("Neither converted nor lost.", "跟进中线索数。"),
    lost_leads: c.count("Lost.", "已丢失线索数。"),
    converted_leads: c.count("Converted.", "已转换线索数。"),
    undated_leads: c.count("Without the times that a rate needs.", "缺少时间的线索数。"),
    stale_leads: c.count(
      "Open ones older than the horizon, which are not scored.",
      "超过观察期仍跟进中的线索数（不评分）。"
    ),
    horizon_days: c.wholeDays("Days within which a conversion counts.", "计入转换的天数。"),
    closed_leads: c.count("Dated leads older than the horizon.", "超过观察期的线索数。"),
    converted_in_time: c.count("Of them converted within it.", "其中观察期内转换数。"),
    conversion_share: c.share("Their share.", "转换率。").nullable(),
    conversion_low: c.share("Lower end of its 95 % interval.", "区间下限。").nullable(),
    conversion_high: c.share("Upper end of its interval.", "区间上限。").nullable(),
    median_days: c.days("Median days to conversion.", "转换用时中位数。").nullable(),
    p90_days: c.days("90th percentile of them.", "转换用时 90 分位数。").nullable(),
    state: c.oneOf(learningStates, "fitted, or why there is no model.", "fitted 为已训练，否则说明原因。"),
    uses: c.oneOf(chanceUses, "What chances are from.", "概率依据。"),
    method: c.oneOf(methods, "The method in use.", "所用方法。").nullable(),
    trained_rows: c.count("Rows learnt from: a lead counts once per moment.", "训练行数：每条线索每个时点计一次。"),
    tested_leads: c.count("Leads on which the methods were tested.", "检验线索数。"),
    tested_from_at: c.instant("First tested moment.", "最早检验时刻。").nullable(),
    tested_to_at: c.instant("Last tested moment.", "最晚检验时刻。").nullable()
  }),
  query: (db) =>
    db
      .with("staled", (db) =>
        db
          .selectFrom("int_lead")
          .leftJoin("int_lead_moment as now", (on) =>
            on.onRef("now.lead_id", "=", "int_lead.lead_id").on("now.moment", "=", "now")
          )
          .select(({ref}) => {
            const isStale = s.both(
              s.compare(ref("state"), "=", s.text("open")),
              ref("is_dated"),
              s.isNull(ref("now.lead_id"))
            );
            return [
              s.countRows().filterWhere("is_dated", "=", false).as("undated_leads"),
              s.count(s.onlyWhen(isStale, ref("int_lead.lead_id"))).as("stale_leads")
            ];
          })
      )
      .with("tested", (db) =>
        db
          .selectFrom("int_lead_forecast")
          .select(({ref}) => [
            s.countDistinct(ref("lead_id")).as("tested_leads"),
            s.min(ref("seen_at")).$castTo<Date | null>().as("tested_from_at"),
            s.max(ref("seen_at")).$castTo<Date | null>().as("tested_to_at")
          ])
      )
      .with("learnt", (db) =>
        db.selectFrom("int_lead_model").where("method", "=", "trees").select(["state", "trained_rows"])
      )
      .with("chosen", (db) =>
        db
          .selectFrom("mart_lead_method")
          .where("moment", "=", "all")
          .select(({ref}) => [
            s
              .max(s.onlyWhen(ref("is_used"), ref("method")))
              .$castTo<(typeof methods)[number] | null>()
              .as("method")
          ])
      )
      .selectFrom("int_lead_horizon as horizon")
      .leftJoin("mart_lead_group as whole", (on) => on.on("whole.dimension", "=", "all"))
      .crossJoin("staled")
      .crossJoin("tested")
      .crossJoin("learnt")
      .crossJoin("chosen")
      .select(({ref}) => [
        s.coalesce(ref("whole.leads"), s.num(0)).as("leads"),
        s.coalesce(ref("whole.open_leads"), s.num(0)).as("open_leads"),
        s.coalesce(ref("whole.lost_leads"), s.num(0)).as("lost_leads"),
        s.coalesce(ref("whole.converted_leads"), s.num(0)).as("converted_leads"),
        "undated_leads",
        "stale_leads",
        "horizon.horizon_days",
        s.coalesce(ref("closed_leads"), s.num(0)).as("closed_leads"),
        s.coalesce(ref("converted_in_time"), s.num(0)).as("converted_in_time"),
        "conversion_share",
        "conversion_low",
        "conversion_high",
        "whole.median_days",
        "whole.p90_days",
        "state",
        s
          .when(
            s.isKnown(ref("method")),
            s.text("model"),
            s.when(s.compare(ref("closed_leads"), ">=", s.num(LEAST_CLOSED)), s.text("rates"), s.text("nothing"))
          )
          .as("uses"),
        "method",
        "trained_rows",
        "tested_leads",
        "tested_from_at",
        "tested_to_at"
      ])
});
