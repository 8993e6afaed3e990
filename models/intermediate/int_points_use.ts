import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {lotsOf, placedEntries} from "../loyalty/lots.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "./int_as_of.ts";
import {intCustomerPoints} from "./int_customer_points.ts";
import {intPointsRule} from "./int_points_rule.ts";

/** How points leave an account. */
export const useKinds = ["redeem", "expire", "adjust", "lapse"] as const;
type UseKind = (typeof useKinds)[number];

/**
 * Which points were used by what, first in, first out: one row per lot and entry that took of it, and one per lot of which points lapsed.
 *
 * Where the ledger has entries of expired points, those rule. Where it has none, points lapse on their date as far as they were not used:
 * computed, not booked. What is taken beyond the balance is taken from the points gained next.
 *
 * On the axis of all points that a member ever gained, a lot ends at E, the points gained up to it. All that has left by an event ends at
 * G = S + max(0, max (Eₖ − Sₖ)), where S is what was taken so far and k runs over the lots that had expired by then with what was taken
 * by their end: the recursion G ← max(G, Eₖ), G ← G + taken, unrolled. Lots and uses are the pieces between these points.
 */
export const intPointsUse = model({
  name: "int_points_use",
  title: {
    en: "Which points were used by what, one row per lot and entry that took of it.",
    zh: "积分先进先出的使用去向，每批积分每次使用一行。"
  },
  from: [intAsOf, intCustomerPoints, intPointsRule],
  grain: ["entry_id", "used_by"],
  shard: "customer_id",
  columns: z.strictObject({
    entry_id: c.id("The entry that gained the points.", "获得这批积分的流水号。"),
    used_by: c.id("The entry that took them; where they lapsed, entry_id.", "使用它们的流水号；自动失效者为其自身。"),
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    use_kind: c.oneOf(
      useKinds,
      "How they left; lapse: past their date, computed, where the ledger books none.",
      "去向；lapse 为按到期日推算的失效（流水未记账）。"
    ),
    points: c.money("Points that left.", "离开的积分。"),
    gained_on: c.day("Day on which they were gained.", "获得日期。"),
    used_on: c.day("Day on which they left.", "离开日期。")
  }),
  query: (db, {loyalty, zone}) =>
    db
      .with("entries", () => placedEntries(db))
      .with("lots", () => lotsOf(db, "entries", loyalty))
      .with("events", (db) =>
        db
          .selectFrom("entries")
          .where("points", "<", 0)
          .select(({ref}) => [
            "customer_id",
            "entry_id",
            ref("entry_type").$castTo<UseKind>().as("use_kind"),
            "happened_at",
            ref("happened_on").as("used_on"),
            s.multiply(s.num(2), ref("place")).as("place"),
            s.multiply(s.num(-1), ref("points")).as("taken"),
            s.nothing<number>("decimal(18, 4)").as("expired_to")
          ])
          .unionAll(
            db
              .selectFrom("lots")
              .crossJoin("int_as_of")
              .crossJoin("int_points_rule")
              .where("books_expiry", "=", false)
              .whereRef("ends_at", "<=", "as_of_at")
              .select(({ref}) => {
                const isLater = s.compare(ref("ends_at"), ">", ref("happened_at"));
                const at = s.when(isLater, ref("ends_at"), ref("happened_at"));
                const after = s.add(s.multiply(s.num(2), ref("place")), s.num(1));
                return [
                  "customer_id",
                  "entry_id",
                  s.text("lapse").$castTo<UseKind>().as("use_kind"),
                  at.as("happened_at"),
                  s.day(s.local(at, zone)).as("used_on"),
                  s.when(isLater, s.num(0), after).as("place"),
                  s.amount("0").as("taken"),
                  ref("gained").as("expired_to")
                ];
              }) as any
          )
      )
      .with("sums", (db) =>
        db.selectFrom("events").select(({ref}) => {
          const order = {
            partitionBy: [ref("customer_id")],
            orderBy: [ref("happened_at"), ref("place"), ref("expired_to")]
          };
          return [
            "customer_id",
            "entry_id",
            "use_kind",
            "used_on",
            "expired_to",
            s.toMoney(s.running(s.sum(ref("taken")), order)).as("taken"),
            s.ordered(s.rowNumber(), order).as("turn")
          ];
        })
      )
      .with("gone", (db) =>
        db.selectFrom("sums").select(({ref}) => {
          const ahead = s.running(s.max(s.subtract(ref("expired_to"), ref("taken"))), {
            partitionBy: [ref("customer_id")],
            orderBy: [ref("turn")]
          });
          return [
            "customer_id",
            "entry_id",
            "use_kind",
            "used_on",
            "turn",
            s.toMoney(s.add(ref("taken"), s.greatest(s.coalesce(ahead, s.amount("0")), s.amount("0")))).as("ends")
          ];
        })
      )
      .with("points_on_axis", (db) =>
        db
          .selectFrom("lots")
          .select(({ref}) => [
            "customer_id",
            ref("gained").as("ends"),
            s.toBigint(s.num(0)).as("turn"),
            ref("entry_id").$castTo<string | null>().as("lot"),
            ref("happened_on").$castTo<Date | null>().as("gained_on"),
            s.nothing<string>("varchar").as("used_by"),
            s.nothing<UseKind>("varchar").as("use_kind"),
            s.nothing<Date>("date").as("used_on")
          ])
          .unionAll(
            db
              .selectFrom("gone")
              .select(({ref}) => [
                "customer_id",
                "ends",
                "turn",
                s.nothing<string>("varchar").as("lot"),
                s.nothing<Date>("date").as("gained_on"),
                "entry_id as used_by",
                "use_kind",
                ref("used_on").as("used_on")
              ]) as any
          )
      )
      .with("pieces", (db) =>
        db.selectFrom("points_on_axis").select(({ref}) => {
          const partitionBy = [ref("customer_id")];
          const backwards = {partitionBy, orderBy: [s.descending(ref("ends")), s.descending(ref("turn"))]};
          const next = <T>(x: s.Value<T>) => s.running(s.lastKnown(x), backwards);
          const from = s.ordered(s.lag(ref("ends")), {partitionBy, orderBy: [ref("ends"), ref("turn")]});
          return [
            "customer_id",
            s.subtract(ref("ends"), s.coalesce(from, s.amount("0"))).as("points"),
            next(ref("lot")).as("entry_id"),
            next(ref("gained_on")).as("gained_on"),
            next(ref("used_by")).as("used_by"),
            next(ref("use_kind")).as("use_kind"),
            next(ref("used_on")).as("used_on")
          ];
        })
      )
      .with("used", (db) =>
        db
          .selectFrom("pieces")
          .where("points", ">", 0)
          .where("entry_id", "is not", null)
          .where("used_by", "is not", null)
          .select(({ref}) => [
            ref("entry_id").$notNull().as("entry_id"),
            s
              .when(s.compare(ref("use_kind"), "=", s.text("lapse")), ref("entry_id"), ref("used_by"))
              .$notNull()
              .as("used_by"),
            "customer_id",
            ref("use_kind").$notNull().as("use_kind"),
            "points",
            ref("gained_on").$notNull().as("gained_on"),
            ref("used_on").$notNull().as("used_on")
          ])
      )
      .selectFrom("used")
      .selectAll()
});
