import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {martOpenOpportunity} from "./mart_open_opportunity.ts";

/** How many opportunities the list holds. */
const longest = 200;

/**
 * The open opportunities that need attention, one row per place, two hundred at most.
 *
 * Those that slipped come first, then the stale, the slow, and all others; of equals those that might bring most, then by key.
 */
export const martPipelineSlipped = model({
  name: "mart_pipeline_slipped",
  title: {
    en: "The open opportunities that need attention, one row per place.",
    zh: "需要关注的未结商机，每个名次一行。"
  },
  from: [martOpenOpportunity],
  grain: ["place"],
  columns: z.strictObject({
    place: c.count("Place, from 1.", "名次，从 1 开始。"),
    ...martOpenOpportunity.columns.shape
  }),
  query: (db) =>
    db
      .with("placed", (db) =>
        db
          .selectFrom("mart_open_opportunity")
          .selectAll()
          .select(({ref}) => {
            const first = (flag: s.Value<boolean>) => s.when(flag, s.num(0), s.num(1));
            return s
              .ordered(s.rowNumber(), {
                orderBy: [
                  first(ref("is_slipped")),
                  first(ref("is_stale")),
                  first(ref("is_slow")),
                  s.descending(ref("worth")),
                  ref("opportunity_id")
                ]
              })
              .as("place");
          })
      )
      .selectFrom("placed")
      .where("place", "<=", longest)
      .selectAll()
});
