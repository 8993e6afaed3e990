import type {Kysely} from "kysely";
import type {Database} from "../model.ts";
import type {intCustomerPoints} from "../intermediate/int_customer_points.ts";
import * as s from "../sql.ts";

/**
 * Entries at which the programme's balance leaves the sum of the entries, one row per such entry: `gap` is the balance it says less the sum of the account's
 * entries, less the same at the entry before; `is_first` the account's first balance.
 *
 * An account is a member's key as entries name it; where they name none, a customer. Entries at the same instant have no order, so they are
 * summed and their balances not looked at.
 */
export const balanceBreaks = (db: Kysely<any>) =>
  (db as Kysely<Database<readonly [typeof intCustomerPoints]>>)
    .selectFrom((db) =>
      db
        .selectFrom(
          db
            .selectFrom("int_customer_points")
            .select(({ref}) => {
              const account = [ref("customer_id"), ref("customer_key")];
              return [
                "customer_id",
                "customer_key",
                "happened_at",
                "happened_on",
                "balance_after",
                s.overall(s.countRows(), ...account, ref("happened_at")).as("at_once"),
                s
                  .running(s.sum(ref("points")), {partitionBy: account, orderBy: [ref("happened_at"), ref("entry_id")]})
                  .as("balance")
              ];
            })
            .as("summed")
        )
        .where("balance_after", "is not", null)
        .where("at_once", "=", 1)
        .select(({ref}) => {
          const off = s.subtract(ref("balance_after").$notNull(), ref("balance"));
          const before = s.ordered(s.lag(off), {
            partitionBy: [ref("customer_id"), ref("customer_key")],
            orderBy: [ref("happened_at")]
          });
          return [
            "customer_id",
            "happened_on",
            s.toMoney(s.subtract(off, s.coalesce(before, s.amount("0")))).as("gap"),
            s.isNull(before).as("is_first")
          ];
        })
        .as("gaps")
    )
    .where("gap", "<>", 0)
    .select(["customer_id", "happened_on", "gap", "is_first"]);
