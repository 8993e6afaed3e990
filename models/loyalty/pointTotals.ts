import type {QueryCreator} from "kysely";
import * as s from "../sql.ts";

/** What counts as active, and as the last year. */
const yearDays = 365;
/** Points that expire soon. */
const soonDays = 90;

const none = s.amount("0");

type Sums<Name extends string> = Record<Name, number>;
type Booked = Sums<
  | "members"
  | "active_members"
  | "redeeming_members"
  | "earned_points"
  | "redeemed_points"
  | "expired_points"
  | "adjusted_points"
  | "booked_points"
  | "earned_points_365d"
  | "redeemed_points_365d"
>;
type Held = Sums<
  | "outstanding_points"
  | "lapsed_points"
  | "owed_points"
  | "owing_members"
  | "undated_points"
  | "expiring_points"
  | "expiring_members"
  | "course_points"
  | "course_redeemed"
  | "course_members"
> &
  Record<"rr" | "rp" | "pp", number | null>;

/** What the ledger's entries sum to at int_as_of, one row. */
export const pointsBooked = (db: QueryCreator<any>) =>
  db
    .selectFrom("int_customer_points")
    .crossJoin("int_as_of")
    .select(({ref}) => {
      const isType = (type: string) => s.compare(ref("entry_type"), "=", s.text(type));
      const isLate = s.compare(s.daysBetween(ref("happened_on"), ref("as_of_on")), "<", s.num(yearDays));
      const points = (when: s.Value<boolean>) => s.toMoney(s.coalesce(s.sum(s.when(when, ref("points"), none)), none));
      const members = (when: s.Value<boolean>) => s.countDistinct(s.onlyWhen(when, ref("customer_id")));
      const positive = (x: s.Value<number>) => s.toMoney(s.multiply(s.num(-1), x));
      return [
        s.countDistinct(ref("customer_id")).as("members"),
        members(s.both(isLate, s.either(isType("earn"), isType("redeem")))).as("active_members"),
        members(s.both(isLate, isType("redeem"))).as("redeeming_members"),
        points(isType("earn")).as("earned_points"),
        positive(points(isType("redeem"))).as("redeemed_points"),
        positive(points(isType("expire"))).as("expired_points"),
        points(isType("adjust")).as("adjusted_points"),
        points(s.yes).as("booked_points"),
        points(s.both(isLate, isType("earn"))).as("earned_points_365d"),
        positive(points(s.both(isLate, isType("redeem")))).as("redeemed_points_365d")
      ];
    })
    .$castTo<Booked>();

/** The lots of a member at int_as_of, one row per member with one. */
export const memberLots = (db: QueryCreator<any>) =>
  db
    .selectFrom("int_points_lot")
    .crossJoin("int_as_of")
    .groupBy("customer_id")
    .select(({ref}) => {
      const points = (when: s.Value<boolean>) => s.toMoney(s.sum(s.when(when, ref("remaining_points"), none)));
      const over = (x: s.Value<number>) => s.toMoney(s.sum(s.when(ref("is_over"), x, none)));
      const isSoon = s.compare(s.daysBetween(ref("as_of_on"), ref("expires_on")), "<=", s.num(soonDays));
      return [
        "customer_id",
        points(s.yes).as("outstanding"),
        s.toMoney(s.sum(ref("lapsed_points"))).as("lapsed"),
        points(s.isNull(ref("expires_on"))).as("undated"),
        points(s.coalesce(isSoon, s.no)).as("soon"),
        over(s.toMoney(s.subtract(ref("points"), ref("adjusted_points")))).as("course"),
        over(ref("redeemed_points")).as("redeemed")
      ];
    });

/** What a member's entries sum to, one row per member. */
export const memberBalances = (db: QueryCreator<any>) =>
  db
    .selectFrom("int_customer_points")
    .groupBy("customer_id")
    .select(({ref}) => ["customer_id as member_id", s.toMoney(s.sum(ref("points"))).as("balance")]);

/**
 * What members hold of their lots (relation `lots`) and owe beyond them (`balances`), one row; rr, rp and pp are the sums of squares and
 * products of what was redeemed and what ran its course, over members.
 */
export const pointsHeld = (db: QueryCreator<any>) =>
  db
    .selectFrom("balances")
    .leftJoin("lots", "customer_id", "member_id")
    .select(({ref}) => {
      const of = (name: "outstanding" | "lapsed" | "undated" | "soon" | "course" | "redeemed") =>
        s.coalesce(ref(name), none);
      const owed = s.toMoney(
        s.subtract(s.subtract(of("outstanding"), ref("balance")), s.multiply(s.num(-1), of("lapsed")))
      );
      const total = (x: s.Value<number>) => s.toMoney(s.coalesce(s.sum(x), none));
      const squares = (a: s.Value<number>, b: s.Value<number>) => s.sum(s.exactProduct(a, b));
      const isIn = s.compare(of("course"), ">", none);
      return [
        total(of("outstanding")).as("outstanding_points"),
        total(of("lapsed")).as("lapsed_points"),
        total(owed).as("owed_points"),
        s.count(s.onlyWhen(s.compare(owed, ">", none), ref("member_id"))).as("owing_members"),
        total(of("undated")).as("undated_points"),
        total(of("soon")).as("expiring_points"),
        s.count(s.onlyWhen(s.compare(of("soon"), ">", none), ref("member_id"))).as("expiring_members"),
        total(of("course")).as("course_points"),
        total(of("redeemed")).as("course_redeemed"),
        s.count(s.onlyWhen(isIn, ref("member_id"))).as("course_members"),
        squares(of("redeemed"), of("redeemed")).as("rr"),
        squares(of("redeemed"), of("course")).as("rp"),
        squares(of("course"), of("course")).as("pp")
      ];
    })
    .$castTo<Held>();
