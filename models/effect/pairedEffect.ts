import type {Expression, Kysely} from "kysely";
import * as c from "../../warehouse/columns.ts";
import type {Database} from "../model.ts";
import * as s from "../sql.ts";
import {tMarginOfSums} from "../studentT.ts";
import type {intCustomerOrders} from "../intermediate/int_customer_orders.ts";
import type {intEffectMember} from "../intermediate/int_effect_member.ts";
import {longTenure} from "./pairs.ts";

export const effectMeasures = ["purchase_days", "net_revenue", "returning_share"] as const;
type EffectMeasure = (typeof effectMeasures)[number];

/** Under so many pairs nothing is said. */
export const leastPairs = 20;
/** How far back the dates of the placebo lie. */
const placeboDays = 365;

/** The columns of a mart of such an effect, one row per measure. */
export const effectColumns = {
  measure: c.oneOf(
    effectMeasures,
    "Days with an order, net revenue, or share with an order.",
    "购买天数、净收入，或有下单客户的占比。"
  ),
  state: c.oneOf(
    ["measured", "too_few"],
    "too_few: under 20 pairs, nothing can be said.",
    "too_few：配对不足 20 对，无法判断。"
  ),
  window_days: c.wholeDays("Days before and after.", "前后窗口天数。"),
  pairs: c.count("Pairs of customers.", "配对数。"),
  unmatched: c.count("Exposed customers without anybody alike.", "未找到相似客户的受影响客户数。"),
  exposed_before: c.number("Mean of the exposed before.", "受影响客户此前均值。").nullable(),
  exposed_after: c.number("Mean of the exposed after.", "受影响客户此后均值。").nullable(),
  matched_before: c.number("Mean of their like before.", "相似客户此前均值。").nullable(),
  matched_after: c.number("Mean of their like after.", "相似客户此后均值。").nullable(),
  difference: c.number("Difference of the differences.", "双重差分。").nullable(),
  low: c.number("Lower end of its 95 % interval.", "95% 区间下限。").nullable(),
  high: c.number("Upper end of its 95 % interval.", "95% 区间上限。").nullable(),
  is_clear: c.flag("That interval leaves zero out.", "区间不含零。"),
  placebo_pairs: c.count("Pairs that were customers a year earlier.", "一年前已是客户的配对数。"),
  placebo_difference: c.number("The same a year earlier.", "提前一年的同一计算。").nullable(),
  placebo_low: c.number("Lower end of its 95 % interval.", "95% 区间下限。").nullable(),
  placebo_high: c.number("Upper end of its 95 % interval.", "95% 区间上限。").nullable()
};

const windows = ["before", "after", "placebo_before", "placebo_after"] as const;
type Window = (typeof windows)[number];
const means = ["exposed_before", "exposed_after", "matched_before", "matched_after"] as const;
type Ref = (name: any) => Expression<any>;
type Tables = Database<readonly [typeof intCustomerOrders, typeof intEffectMember]>;

/**
 * What the members of pairs bought in so many days up to their day and, so many days of rest later, after it, one row per measure: a query over
 * int_customer_orders and a relation of memberColumns.
 *
 * The difference is that of the differences, after less before of the exposed, less after less before of their like, as the mean over pairs with
 * Student's 95 % interval. The placebo is the same of the same pairs with all dates a year earlier, where both had long been customers.
 */
