import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {nth} from "../nth.ts";
import * as s from "../sql.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intCustomerOrders} from "../intermediate/int_customer_orders.ts";

const steps = ["start", "new", "reactivated", "expansion", "contraction", "churned", "end"] as const;

/**
 * What turned the net revenue of the twelve months before last into that of the last twelve, one row per step.
 *
 * The last window is the 12 calendar months that end at as_of, the first the 12 before. New customers placed their first order in the
 * last window; reactivated ones ordered before, but not in the first window; churned ones ordered only in the first. Changes add up
 * exactly: start + new + reactivated + expansion + contraction + churned = end. NRR = (start + expansion + contraction + churned)
 * ÷ start. GRR = Σ min(before, after) ÷ start over the customers of the first window: what rose counts as it was, so it is never above 1.
 * Ratios are null where start is not above zero, as where returns outweigh purchases.
 */
export const martRevenueBridge = model({
  name: "mart_revenue_bridge",
  title: {
    en: "Net revenue of the last twelve months against the twelve before, one row per step.",
    zh: "近 12 个月与之前 12 个月净收入的桥接，每步一行。"
  },
  from: [intAsOf, intCustomerOrders],
  grain: ["step"],
  columns: z.strictObject({
    step: c.oneOf(steps, "A total or a reason of change.", "总额或变动原因。"),
    position: c.count("Place in the bridge, from 1.", "桥接次序，从 1 开始。"),
    is_total: c.flag("A total, not a change.", "是否为总额。"),
    customers: c.count("Customers in the step.", "该步客户数。"),
    net_revenue: c.money("The total, or the signed change.", "总额，或带符号的变动额。"),
    start_ratio: c
      .number("Net revenue ÷ start; null where start is not above zero.", "占期初的比例；期初不大于零则空。")
      .nullable(),
    net_retention_ratio: c.number("NRR, the same on every row.", "净收入留存率（各行相同）。").nullable(),
    gross_retention_ratio: c.number("GRR, the same on every row.", "毛收入留存率（各行相同）。").nullable(),
    from_on: c.day("First day of the step's window.", "该步窗口首日。"),
    to_on: c.day("Last day of the step's window.", "该步窗口末日。"),
    is_covered: c.flag("Orders reach back to the start of both windows.", "订单历史是否覆盖两个窗口。")
  }),
  query: (db) =>
    db
      .with("customers", (db) =>
        db
          .selectFrom("int_customer_orders")
          .crossJoin("int_as_of")
          .where("is_cancelled", "=", false)
          .where(({ref}) => s.compare(ref("ordered_on"), ">", s.addMonths(ref("as_of_on"), s.num(-24))))
          .groupBy(["customer_id", "first_order_on", "as_of_on"])
          .select(({ref}) => {
            const yearAgo = s.addMonths(ref("as_of_on"), s.num(-12));
            const isNow = s.compare(ref("ordered_on"), ">", yearAgo);
            return [
              s.compare(ref("first_order_on"), ">", yearAgo).as("is_new"),
              s.anyTrue(isNow).as("is_active"),
              s.anyTrue(s.not(isNow)).as("was_active"),
              s.sum(s.when(isNow, s.amount("0"), ref("net_revenue"))).as("before"),
              s.sum(s.when(isNow, ref("net_revenue"), s.amount("0"))).as("after")
            ];
          })
      )
      .with("moved", (db) =>
        db.selectFrom("customers").select(({ref}) => {
          const rises = s.compare(ref("after"), ">=", ref("before"));
          const stayed = s.when(rises, s.text("expansion"), s.text("contraction"));
          const came = s.when(ref("is_new"), s.text("new"), s.text("reactivated"));
          return [
            s.when(s.not(ref("is_active")), s.text("churned"), s.when(ref("was_active"), stayed, came)).as("reason"),
            "before",
            "after",
            "was_active",
            "is_active"
          ];
        })
      )
      .with("totals", (db) =>
        db
          .selectFrom("moved")
          .select(({ref}) =>
            s.sum(s.onlyWhen(ref("was_active"), s.least(ref("before"), ref("after")))).as("kept_revenue")
          )
          .select(({ref}) =>
            steps.flatMap((step) => {
              const counts =
                step === "start"
                  ? ref("was_active")
                  : step === "end"
                    ? ref("is_active")
                    : s.compare(ref("reason"), "=", s.text(step));
              const change =
                step === "start"
                  ? ref("before")
                  : step === "end"
                    ? ref("after")
                    : s.subtract(ref("after"), ref("before"));
              return [
                s.count(s.onlyWhen(counts, ref("reason"))).as(`${step}_customers` as const),
                s.coalesce(s.sum(s.onlyWhen(counts, change)), s.amount("0")).as(`${step}_revenue` as const)
              ];
            })
          )
      )
      .selectFrom("int_as_of")
      .crossJoin("totals")
      .crossJoin(s.series(1, steps.length))
      .select(({ref}) => {
        const at = (step: (typeof steps)[number]) => s.compare(ref("n"), "=", s.num(steps.indexOf(step) + 1));
        const pick = (column: "customers" | "revenue") =>
          steps
            .slice(1)
            .reduce<s.Value<number>>(
              (otherwise, step) => s.when(at(step), ref(`${step}_${column}`), otherwise),
              ref(`start_${column}`) as never
            );
        const lost = s.add(s.add(ref("start_revenue"), ref("contraction_revenue")), ref("churned_revenue"));
        const ofStart = (x: s.Value<number | null>) =>
          s.onlyWhen(s.compare(ref("start_revenue"), ">", s.num(0)), s.ratio(x, ref("start_revenue")));
        const yearAgo = s.addMonths(ref("as_of_on"), s.num(-12));
        const twoYearsAgo = s.addMonths(ref("as_of_on"), s.num(-24));
        return [
          nth(steps, ref("n")).$castTo<(typeof steps)[number]>().as("step"),
          ref("n").as("position"),
          s.either(at("start"), at("end")).as("is_total"),
          pick("customers").as("customers"),
          pick("revenue").as("net_revenue"),
          ofStart(pick("revenue")).as("start_ratio"),
          ofStart(s.add(lost, ref("expansion_revenue"))).as("net_retention_ratio"),
          ofStart(ref("kept_revenue")).as("gross_retention_ratio"),
          s.addDays(s.when(at("start"), twoYearsAgo, yearAgo), s.num(1)).as("from_on"),
          s.when(at("start"), yearAgo, ref("as_of_on")).as("to_on"),
          s
            .compare(s.coalesce(ref("history_from_on"), ref("as_of_on")), "<=", s.addDays(twoYearsAgo, s.num(1)))
            .as("is_covered")
        ];
      })
});
