import type {Expression} from "kysely";
import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {exactMean} from "../exact.ts";
import {wilsonHigh, wilsonLow} from "../intervals.ts";
import {model} from "../model.ts";
import {nth} from "../nth.ts";
import * as s from "../sql.ts";
import {martCustomer360} from "./mart_customer_360.ts";

/** Attributes by which customers are divided: columns of mart_customer_360. */
export const attributes = [
  "country",
  "acquisition_channel",
  "preferred_category",
  "preferred_channel",
  "party",
  "loyalty_tier"
] as const;
type Attribute = (typeof attributes)[number];
/** Values of an attribute that stand alone: those of most customers; all rarer ones are one. */
const MOST_VALUES = 50;

/**
 * Customers by what is known of them, one row per attribute and value; the values of an attribute add up to all customers, also without an order.
 *
 * "unknown" are those of whom nobody has told it, "(other)" all values but the fifty most frequent.
 */
export const martAttributeSegment = model({
  name: "mart_attribute_segment",
  title: {
    en: "Customers by what is known of them, one row per attribute and value.",
    zh: "按客户属性的分组，每个属性每个取值一行。"
  },
  from: [martCustomer360],
  grain: ["dimension", "value"],
  columns: z.strictObject({
    dimension: c.oneOf(attributes, "Column of mart_customer_360.", "mart_customer_360 的列。"),
    value: c.text("Its value; unknown; (other).", "取值；unknown 未知；(other) 其他。"),
    customers: c.count("Customers.", "客户数。"),
    customer_share: c.share("Of all customers.", "占全部客户的比例。"),
    buyers: c.count("Of them, with an order.", "其中有订单的客户数。"),
    orders: c.count("Their orders.", "订单数。"),
    net_revenue: c.money("Their net revenue so far.", "累计净收入。"),
    net_revenue_365d: c.money("Their net revenue of the last 365 days.", "近 365 天净收入。"),
    average_order_value: c.money("Net revenue per order.", "客单价。").nullable(),
    active_customers_365d: c.count("Customers who ordered in the last 365 days.", "近 365 天有订单的客户数。"),
    active_share: c.share("Share of the buyers.", "占有订单客户的比例。").nullable(),
    active_low: c.share("Lower end of its 95 % interval.", "区间下限。").nullable(),
    active_high: c.share("Upper end of its interval.", "区间上限。").nullable(),
    mean_risk_share: c.share("Mean risk of no order within the horizon.", "视野期内不再下单的平均风险。").nullable(),
    value_at_risk: c.money("Σ risk × expected revenue.", "风险价值合计。"),
    mean_clv: c.money("Mean lifetime value of those who have one.", "平均客户价值。").nullable()
  }),
  query: (db) =>
    db
      .with("told", (db) =>
        db
          .selectFrom("mart_customer_360")
          .crossJoin(s.series(1, attributes.length, "which"))
          .selectAll("mart_customer_360")
          .select(({ref}) => {
            const value = attributes.reduceRight<Expression<string | null>>(
              (other, name, i) => s.when(s.compare(ref("which.n"), "=", s.num(i + 1)), ref(name), other),
              s.nothing<string>("varchar")
            );
            return [
              nth(attributes, ref("which.n")).as("dimension"),
              s.coalesce(value, s.text<string>("unknown")).as("told")
            ];
          })
      )
      .with("counted", (db) =>
        db
          .selectFrom("told")
          .groupBy(["dimension", "told"])
          .select(({ref}) => [
            ref("dimension").as("counted_dimension"),
            ref("told").as("counted_value"),
            s
              .ordered(s.rowNumber(), {
                partitionBy: [ref("dimension")],
                orderBy: [s.descending(s.countRows()), ref("told")]
              })
              .as("place")
          ])
      )
      .with("grouped", (db) =>
        db
          .selectFrom("told")
          .innerJoin("counted", (on) =>
            on.onRef("counted_dimension", "=", "dimension").onRef("counted_value", "=", "told")
          )
          .selectAll("told")
          .select(({ref}) =>
            s
              .when(s.compare(ref("place"), "<=", s.num(MOST_VALUES)), ref("told"), s.text<string>("(other)"))
              .as("value")
          )
      )
      .with("held", (db) =>
        db
          .selectFrom("grouped")
          .groupBy(["dimension", "value"])
          .select(({ref}) => [
            "dimension",
            "value",
            s.countRows().as("customers"),
            s.countRows().filterWhere("orders", ">", 0).as("buyers"),
            s.toBigint(s.sum(ref("orders"))).as("orders"),
            s.sum(ref("net_revenue")).as("net_revenue"),
            s.sum(ref("net_revenue_365d")).as("net_revenue_365d"),
            s.countRows().filterWhere("orders_365d", ">", 0).as("active_customers_365d"),
            exactMean(ref("risk_share")).as("mean_risk_share"),
            s.coalesce(s.sum(ref("value_at_risk")), s.amount("0")).as("value_at_risk"),
            s.round(s.ratio(s.sum(ref("clv")), s.count(ref("clv"))), 4).as("mean_clv")
          ])
      )
      .selectFrom("held")
      .select(({ref}) => {
        const [x, n] = [ref("active_customers_365d"), ref("buyers")];
        const ofBuyers = <T>(value: Expression<T>) => s.onlyWhen(s.compare(n, ">", s.num(0)), value);
        return [
          ref("dimension").$castTo<Attribute>().as("dimension"),
          "value",
          "customers",
          s
            .ratio(ref("customers"), s.overall(s.sum(ref("customers")), ref("dimension")))
            .$notNull()
            .as("customer_share"),
          "buyers",
          "orders",
          "net_revenue",
          "net_revenue_365d",
          s.round(s.ratio(ref("net_revenue"), ref("orders")), 4).as("average_order_value"),
          "active_customers_365d",
          s.ratio(x, n).as("active_share"),
          ofBuyers(wilsonLow(x, n)).as("active_low"),
          ofBuyers(wilsonHigh(x, n)).as("active_high"),
          "mean_risk_share",
          "value_at_risk",
          "mean_clv"
        ];
      })
});
