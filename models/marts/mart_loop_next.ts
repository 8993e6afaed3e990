import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import type {caseStates} from "../intermediate/int_loop_case.ts";
import {martClosedLoop} from "./mart_closed_loop.ts";

/** How many cases the list holds. */
const LONGEST = 300;

type CaseState = (typeof caseStates)[number];

/** What needs somebody most comes first. */
const urgency: Record<CaseState, number> = {overdue: 0, open: 0, repeated: 1, followed_up: 2, recovered: 3};

/**
 * The three hundred cases to come back to first, one row per place.
 *
 * Cases that nobody came back to stand first, then those whose next answer was unfavourable again, then the others; inside each the highest net
 * revenue of the last 365 days, the newest, the case_id.
 */
export const martLoopNext = model({
  name: "mart_loop_next",
  title: {
    en: "The three hundred cases to come back to first, one row per place.",
    zh: "最应先回访的 300 个个案，每个名次一行。"
  },
  from: [martClosedLoop],
  grain: ["place"],
  columns: z.strictObject({
    place: c.count("Place, from 1.", "名次，从 1 开始。"),
    ...martClosedLoop.columns.shape
  }),
  query: (db) =>
    db
      .with("placed", (db) =>
        db
          .selectFrom("mart_closed_loop")
          .selectAll()
          .select(({ref}) => {
            const rank = Object.entries(urgency).reduce<s.Value<number>>(
              (otherwise, [state, place]) =>
                s.when(s.compare(ref("state"), "=", s.text(state)), s.num(place), otherwise),
              s.num(Object.keys(urgency).length)
            );
            return s
              .ordered(s.rowNumber(), {
                orderBy: [rank, s.descending(ref("net_revenue_365d")), s.descending(ref("happened_on")), ref("case_id")]
              })
              .as("place");
          })
      )
      .selectFrom("placed")
      .where("place", "<=", LONGEST)
      .selectAll()
});
