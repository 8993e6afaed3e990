import {opportunityStages} from "../../ingest/contracts/opportunityStages.ts";
import {model} from "../model.ts";
import {staged} from "./staged.ts";

/** Stages that opportunities had entered by as_of, in their latest delivery, one row per stay. */
export const stgOpportunityStages = model({
  name: "stg_opportunity_stages",
  title: {en: "Stages of opportunities, one row per stay.", zh: "商机阶段，每次停留一行。"},
  ...staged(opportunityStages, {days: ["entered_at", "left_at"]})
});
