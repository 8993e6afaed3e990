import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {martCustomerValue} from "./mart_customer_value.ts";

/** How many customers the list holds. */
const LONGEST = 20;

/**
 * The twenty customers of whom the most is expected, one row per place.
 *
 * Customers stand by descending lifetime value, then expected purchase days, then customer_id; where no spend could be learnt, the
 * purchase days decide alone. Customers of whom nothing is foretold are left out.
 */
export const martValueBest = model({
  name: "mart_value_best",
  title: {
    en: "The twenty customers of whom the most is expected, one row per place.",
    zh: "预期价值最高的二十位客户，每个名次一行。"
  },
  from: [martCustomerValue],
  grain: ["place"],
  columns: z.strictObject({
    place: c.count("Place by lifetime value, from 1.", "按客户价值的名次，从 1 开始。"),
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    clv: c.money("Lifetime value within the horizon.", "期限内的客户价值。").nullable(),
    clv_low: c.money("Lower end of its 95 % interval.", "其 95% 区间下限。").nullable(),
    clv_high: c.money("Upper end of its 95 % interval.", "其 95% 区间上限。").nullable(),
    expected_days: c.number("Purchase days expected within the horizon.", "期限内预计购买日数。").nullable(),
    expected_days_low: c.number("Lower end of their 95 % interval.", "其 95% 区间下限。").nullable(),
    expected_days_high: c.number("Upper end of their 95 % interval.", "其 95% 区间上限。").nullable(),
    alive_share: c.share("Probability of still being a customer.", "仍是客户的概率。").nullable()
  }),
  query: (db) =>
    db
      .with("placed", (db) =>
        db
          .selectFrom("mart_customer_value")
          .where(({ref}) => s.isKnown(ref("expected_days")))
          .select(({ref}) => [
            s
              .ordered(s.rowNumber(), {
                orderBy: [
                  s.descending(s.coalesce(ref("clv"), s.amount("0"))),
                  s.descending(ref("expected_days")),
                  ref("customer_id")
                ]
              })
              .as("place"),
            "customer_id",
            "clv",
            "clv_low",
            "clv_high",
            "expected_days",
            "expected_days_low",
            "expected_days_high",
            "alive_share"
          ])
      )
      .selectFrom("placed")
      .where("place", "<=", LONGEST)
      .selectAll()
});
