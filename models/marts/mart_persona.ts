import type {Expression} from "kysely";
import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {exactMean} from "../exact.ts";
import {wilsonHigh, wilsonLow} from "../intervals.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intPersona} from "../intermediate/int_persona.ts";
import {martCustomer360} from "./mart_customer_360.ts";
import {martPersonaTrait} from "./mart_persona_trait.ts";

/**
 * Who a persona is worth what, one row per persona; none where there are no personas.
 *
 * Every customer with an order is in exactly one. Traits are the features that name it, the strongest first, "+" where its customers have more than
 * the others, "-" where less, with blanks between: "orders+ recency_days-".
 */
export const martPersona = model({
  name: "mart_persona",
  title: {
    en: "Size, worth and risk of each persona, one row per persona.",
    zh: "各画像的规模、价值与风险，每个画像一行。"
  },
  from: [intPersona, martCustomer360, martPersonaTrait],
  grain: ["persona"],
  columns: z.strictObject({
    persona: c.count("Number of the persona.", "画像编号。"),
    traits: c.text("Features that name it; empty: none stands out.", "命名特征；空为无突出特征。"),
    customers: c.count("Customers in it.", "客户数。"),
    customer_share: c.share("Of all customers with an order.", "占全部有订单客户的比例。"),
    core_customers: c.count("Of them, clearly nearer to it than to any other.", "其中明显归属该画像的客户数。"),
    orders: c.count("Their orders.", "订单数。"),
    net_revenue: c.money("Their net revenue so far.", "累计净收入。"),
    net_revenue_365d: c.money("Their net revenue of the last 365 days.", "近 365 天净收入。"),
    revenue_ratio: c
      .number(
        "Part of the net revenue of all of the last 365 days; null where that is zero.",
        "占全部近 365 天净收入的比例；总额为零则空。"
      )
      .nullable(),
    average_order_value: c.money("Net revenue per order.", "客单价。").nullable(),
    active_customers_365d: c.count("Customers who ordered in the last 365 days.", "近 365 天有订单的客户数。"),
    active_share: c.share("Share of them.", "其占比。"),
    active_low: c.share("Lower end of its 95 % interval.", "区间下限。"),
    active_high: c.share("Upper end of its interval.", "区间上限。"),
    mean_risk_share: c.share("Mean risk of no order within the horizon.", "视野期内不再下单的平均风险。").nullable(),
    value_at_risk: c.money("Σ risk × expected revenue.", "风险价值合计。"),
    clv: c.money("Σ lifetime value.", "客户价值合计。").nullable(),
    mean_clv: c.money("Mean lifetime value of those who have one.", "平均客户价值。").nullable()
  }),
  query: (db) =>
    db
      .with("held", (db) =>
        db
          .selectFrom("int_persona as own")
          .innerJoin("mart_customer_360 as known", "known.customer_id", "own.customer_id")
          .groupBy("persona")
          .select(({ref}) => [
            "persona",
            s.countRows().as("customers"),
            s.countRows().filterWhere("is_core", "=", true).as("core_customers"),
            s.toBigint(s.sum(ref("orders"))).as("orders"),
            s.sum(ref("net_revenue")).as("net_revenue"),
            s.sum(ref("net_revenue_365d")).as("net_revenue_365d"),
            s.countRows().filterWhere("orders_365d", ">", 0).as("active_customers_365d"),
            exactMean(ref("risk_share")).as("mean_risk_share"),
            s.coalesce(s.sum(ref("value_at_risk")), s.amount("0")).as("value_at_risk"),
            s.sum(ref("clv")).$castTo<number | null>().as("clv"),
            s.count(ref("clv")).as("valued")
          ])
      )
      .with("named", (db) =>
        db
          .selectFrom("mart_persona_trait")
          .where("is_naming", "=", true)
          .groupBy("persona")
          .select(({ref}) => {
            const word = s.join(
              ref("feature"),
              s.when(s.compare(ref("difference"), ">", s.toDouble(s.num(0))), s.text<string>("+"), s.text<string>("-"))
            );
            const trait = (rank: number) =>
              s.min(s.onlyWhen(s.compare(ref("trait_rank"), "=", s.num(rank)), word)).$castTo<string | null>();
            return [
              ref("persona").as("named_persona"),
              trait(1).as("first"),
              trait(2).as("second"),
              trait(3).as("third")
            ];
          })
      )
      .selectFrom("held")
      .leftJoin("named", "named_persona", "persona")
      .select(({ref}) => {
        const after = (trait: Expression<string | null>) =>
          s.coalesce(s.join(s.text<string>(" "), trait), s.text<string>(""));
        const total = (x: Expression<number>) => s.overall(s.sum(x));
        return [
          "persona",
          s.join(s.coalesce(ref("first"), s.text<string>("")), after(ref("second")), after(ref("third"))).as("traits"),
          "customers",
          s
            .ratio(ref("customers"), total(ref("customers")))
            .$notNull()
            .as("customer_share"),
          "core_customers",
          "orders",
          "net_revenue",
          "net_revenue_365d",
          s.ratio(ref("net_revenue_365d"), total(ref("net_revenue_365d"))).as("revenue_ratio"),
          s.round(s.ratio(ref("net_revenue"), ref("orders")), 4).as("average_order_value"),
          "active_customers_365d",
          s.ratio(ref("active_customers_365d"), ref("customers")).$notNull().as("active_share"),
          wilsonLow(ref("active_customers_365d"), ref("customers")).as("active_low"),
          wilsonHigh(ref("active_customers_365d"), ref("customers")).as("active_high"),
          "mean_risk_share",
          "value_at_risk",
          "clv",
          s.round(s.ratio(ref("clv"), ref("valued")), 4).as("mean_clv")
        ];
      })
});
