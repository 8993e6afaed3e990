import {z} from "zod";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {martAction} from "./mart_action.ts";

/** Customers on the list of one owner, and of all of them together. */
const [longest, mostOwned] = [40, 500] as const;

/**
 * What to do next about the customers who stand first, one row per customer and action: forty of each owner, five hundred of all owners
 * together, and as many of those without an owner as the configuration says.
 */
export const martActionNext = model({
  name: "mart_action_next",
  title: {
    en: "What to do next about those who stand first, one row per customer and action.",
    zh: "名列前茅的客户的下一步行动，每位客户每类行动一行。"
  },
  from: [martAction],
  grain: ["customer_id", "action"],
  columns: z.strictObject({...martAction.columns.shape}),
  query: (db, {actions}) =>
    db
      .with("owned", (db) =>
        db
          .selectFrom("mart_action")
          .where("has_owner", "=", true)
          .where("place", "<=", longest)
          .groupBy(["customer_id", "overall_place"])
          .select(({ref}) => [
            ref("customer_id").as("owned_id"),
            s.ordered(s.rowNumber(), {orderBy: [ref("overall_place")]}).as("owned_place")
          ])
      )
      .selectFrom("mart_action")
      .leftJoin("owned", "owned_id", "customer_id")
      .where(({ref}) =>
        s.either(
          s.both(s.not(ref("has_owner")), s.compare(ref("place"), "<=", s.num(actions.withoutOwner))),
          s.coalesce(s.compare(ref("owned_place"), "<=", s.num(mostOwned)), s.no)
        )
      )
      .selectAll("mart_action")
});
