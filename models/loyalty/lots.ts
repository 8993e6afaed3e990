import type {Kysely, SelectQueryBuilder} from "kysely";
import type {Database} from "../model.ts";
import type {intCustomerPoints} from "../intermediate/int_customer_points.ts";
import type {LoyaltySettings} from "../settings.ts";
import * as s from "../sql.ts";

const secondsPerDay = 86_400;
/** When points go that never expire. */
const neverAt = s.timestamp("2200-01-01 00:00:00");

/**
 * Entries of the points account in their order, one row per entry with points, each on the axis of its member's points: `place` counts a
 * member's entries, `gained` and `taken` are the points gained and taken by all up to this one.
 *
 * The order is that of time; of the same instant, gains come first, so that an account of days alone is not overdrawn by its order.
 */
export const placedEntries = (db: Kysely<any>) =>
  (db as Kysely<Database<readonly [typeof intCustomerPoints]>>)
    .selectFrom("int_customer_points")
    .where("points", "<>", 0)
    .select(({ref}) => {
      const isTaken = s.compare(ref("points"), "<", s.num(0));
      const order = {partitionBy: [ref("customer_id")], orderBy: [ref("happened_at"), isTaken, ref("entry_id")]};
      const upTo = (points: s.Value<number>) => s.toMoney(s.running(s.sum(points), order));
      const none = s.amount("0");
      return [
        "customer_id",
        "entry_id",
        "entry_type",
        "happened_at",
        "happened_on",
        "points",
        "expires_at",
        s.ordered(s.rowNumber(), order).as("place"),
        upTo(s.when(isTaken, none, ref("points"))).as("gained"),
        upTo(s.when(isTaken, s.multiply(s.num(-1), ref("points")), none)).as("taken")
      ];
    });

/** What was gained at once; `gained` is where it ends on the axis of its member's points. */
interface Entry {
  customer_id: string;
  entry_id: string;
  entry_type: "earn" | "adjust";
  happened_at: Date;
  happened_on: Date;
  points: number;
  expires_at: Date | null;
  place: number;
  gained: number;
}
type Lot = Entry & {own_end_at: Date | null; next_end_at: Date | null; ends_at: Date};

/**
 * Lots: what was gained, from a relation of placed entries, each with the instant at which what is left of it expires.
 *
 * That is what the entry says, else so many days after it as the configuration says; an entry that says neither expires with the next that
 * does, and never where none does. Since the oldest points are used first, none expire before older ones: `ends_at` is the latest of those so far.
 */
export const lotsOf = (db: Kysely<any>, entries: string, {expiryDays}: LoyaltySettings) => {
  const said = (db as Kysely<Record<string, Entry>>)
    .selectFrom(entries)
    .where("points", ">", 0)
    .select(({ref}) => {
      const own =
        expiryDays === null
          ? ref("expires_at")
          : s.coalesce(ref("expires_at"), s.addSeconds(ref("happened_at"), s.num(expiryDays * secondsPerDay)));
      return [
        "customer_id",
        "entry_id",
        "entry_type",
        "happened_at",
        "happened_on",
        "points",
        "place",
        "gained",
        own.$castTo<Date | null>().as("own_end_at"),
        s
          .running(s.lastKnown(own), {partitionBy: [ref("customer_id")], orderBy: [s.descending(ref("place"))]})
          .$castTo<Date | null>()
          .as("next_end_at")
      ];
    });
  return db
    .selectFrom(said.as("said"))
    .selectAll()
    .select(({ref}) =>
      s
        .running(s.max(s.coalesce(ref("next_end_at"), neverAt)), {
          partitionBy: [ref("customer_id")],
          orderBy: [ref("place")]
        })
        .as("ends_at")
    ) as unknown as SelectQueryBuilder<any, any, Lot>;
};

/** The instant at which a lot expires; null where it never does. */
export const endOf = (endsAt: s.Value<Date>) => s.onlyWhen(s.compare(endsAt, "<", neverAt), endsAt);
