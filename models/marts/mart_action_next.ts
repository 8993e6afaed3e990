import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
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
  columns: z.strictObject({
    ...martAction.columns.shape,
    all_customers: c.count("Customers of all actions, the same on each row.", "全部行动的客户数，各行相同。"),
    all_but_birthdays: c.count("Of them, those with an action other than a birthday.", "其中有生日以外行动的客户数。")
  }),
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
      .with("totals", (db) =>
        db.selectFrom("mart_action").select(({ref}) => {
          const isOther = s.compare(ref("action"), "<>", s.text("birthday"));
          return [
            s.countDistinct(ref("customer_id")).as("all_customers"),
            s.countDistinct(s.onlyWhen(isOther, ref("customer_id"))).as("all_but_birthdays")
          ];
        })
      )
      .selectFrom("mart_action")
      .crossJoin("totals")
      .leftJoin("owned", "owned_id", "customer_id")
      .where(({ref}) =>
        s.either(
          s.both(s.not(ref("has_owner")), s.compare(ref("place"), "<=", s.num(actions.withoutOwner))),
          s.coalesce(s.compare(ref("owned_place"), "<=", s.num(mostOwned)), s.no)
        )
      )
      .selectAll("mart_action")
      .select(["all_customers", "all_but_birthdays"])
});
