import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intCustomerPoints} from "./int_customer_points.ts";

/** How the points account is kept, one row: a ledger with entries of expired points decides itself what has expired. */
export const intPointsRule = model({
  name: "int_points_rule",
  title: {en: "How the points account is kept, one row.", zh: "积分账的记账方式，共一行。"},
  from: [intCustomerPoints],
  grain: [],
  columns: z.strictObject({
    books_expiry: c.flag("The ledger has entries of expired points.", "流水中有过期记录。")
  }),
  query: (db) =>
    db
      .selectFrom("int_customer_points")
      .select(({ref}) =>
        s
          .compare(
            s.count(s.onlyWhen(s.compare(ref("entry_type"), "=", s.text("expire")), ref("entry_id"))),
            ">",
            s.num(0)
          )
          .as("books_expiry")
      )
});
