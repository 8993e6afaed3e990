import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {cellColumns, intCohortCell} from "./int_cohort_cell.ts";

const {period, dimension, group_name, periods_since_first} = cellColumns;
const group = ["period", "dimension", "group_name"] as const;

/** Elapsed periods are counted up to here: 40 years of weeks. */
const longest = 2_100;

/**
 * What all cohorts of a group have completed by elapsed period, in numbers that running sums turn into means; one row per period, group
 * and elapsed period, those without an order included.
 *
 * Numbers named last_ belong to the last period that their cohort has completed: summed from a period on they are those of the cohorts
 * that have completed it. Those named _change are what a period adds, less what cohorts that go no further have brought in all: summed up
 * to a period they are the cumulative ones of the cohorts that have completed it. So no cohort is held against every period.
 */
export const intCohortAge = model({
  name: "int_cohort_age",
  title: {
    en: "What all cohorts of a group have completed, one row per period, group and elapsed period.",
    zh: "各分组全部同期群的已完成数，每种周期、分组、周期龄一行。"
  },
  from: [intCohortCell],
  grain: ["period", "dimension", "group_name", "periods_since_first"],
  columns: z.strictObject({
    period,
    dimension,
    group_name,
    periods_since_first,
    active_customers: c.count(
      "Customers with an order in the period, where it is over.",
      "已结束周期内有订单的客户数。"
    ),
    orders: c.count("Their orders.", "其订单数。"),
    net_revenue: c.money("Their net revenue.", "其净收入。"),
    last_seen_customers: c.count(
      "Customers with their last order in it, or after it where it is the last that is over.",
      "末单在该周期（或其后未结束周期）的客户数。"
    ),
    last_cohorts: c.count("Cohorts whose last completed period it is.", "以此为最后完成周期的同期群数。"),
    last_customers: c.count("Their customers.", "其客户数。"),
    last_first_net_revenue: c.money("Their net revenue of period 0.", "其首个周期净收入。"),
    net_revenue_change: c.money(
      "Net revenue added, less that of cohorts left behind.",
      "净收入增量，减去不再计入的同期群。"
    ),
    costed_orders_change: c.integer("The same of orders of known cost.", "成本已知订单数的同一增量。"),
    costed_net_revenue_change: c.money("The same of their net revenue.", "其净收入的同一增量。"),
    margin_change: c.money("The same of their margin.", "其毛利的同一增量。")
  }),
  query: (db) => {
    const none = s.amount("0");
    const nobody = s.toBigint(s.num(0));
    return db
      .with("cohorts", (db) =>
        db
          .selectFrom("int_cohort_cell")
          .where("completed_periods", ">", 0)
          .groupBy([...group, "cohort_on", "completed_periods"])
          .select(({ref}) => {
            const isFirst = s.compare(ref("periods_since_first"), "=", s.num(0));
            const isDone = s.compare(ref("periods_since_first"), "<", ref("completed_periods"));
            const done = (x: "net_revenue" | "costed_net_revenue" | "margin") => s.sum(s.onlyWhen(isDone, ref(x)));
            return [
              ...group,
              "completed_periods",
              s.sum(ref("joining_customers")).as("customers"),
              s.sum(s.onlyWhen(isFirst, ref("net_revenue"))).as("first_net_revenue"),
              done("net_revenue").as("net_revenue"),
              s.sum(s.onlyWhen(isDone, ref("costed_orders"))).as("costed_orders"),
              done("costed_net_revenue").as("costed_net_revenue"),
              done("margin").as("margin")
            ];
          })
      )
      .with("groups", (db) =>
        db
          .selectFrom("cohorts")
          .groupBy([...group])
          .select(({ref}) => [...group, s.max(ref("completed_periods")).as("ages")])
      )
      .with("parts", (db) => {
        const blank = {
          active_customers: nobody,
          orders: nobody,
          net_revenue: none,
          last_seen_customers: nobody,
          last_cohorts: nobody,
          last_customers: nobody,
          last_first_net_revenue: none,
          net_revenue_change: none,
          costed_orders_change: nobody,
          costed_net_revenue_change: none,
          margin_change: none
        };
        type Part = {[K in keyof typeof blank]: s.Value<any>};
        const at = (age: s.Value<number>, given: Partial<Part>) => [
          age.as("age"),
          ...(Object.keys(blank) as (keyof Part)[]).map((name) => (given[name] ?? blank[name]).as(name))
        ];
        const done = db
          .selectFrom("int_cohort_cell")
          .whereRef("periods_since_first", "<", "completed_periods")
          .select(({ref}) => [
            ...group,
            ...at(ref("periods_since_first"), {
              active_customers: ref("active_customers"),
              orders: ref("orders"),
              net_revenue: ref("net_revenue"),
              net_revenue_change: ref("net_revenue"),
              costed_orders_change: ref("costed_orders"),
              costed_net_revenue_change: ref("costed_net_revenue"),
              margin_change: s.coalesce(ref("margin"), none)
            })
          ]);
        const lastOf = (completed: s.Value<number>) => s.subtract(completed, s.num(1));
        const seen = db
          .selectFrom("int_cohort_cell")
          .where("completed_periods", ">", 0)
          .select(({ref}) => [
            ...group,
            ...at(s.least(ref("periods_since_first"), lastOf(ref("completed_periods"))), {
              last_seen_customers: ref("last_seen_customers")
            })
          ]);
        const last = db.selectFrom("cohorts").select(({ref}) => [
          ...group,
          ...at(lastOf(ref("completed_periods")), {
            last_cohorts: s.toBigint(s.num(1)),
            last_customers: ref("customers"),
            last_first_net_revenue: s.coalesce(ref("first_net_revenue"), none)
          })
        ]);
        const left = db.selectFrom("cohorts").select(({ref}) => {
          const less = (x: "net_revenue" | "costed_net_revenue" | "margin") =>
            s.subtract(none, s.coalesce(ref(x), none));
          return [
            ...group,
            ...at(ref("completed_periods"), {
              net_revenue_change: less("net_revenue"),
              costed_orders_change: s.subtract(nobody, s.coalesce(ref("costed_orders"), nobody)),
              costed_net_revenue_change: less("costed_net_revenue"),
              margin_change: less("margin")
            })
          ];
        });
        const ages = db
          .selectFrom("groups")
          .crossJoin(s.series(0, longest, "elapsed"))
          .whereRef("n", "<", "ages")
          .select(({ref}) => [...group, ...at(ref("n"), {})]);
        return done.unionAll(seen).unionAll(last).unionAll(left).unionAll(ages);
      })
      .selectFrom("parts")
      .groupBy([...group, "age"])
      .select(({ref}) => {
        const count = (name: string) => s.toBigint(s.sum(ref(name as never)));
        return [
          ...group,
          ref("age").as("periods_since_first"),
          count("active_customers").as("active_customers"),
          count("orders").as("orders"),
          s.sum(ref("net_revenue")).as("net_revenue"),
          count("last_seen_customers").as("last_seen_customers"),
          count("last_cohorts").as("last_cohorts"),
          count("last_customers").as("last_customers"),
          s.sum(ref("last_first_net_revenue")).as("last_first_net_revenue"),
          s.sum(ref("net_revenue_change")).as("net_revenue_change"),
          count("costed_orders_change").as("costed_orders_change"),
          s.sum(ref("costed_net_revenue_change")).as("costed_net_revenue_change"),
          s.sum(ref("margin_change")).as("margin_change")
        ];
      });
  }
});
