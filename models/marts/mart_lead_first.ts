import {columnsOf} from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {martLeadScore} from "./mart_lead_score.ts";

/** Leads of the list that the page shows. */
export const shownLeads = 25;

const columns = columnsOf(martLeadScore.columns).map(({name}) => name) as "lead_id"[];

/** The open leads that are likeliest to convert, one row per lead: the first 25 of mart_lead_score. */
export const martLeadFirst = model({
  name: "mart_lead_first",
  title: {
    en: "The open leads that are likeliest to convert, one row per lead.",
    zh: "最可能转换的跟进中线索，每条一行。"
  },
  from: [martLeadScore],
  grain: ["lead_id"],
  columns: martLeadScore.columns,
  query: (db) => db.selectFrom("mart_lead_score").where("place", "<=", shownLeads).select(columns) as never
});
