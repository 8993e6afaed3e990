import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {endOf, lotsOf, placedEntries} from "../loyalty/lots.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "./int_as_of.ts";
import {intCustomerPoints} from "./int_customer_points.ts";
import {intPointsRule} from "./int_points_rule.ts";
import {intPointsUse} from "./int_points_use.ts";

/**
 * What became of points, one row per lot: an entry that gained points, earned or put right.
 *
 * points = redeemed + expired + lapsed + adjusted + remaining, exactly, and none of them is below zero; the oldest are used first, see
 * int_points_use. What remains of all lots is the balance; where a member's balance is below zero, nothing remains.
 */
export const intPointsLot = model({
  name: "int_points_lot",
  title: {en: "What became of points, one row per lot.", zh: "每批积分的去向，每批一行。"},
  from: [intAsOf, intCustomerPoints, intPointsRule, intPointsUse],
  grain: ["entry_id"],
  shard: "customer_id",
  columns: z.strictObject({
    entry_id: c.id("The entry that gained the points.", "获得这批积分的流水号。"),
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    lot_number: c.count("1 is the member's oldest lot.", "第几批，1 为最早。"),
    lot_type: c.oneOf(["earn", "adjust"], "Earned, or put right.", "获得或调整。"),
    gained_at: c.instant("When they were gained.", "获得时间。"),
    gained_on: c.day("Business day of it.", "获得日期。"),
    points: c.money("Points gained.", "获得的积分。"),
    redeemed_points: c.money("Of these, redeemed.", "已兑换。"),
    expired_points: c.money("Of these, expired in the ledger.", "流水记账过期。"),
    lapsed_points: c.money("Of these, past their date, which the ledger does not book.", "按到期日推算失效。"),
    adjusted_points: c.money("Of these, taken back.", "被冲减。"),
    remaining_points: c.money("Of these, still there.", "剩余。"),
    expires_at: c.instant("When what is left expires; null: never.", "到期时间；空为永不过期。").nullable(),
    expires_on: c.day("Business day of it.", "到期日期。").nullable(),
    is_late_end: c.flag(
      "Expires later than it says, as older points outlive it.",
      "因更早的积分更晚到期而晚于所载到期日。"
    ),
    is_over: c.flag("That day has passed: the points have run their course.", "到期日已过。")
  }),
  query: (db, {loyalty, zone}) =>
    db
      .with("entries", () => placedEntries(db))
      .with("lots", () => lotsOf(db, "entries", loyalty))
      .with("uses", (db) =>
        db
          .selectFrom("int_points_use")
          .groupBy("entry_id")
          .select(({ref}) => {
            const of = (kind: "redeem" | "expire" | "adjust" | "lapse") =>
              s.sum(s.when(s.compare(ref("use_kind"), "=", s.text(kind)), ref("points"), s.amount("0")));
            return [
              ref("entry_id").as("used_entry_id"),
              s.sum(ref("points")).as("used"),
              of("redeem").as("redeemed"),
              of("expire").as("expired"),
              of("lapse").as("lapsed"),
              of("adjust").as("adjusted")
            ];
          })
      )
      .with("ended", (db) =>
        db
          .selectFrom("lots")
          .leftJoin("uses", "used_entry_id", "entry_id")
          .crossJoin("int_as_of")
          .crossJoin("int_points_rule")
          .selectAll("lots")
          .select(({ref}) => {
            const ownEnd = s.coalesce(ref("next_end_at"), ref("ends_at"));
            const end = endOf(s.when(ref("books_expiry"), ownEnd, ref("ends_at")));
            const part = (name: "used" | "redeemed" | "expired" | "lapsed" | "adjusted") =>
              s.toMoney(s.coalesce(ref(name), s.amount("0"))).as(name);
            return [
              end.as("end_at"),
              s.ordered(s.rowNumber(), {partitionBy: [ref("customer_id")], orderBy: [ref("place")]}).as("lot_number"),
              part("used"),
              part("redeemed"),
              part("expired"),
              part("lapsed"),
              part("adjusted"),
              "as_of_at"
            ];
          })
      )
      .selectFrom("ended")
      .select(({ref}) => [
        "entry_id",
        "customer_id",
        "lot_number",
        "entry_type as lot_type",
        "happened_at as gained_at",
        "happened_on as gained_on",
        "points",
        "redeemed as redeemed_points",
        "expired as expired_points",
        "lapsed as lapsed_points",
        "adjusted as adjusted_points",
        s.toMoney(s.subtract(ref("points"), ref("used"))).as("remaining_points"),
        ref("end_at").as("expires_at"),
        s.day(s.local(ref("end_at"), zone)).as("expires_on"),
        s.coalesce(s.compare(ref("end_at"), ">", ref("own_end_at")), s.no).as("is_late_end"),
        s.coalesce(s.compare(ref("end_at"), "<=", ref("as_of_at")), s.no).as("is_over")
      ])
});
