import type {QueryCreator} from "kysely";
import type {Database} from "../model.ts";
import * as s from "../sql.ts";
import type {intPurchaseValue} from "../intermediate/int_purchase_value.ts";

/** The tenth of each customer by lifetime value, 1 the highest: by descending value, then customer_id, as in mart_value_decile. */
export const valueTenths = (db: QueryCreator<any>) =>
  (db as QueryCreator<Database<[typeof intPurchaseValue]>>)
    .selectFrom("int_purchase_value")
    .where("span", "=", "whole")
    .where("clv", "is not", null)
    .select(({ref}) => {
      const place = s.ordered(s.rowNumber(), {orderBy: [s.descending(ref("clv")), ref("customer_id")]});
      const tenths = s.ratio(s.multiply(s.subtract(place, s.num(1)), s.num(10)), s.overall(s.countRows()));
      return [
        ref("customer_id").as("valued_id"),
        s.toBigint(s.add(s.floor(tenths).$notNull(), s.num(1))).as("value_tenth")
      ];
    });
