import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {fromParts, inParts} from "../exact.ts";
import {intLeadForecast} from "../intermediate/int_lead_forecast.ts";
import {wilsonHigh, wilsonLow} from "../intervals.ts";
import {methods} from "../leads/learn.ts";
import {model} from "../model.ts";
import {nth} from "../nth.ts";
import * as s from "../sql.ts";
import {riskTenth} from "./riskTenth.ts";

const chance = (ref: (name: any) => s.Value<number>) =>
  s.when(s.compare(ref("n"), "=", s.num(1)), ref("logistic_chance"), ref("trees_chance"));

/**
 * How many leads converted of those with a foretold chance, one row per method and tenth of the scale.
 *
 * Tested leads count once per moment, so the intervals (Wilson) take the mean number of leads at a moment.
 */
export const martLeadCalibration = model({
  name: "mart_lead_calibration",
  title: {
    en: "Foretold against actual conversion, one row per method and tenth of the scale.",
    zh: "预测与实际转换，每种方法每个概率段一行。"
  },
  from: [intLeadForecast],
  grain: ["method", "chance_tenth"],
  columns: z.strictObject({
    method: c.oneOf(methods, "How it was foretold.", "预测方法。"),
    chance_tenth: c.integer("0: chances under 10 %, … 9: from 90 %.", "0 为低于 10%，……，9 为 90% 及以上。"),
    leads: c.count("Tested leads, each once per moment.", "检验线索数（每个时点计一次）。"),
    converted: c.count("Of them converted within the horizon.", "其中转换数。"),
    foretold_share: c.share("Mean foretold chance.", "平均预测概率。"),
    observed_share: c.share("Converted ÷ leads.", "实际转换率。"),
    observed_low: c.share("Lower end of its 95 % interval.", "区间下限。"),
    observed_high: c.share("Upper end of its interval.", "区间上限。")
  }),
  query: (db) =>
    db
      .with("told", (db) =>
        db
          .selectFrom("int_lead_forecast")
          .crossJoin(s.series(1, methods.length, "place"))
          .select(({ref}) => [
            "n",
            "moment",
            "has_converted",
            chance(ref).as("chance"),
            riskTenth(chance(ref)).as("chance_tenth")
          ])
      )
      .with("looks", (db) => db.selectFrom("told").select(({ref}) => s.countDistinct(ref("moment")).as("moments")))
      .with("tenths", (db) =>
        db
          .selectFrom("told")
          .groupBy(["n", "chance_tenth"])
          .select(({ref}) => [
            "n",
            "chance_tenth",
            s.countRows().as("leads"),
            s.countRows().filterWhere("has_converted", "=", true).as("converted"),
            fromParts(s.sum(inParts(ref("chance"), 1e9)), 1e9).as("foretold")
          ])
      )
      .selectFrom("tenths")
      .crossJoin("looks")
      .select(({ref}) => {
        const mean = (x: "leads" | "converted") => s.ratio(ref(x), ref("moments")).$notNull();
        return [
          nth(methods, ref("n")).$castTo<(typeof methods)[number]>().as("method"),
          "chance_tenth",
          "leads",
          "converted",
          s.least(s.ratio(ref("foretold"), ref("leads")).$notNull(), s.toDouble(s.num(1))).as("foretold_share"),
          s.ratio(ref("converted"), ref("leads")).$notNull().as("observed_share"),
          wilsonLow(mean("converted"), mean("leads")).as("observed_low"),
          wilsonHigh(mean("converted"), mean("leads")).as("observed_high")
        ];
      })
});
