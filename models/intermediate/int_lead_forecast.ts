import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {foretell} from "../leads/forecast.ts";
import {dropSample, sampleRows} from "../leads/sample.ts";
import {leadVersion} from "../leads/version.ts";
import {model} from "../model.ts";
import {intLeadFeatures} from "./int_lead_features.ts";
import {intLeadField} from "./int_lead_field.ts";
import {intLeadHorizon} from "./int_lead_horizon.ts";
import {leadMoments} from "./leadMoments.ts";

/**
 * What each method foretold of past leads from what was known by then, one row per lead and tested moment.
 *
 * Moments of a calendar quarter are foretold by what had been learnt from moments whose horizon was over as the quarter began (split by
 * time), for the latest four quarters whose horizon is over; quarters with too little past are absent. Features of refused fields
 * (int_lead_field) are not learnt from. Chances are probabilities of a conversion within the horizon: logistic, trees
 * (models/leads); base: the share that converted at that moment in the rows learnt from; source: the same of the lead's
 * source, with 20 leads at the share of all added.
 */
export const intLeadForecast = model({
  name: "int_lead_forecast",
  title: {
    en: "What each method foretold of past leads, one row per lead and tested moment.",
    zh: "各方法对历史线索的预测，每条线索每个检验时点一行。"
  },
  from: [intLeadFeatures, intLeadField, intLeadHorizon],
  grain: ["lead_id", "moment"],
  columns: z.strictObject({
    lead_id: c.id("The lead.", "线索编号。"),
    moment: c.oneOf(leadMoments, "At which age.", "观察时点。"),
    seen_at: c.instant("The instant.", "观察时刻。"),
    has_converted: c.flag("Converted within the horizon.", "观察期内是否转换。"),
    logistic_chance: c.share("Chance by logistic regression.", "逻辑回归给出的概率。"),
    trees_chance: c.share("Chance by boosted trees.", "提升树给出的概率。"),
    source_chance: c.share("Rate of the source.", "来源转换率。"),
    base_chance: c.share("Rate of all leads.", "总体转换率。"),
    trained_leads: c.count("Leads learnt from.", "训练线索数。")
  }),
  procedure: {
    version: () => [1, leadVersion],
    make: async ({warehouse, table}) => {
      await sampleRows(warehouse);
      await foretell(warehouse);
      await warehouse.run(`create or replace table ${table} as
        select lead_id, moment, seen_at, has_converted, logistic as logistic_chance, trees as trees_chance, source as source_chance,
          base as base_chance, cast(trained as bigint) as trained_leads
        from lead_row join lead_foretold using (n) order by lead_id, moment`);
      await warehouse.run("drop table lead_foretold");
      await dropSample(warehouse);
    }
  }
});
