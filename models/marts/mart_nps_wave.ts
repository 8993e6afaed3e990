import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {stgFeedback} from "../staging/stg_feedback.ts";
import {npsColumns, npsMeasures} from "../nps.ts";

/**
 * Net promoter score, one row per survey wave; answers without a wave are left out; definitions as in mart_nps_month.
 */
export const martNpsWave = model({
  name: "mart_nps_wave",
  title: {
    en: "Net promoter score, one row per survey wave.",
    zh: "净推荐值，每个问卷批次一行。"
  },
  from: [stgFeedback],
  grain: ["survey"],
  columns: z.strictObject({
    survey: c.text("The wave.", "问卷批次。"),
    first_on: c.day("Day of its first answer.", "首次作答日。"),
    last_on: c.day("Day of its last answer.", "末次作答日。"),
    ...npsColumns
  }),
  query: (db) =>
    db
      .selectFrom("stg_feedback")
      .where("instrument", "=", "nps")
      .where("survey", "is not", null)
      .groupBy("survey")
      .select(({ref}) => [
        ref("survey").$notNull().as("survey"),
        s.min(ref("answered_on")).as("first_on"),
        s.max(ref("answered_on")).as("last_on"),
        ...npsMeasures(ref("score"))
      ])
});