export function pairedEffect(engine: Kysely<any>, members: string, days: number, rest = 0) {
  const db = engine as Kysely<Tables>;
  const begins = {
    before: -days,
    after: rest,
    placebo_before: -placeboDays - days,
    placebo_after: -placeboDays + rest
  };
  return db
    .with("bought", (db) =>
      db
        .selectFrom(`${members as "int_effect_member"} as member`)
        .leftJoin("int_customer_orders as placed", (on) =>
          on.onRef("placed.customer_id", "=", "member.customer_id").on("is_cancelled", "=", false)
        )
        .select(({ref}) => [
          "pair",
          "is_exposed",
          "is_matched",
          "tenure_days",
          "is_first_of_day",
          "net_revenue",
          s.daysBetween(ref("index_on"), ref("ordered_on")).$castTo<number | null>().as("offset_days")
        ])
    )
    .with("sides", (db) => {
      const rows = (measure: EffectMeasure) =>
        db
          .selectFrom("bought")
          .groupBy(["pair", "is_exposed", "is_matched", "tenure_days"])
          .select(({ref}) => [
            s.text(measure).$castTo<EffectMeasure>().as("measure"),
            "pair",
            "is_exposed",
            "is_matched",
            "tenure_days",
            ...windows.map((name) => measureOf(measure, begins[name], begins[name] + days, ref).as(name))
          ]);
      const [first, ...rest] = effectMeasures.map(rows);
      return rest.reduce((union, next) => union.unionAll(next), first!);
    })
    .with("pairs", (db) =>
      db
        .selectFrom("sides")
        .groupBy(["measure", "pair", "is_matched"])
        .select(({ref}) => {
          const of = (name: Window, isExposed: boolean) =>
            s.sum(s.when(isExposed ? ref("is_exposed") : s.not(ref("is_exposed")), ref(name), s.amount("0")));
          const change = (after: Window, before: Window) =>
            s.toMoney(
              s.subtract(s.subtract(of(after, true), of(before, true)), s.subtract(of(after, false), of(before, false)))
            );
          const wereCustomers = s.compare(s.min(ref("tenure_days")), ">=", s.num(longTenure));
          return [
            "measure",
            "is_matched",
            of("before", true).as("exposed_before"),
            of("after", true).as("exposed_after"),
            of("before", false).as("matched_before"),
            of("after", false).as("matched_after"),
            change("after", "before").as("gap"),
            s.onlyWhen(wereCustomers, change("placebo_after", "placebo_before")).as("placebo_gap")
          ];
        })
    )
    .with("summed", (db) =>
      db
        .selectFrom("pairs")
        .groupBy("measure")
        .select(({ref}) => {
          const matched = <T>(x: Expression<T>) => s.onlyWhen(ref("is_matched"), x);
          const [gap, placebo] = [matched(ref("gap")), matched(ref("placebo_gap"))];
          return [
            "measure",
            s.count(gap).as("pairs"),
            s.count(s.onlyWhen(s.not(ref("is_matched")), s.yes)).as("unmatched"),
            ...means.map((name) => s.sum(matched(ref(name))).as(name)),
            s.sum(gap).as("gap"),
            s.sum(s.exactProduct(gap, gap)).as("gap_squares"),
            s.count(placebo).as("placebo_pairs"),
            s.sum(placebo).as("placebo_gap"),
            s.sum(s.exactProduct(placebo, placebo)).as("placebo_squares")
          ];
        })
    )
    .with("told", (db) =>
      db
        .selectFrom("summed")
        .selectAll()
        .select(({ref}) => {
          const of = (
            n: "pairs" | "placebo_pairs",
            gap: "gap" | "placebo_gap",
            squares: "gap_squares" | "placebo_squares"
          ) => {
            const told = <T>(x: s.Value<T>) => s.onlyWhen(s.compare(ref(n), ">=", s.num(leastPairs)), x);
            return [
              told(s.ratio(ref(gap), ref(n))),
              told(s.round(tMarginOfSums(ref(n), ref(gap), ref(squares)), 6))
            ] as const;
          };
          const [difference, margin] = of("pairs", "gap", "gap_squares");
          const [placebo, placeboMargin] = of("placebo_pairs", "placebo_gap", "placebo_squares");
          return [
            difference.as("difference"),
            margin.as("margin"),
            placebo.as("placebo_difference"),
            placeboMargin.as("placebo_margin")
          ];
        })
    )
    .selectFrom("told")
    .select(({ref}) => {
      const low = s.subtract(ref("difference"), ref("margin"));
      const high = s.add(ref("difference"), ref("margin"));
      return [
        "measure",
        s.when(s.isKnown(low), s.text("measured"), s.text("too_few")).as("state"),
        s.toBigint(s.num(days)).as("window_days"),
        "pairs",
        "unmatched",
        ...means.map((name) => s.ratio(ref(name), ref("pairs")).as(name)),
        "difference",
        low.as("low"),
        high.as("high"),
        s.coalesce(s.either(s.compare(low, ">", s.num(0)), s.compare(high, "<", s.num(0))), s.no).as("is_clear"),
        "placebo_pairs",
        "placebo_difference",
        s.subtract(ref("placebo_difference"), ref("placebo_margin")).as("placebo_low"),
        s.add(ref("placebo_difference"), ref("placebo_margin")).as("placebo_high")
      ];
    });
}

/** A member's measure over their orders from after the first of two days to the second, both counted from the index day, as an amount. */
function measureOf(measure: EffectMeasure, after: number, to: number, ref: Ref): s.Value<number> {
  const offset = ref("offset_days");
  const isIn = s.both(s.compare(offset, ">", s.num(after)), s.compare(offset, "<=", s.num(to)));
  const days = s.count(s.onlyWhen(s.both(isIn, ref("is_first_of_day")), offset));
  if (measure === "net_revenue")
    return s.toMoney(s.coalesce(s.sum(s.onlyWhen(isIn, ref("net_revenue"))), s.amount("0")));
  return s.toMoney(
    s.toDouble(measure === "purchase_days" ? days : s.when(s.compare(days, ">", s.num(0)), s.num(1), s.num(0)))
  );
}
