import type {Expression, QueryCreator} from "kysely";
import type {Database} from "../model.ts";
import * as s from "../sql.ts";
import type {intOpportunity} from "./int_opportunity.ts";
import type {intPipelineDay} from "./int_pipeline_day.ts";

/** Won opportunities of a product from which on their mean is its usual amount. */
const leastWon = 10;

/**
 * Mean amounts of what was won by the end of each day of int_pipeline_day, as steps before a query: `usual_of_all`, one row per day, and
 * `usual_of_product`, one row per day and product of which ten and more were won.
 */
export const usualAmounts = <From extends readonly any[]>(db: QueryCreator<Database<From>>) =>
  (db as unknown as QueryCreator<Database<readonly [typeof intOpportunity, typeof intPipelineDay]> & Database<From>>)
    .with("won_amounts", (db) =>
      (db as unknown as QueryCreator<Database<readonly [typeof intOpportunity]>>)
        .selectFrom("int_opportunity")
        .where("state", "=", "won")
        .where("closed_on", "is not", null)
        .where(({ref}) => s.compare(s.coalesce(ref("amount"), s.amount("0")), "<>", s.amount("0")))
        .groupBy(["product_name", "closed_on"])
        .select(({ref}) => [
          "product_name",
          "closed_on",
          s.countRows().as("won"),
          s.sum(ref("amount")).as("won_amount")
        ])
    )
    .with("won_by_then", (db) =>
      (db as unknown as QueryCreator<any>)
        .selectFrom("won_amounts")
        .innerJoin("int_pipeline_day", (on) => on.onRef("closed_on", "<=", "looked_on"))
        .groupBy(["months_before", "product_name"])
        .select(({ref}) => [
          ref("months_before").$castTo<number>().as("months_before"),
          ref("product_name").$castTo<string | null>().as("product_name"),
          s.sum(ref("won")).as("won"),
          s.sum(ref("won_amount")).as("won_amount")
        ])
    )
    .with("usual_of_all", (db) =>
      (db as unknown as QueryCreator<any>)
        .selectFrom("won_by_then")
        .groupBy("months_before")
        .select(({ref}) => [
          ref("months_before").$castTo<number>().as("usual_months_before"),
          s.ratio(s.sum(ref("won_amount")), s.sum(ref("won"))).as("usual_amount")
        ])
    )
    .with("usual_of_product", (db) =>
      (db as unknown as QueryCreator<any>)
        .selectFrom("won_by_then")
        .where("product_name", "is not", null)
        .where("won", ">=", leastWon)
        .select(({ref}) => [
          ref("months_before").$castTo<number>().as("product_months_before"),
          ref("product_name").$castTo<string>().as("usual_product_name"),
          s.ratio(ref("won_amount"), ref("won")).as("product_amount")
        ])
    );

/**
 * What an opportunity might bring: its amount where amounts are known before the outcome, else the mean of those won of its product or,
 * where those are few, of all; nought where none was won. For rows with amount, amount_state, product_amount and usual_amount.
 */
export const worthOf = (ref: (name: any) => Expression<any>) =>
  s.coalesce(
    s.onlyWhen(s.compare(ref("amount_state"), "=", s.text("known")), s.nullif(ref("amount"), s.amount("0"))),
    s.toMoney(s.round(s.firstOf<number>(ref("product_amount"), ref("usual_amount")), 4)),
    s.amount("0")
  );
