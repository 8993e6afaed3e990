import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intPointsLot} from "../intermediate/int_points_lot.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";

/**
 * When outstanding points expire unless they are used, one row per month; points without a date are in none.
 *
 * Where the ledger books expiry, points past their date that it has not yet booked are still outstanding: they stand in the months past.
 */
export const martPointsExpiring = model({
  name: "mart_points_expiring",
  title: {en: "When outstanding points expire, one row per month.", zh: "未用积分的到期月份，每月一行。"},
  from: [intAsOf, intPointsLot],
  grain: ["expires_month"],
  columns: z.strictObject({
    expires_month: c.month("Month in which they expire.", "到期月份。"),
    points: c.money("Points that expire in it unless used.", "若不使用将到期的积分。"),
    members: c.count("Members who have them.", "持有会员数。"),
    is_overdue: c.flag("Past its date, not yet booked.", "已过到期日而流水未记账。")
  }),
  query: (db) =>
    db
      .selectFrom("int_points_lot")
      .crossJoin("int_as_of")
      .where("remaining_points", ">", 0)
      .where("expires_on", "is not", null)
      .groupBy(({ref}) => [s.month(ref("expires_on")), ref("as_of_month")])
      .select(({ref}) => [
        s.month(ref("expires_on")).$notNull().as("expires_month"),
        s.toMoney(s.sum(ref("remaining_points"))).as("points"),
        s.countDistinct(ref("customer_id")).as("members"),
        s.compare(s.month(ref("expires_on")), "<", ref("as_of_month")).as("is_overdue")
      ])
});
