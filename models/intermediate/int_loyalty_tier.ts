import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intCustomerPoints} from "./int_customer_points.ts";

/** The tier of members who have reached none; no tier may be called so. */
export const noTier = "(none)";

/**
 * The tiers from the lowest to the highest, one row per tier: those of the configuration or, where that names none, those that the
 * ledger names, in the order of the points that members had earned, in the mean of the entries that name the tier.
 */
export const intLoyaltyTier = model({
  name: "int_loyalty_tier",
  title: {en: "The tiers of the programme, one row per tier.", zh: "会员等级，每个等级一行。"},
  from: [intCustomerPoints],
  grain: ["tier"],
  columns: z.strictObject({
    tier: c.text("Its name.", "等级名称。"),
    position: c.count("1 is the lowest.", "次序，1 为最低。"),
    from_points: c.money("Points of the window from which it is reached.", "达到所需的窗口内积分。").nullable(),
    from_revenue: c.money("Net revenue of the window from which it is reached.", "达到所需的窗口内净收入。").nullable()
  }),
  query: (db, {loyalty: {tiers}}) => {
    const limit = (value: number | null) =>
      value === null ? s.nothing<number>("decimal(18, 4)") : s.amount(String(value));
    const one = db.selectFrom("int_customer_points").select(s.countRows().as("entries"));
    const [first, ...rest] = tiers.map(({tier, points, revenue}, i) =>
      db
        .selectFrom(one.as("ledger"))
        .select([
          s.text(tier).$castTo<string>().as("tier"),
          s.toBigint(s.num(i + 1)).as("position"),
          limit(points).as("from_points"),
          limit(revenue).as("from_revenue")
        ])
    );
    if (first) return rest.reduce((union, next) => union.unionAll(next), first) as any;
    return db
      .with("entries", (db) =>
        db.selectFrom("int_customer_points").select(({ref}) => [
          "tier",
          s
            .running(s.sum(s.when(s.compare(ref("entry_type"), "=", s.text("earn")), ref("points"), s.amount("0"))), {
              partitionBy: [ref("customer_id")],
              orderBy: [ref("happened_at"), ref("entry_id")]
            })
            .as("earned")
        ])
      )
      .with("named", (db) =>
        db
          .selectFrom("entries")
          .where("tier", "is not", null)
          .groupBy("tier")
          .select(({ref}) => [
            ref("tier").$notNull().as("tier"),
            s.ratio(s.sum(ref("earned")), s.countRows()).as("earned")
          ])
      )
      .selectFrom("named")
      .select(({ref}) => [
        "tier",
        s.ordered(s.rowNumber(), {orderBy: [ref("earned"), ref("tier")]}).as("position"),
        s.nothing<number>("decimal(18, 4)").as("from_points"),
        s.nothing<number>("decimal(18, 4)").as("from_revenue")
      ]);
  }
});
