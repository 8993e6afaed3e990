import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intCustomerPoints} from "./int_customer_points.ts";

/** A member's account; empty for who is no member. */
export const loyaltyColumns = {
  points_balance: c.money("Points outstanding; null: no member.", "积分余额；空为非会员。").nullable(),
  loyalty_tier: c.text("Tier of the last entry that names one.", "最近流水中的会员等级。").nullable()
};

/** A member's points account at as_of, one row per known member: outstanding is what the entries sum to. */
export const intCustomerLoyalty = model({
  name: "int_customer_loyalty",
  title: {en: "A member's points account, one row per known member.", zh: "会员积分账户，每位已识别会员一行。"},
  from: [intCustomerPoints],
  grain: ["customer_id"],
  shard: "customer_id",
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    ...loyaltyColumns,
    first_points_on: c.day("Day of the first entry.", "首条流水日期。")
  }),
  query: (db) =>
    db
      .with("entries", (db) =>
        db.selectFrom("int_customer_points").select(({ref}) => [
          "customer_id",
          "happened_on",
          "points",
          "tier",
          s
            .ordered(s.rowNumber(), {
              partitionBy: [ref("customer_id")],
              orderBy: [s.isKnown(ref("tier")), ref("happened_at"), ref("entry_id")]
            })
            .as("tier_rank"),
          s.overall(s.countRows(), ref("customer_id")).as("entries")
        ])
      )
      .selectFrom("entries")
      .groupBy("customer_id")
      .select(({ref}) => [
        "customer_id",
        s.sum(ref("points")).as("points_balance"),
        s
          .max(s.onlyWhen(s.compare(ref("tier_rank"), "=", ref("entries")), ref("tier")))
          .$castTo<string | null>()
          .as("loyalty_tier"),
        s.min(ref("happened_on")).as("first_points_on")
      ])
});
