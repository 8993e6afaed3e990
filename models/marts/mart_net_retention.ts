import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intCustomerOrders} from "../intermediate/int_customer_orders.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";

/** z of the 95 % interval. */
const z95 = s.num(1.959963984540054);

/**
 * Net revenue retention of rolling twelve months, one row per end: as_of and the same day of the 12 months before it.
 *
 * With a, b the net revenue of a customer in the first and in the last twelve months: R = Σ b ÷ Σ a over the n customers with an order in
 * the first. Interval: linearised ratio, R ± z √(n ÷ (n − 1) · Σ (b − R a)²) ÷ Σ a (Cochran 1977, 6.4). Change = Σ b − Σ a over all
 * customers, its interval ± z √(Σ (b − a)²). Gross retention = Σ min(a, b) ÷ Σ a, never above 1. Ratios are null where Σ a is not above
 * zero. Left out where the history misses more than a month of the first.
 */
export const martNetRetention = model({
  name: "mart_net_retention",
  title: {
    en: "Net revenue retention of rolling twelve months, one row per end.",
    zh: "滚动 12 个月净收入留存，每个截止日一行。"
  },
  from: [intAsOf, intCustomerOrders],
  grain: ["to_on"],
  columns: z.strictObject({
    to_on: c.day("Last day of the last twelve months.", "近 12 个月末日。"),
    months_back: c.count("Months before as_of, 0–12.", "距截止日的月数，0–12。"),
    starting_customers: c.count("Customers with an order in the first twelve months.", "前 12 个月有订单的客户数。"),
    starting_net_revenue: c.money("Net revenue of the first twelve months.", "前 12 个月净收入。"),
    retained_net_revenue: c.money("Their net revenue in the last twelve.", "上述客户近 12 个月净收入。"),
    net_retention_ratio: c.number("Retained ÷ starting.", "净收入留存率。").nullable(),
    net_retention_low: c.number("Lower end of its interval.", "区间下限。").nullable(),
    net_retention_high: c.number("Upper end of its interval.", "区间上限。").nullable(),
    gross_retention_ratio: c.number("Retained without expansion ÷ starting.", "毛收入留存率（不含扩张）。").nullable(),
    change_net_revenue: c.money("Net revenue of the last minus the first twelve.", "净收入变动额。"),
    change_low: c.money("Lower end of its interval.", "变动额区间下限。"),
    change_high: c.money("Upper end of its interval.", "变动额区间上限。")
  }),
  query: (db) =>
    db
      .with("ends", (db) =>
        db
          .selectFrom("int_as_of")
          .crossJoin(s.series(0, 12, "back"))
          .select(({ref}) => {
            const months = (n: number) => s.addMonths(ref("as_of_on"), s.subtract(s.num(-n), ref("n")));
            return [
              ref("n").as("months_back"),
              "history_from_on",
              months(0).as("to_on"),
              months(12).as("turn_on"),
              months(24).as("before_on")
            ];
          })
      )
      .with("customers", (db) =>
        db
          .selectFrom("int_customer_orders")
          .innerJoin("ends", (on) => on.onRef("ordered_on", ">", "before_on").onRef("ordered_on", "<=", "to_on"))
          .where("is_cancelled", "=", false)
          .where(({ref}) => s.compare(ref("history_from_on"), "<=", s.addMonths(ref("before_on"), s.num(1))))
          .groupBy(["customer_id", "to_on", "months_back"])
          .select(({ref}) => {
            const first = s.compare(ref("ordered_on"), "<=", ref("turn_on"));
            return [
              "to_on",
              "months_back",
              s.anyTrue(first).as("is_starting"),
              s.sum(s.when(first, ref("net_revenue"), s.amount("0"))).as("a"),
              s.sum(s.when(first, s.amount("0"), ref("net_revenue"))).as("b")
            ];
          })
      )
      .with("sums", (db) =>
        db
          .selectFrom("customers")
          .groupBy(["to_on", "months_back"])
          .select(({ref}) => {
            const [a, b] = [ref("a"), ref("b")];
            const of = (x: typeof a) => s.sum(s.when(ref("is_starting"), x, s.amount("0")));
            const product = (x: typeof a, y: typeof a) => s.sum(s.onlyWhen(ref("is_starting"), s.multiply(x, y)));
            const change = s.subtract(b, a);
            return [
              "to_on",
              "months_back",
              s.countRows().filterWhere("is_starting", "=", true).as("n"),
              of(a).as("sum_a"),
              of(b).as("sum_b"),
              of(s.least(a, b)).as("sum_kept"),
              product(a, a).as("sum_aa"),
              product(a, b).as("sum_ab"),
              product(b, b).as("sum_bb"),
              s.sum(change).as("change"),
              s.multiply(z95, s.sqrt(s.sum(s.multiply(change, change)))).as("change_margin")
            ];
          })
      )
      .with("ratios", (db) =>
        db
          .selectFrom("sums")
          .selectAll()
          .select(({ref}) => {
            const ofStart = (x: "sum_b" | "sum_kept") =>
              s.onlyWhen(s.compare(ref("sum_a"), ">", s.num(0)), s.ratio(ref(x), ref("sum_a")));
            return [ofStart("sum_b").as("r"), ofStart("sum_kept").as("gross")];
          })
      )
      .with("margins", (db) =>
        db
          .selectFrom("ratios")
          .selectAll()
          .select(({ref}) => {
            const [r, n] = [ref("r"), ref("n")];
            const middle = s.multiply(s.num(2), s.multiply(r, ref("sum_ab")));
            const residuals = s.add(s.subtract(ref("sum_bb"), middle), s.multiply(s.multiply(r, r), ref("sum_aa")));
            const spread = s.multiply(s.ratio(n, s.subtract(n, s.num(1))), s.greatest(residuals, s.toDouble(s.num(0))));
            return s.ratio(s.multiply(z95, s.sqrt(spread)), ref("sum_a")).as("margin");
          })
      )
      .selectFrom("margins")
      .select(({ref}) => {
        const money = (x: Parameters<typeof s.roundMoney<number>>[0]) => s.roundMoney(s.toMoney(x));
        return [
          "to_on",
          "months_back",
          ref("n").as("starting_customers"),
          money(ref("sum_a")).as("starting_net_revenue"),
          money(ref("sum_b")).as("retained_net_revenue"),
          ref("r").as("net_retention_ratio"),
          s.subtract(ref("r"), ref("margin")).as("net_retention_low"),
          s.add(ref("r"), ref("margin")).as("net_retention_high"),
          ref("gross").as("gross_retention_ratio"),
          money(ref("change")).as("change_net_revenue"),
          money(s.subtract(ref("change"), ref("change_margin")).$castTo<number>()).as("change_low"),
          money(s.add(ref("change"), ref("change_margin")).$castTo<number>()).as("change_high")
        ];
      })
});
