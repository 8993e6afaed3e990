import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "./int_as_of.ts";
import {intOpportunity} from "./int_opportunity.ts";

/** How many months back the pipeline is looked at. */
export const pipelineMonths = 36;

/**
 * The days on which the pipeline is looked at, one row per day: as_of and the same day of up to 36 months before, or the last day of
 * a shorter month, as far as there are opportunities. So each was as far from the end of its month as as_of is from that of its own.
 */
export const intPipelineDay = model({
  name: "int_pipeline_day",
  title: {en: "The days on which the pipeline is looked at, one row per day.", zh: "销售管道的观察日，每日一行。"},
  from: [intAsOf, intOpportunity],
  grain: ["months_before"],
  columns: z.strictObject({
    months_before: c.count("0 is as_of, 1 a month before it.", "0 为截止日，1 为其前一个月。"),
    looked_on: c.day("At the end of this day.", "观察日（当日末）。"),
    looked_month: c.month("Its month.", "所在月份。")
  }),
  query: (db) =>
    db
      .with("begun", (db) => db.selectFrom("int_opportunity").select(({ref}) => s.min(ref("opened_on")).as("begun_on")))
      .with("days", (db) =>
        db
          .selectFrom("int_as_of")
          .crossJoin(s.series(0, pipelineMonths))
          .select(({ref}) => [
            ref("n").as("months_before"),
            s.addMonths(ref("as_of_on"), s.subtract(s.num(0), ref("n"))).as("looked_on")
          ])
      )
      .selectFrom("days")
      .crossJoin("begun")
      .where(({ref}) =>
        s.either(
          s.compare(ref("months_before"), "=", s.num(0)),
          s.coalesce(s.compare(ref("looked_on"), ">=", ref("begun_on")), s.no)
        )
      )
      .select(({ref}) => ["months_before", "looked_on", s.month(ref("looked_on")).as("looked_month")])
});
