import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {valueBands} from "../cohortDimensions.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {stgOrderLines} from "../staging/stg_order_lines.ts";
import {stgProducts} from "../staging/stg_products.ts";
import {intCustomerOrders} from "./int_customer_orders.ts";
import {intCustomerProfile} from "./int_customer_profile.ts";

/**
 * What was known of a customer at the first order, one row per customer with an order.
 *
 * Category and product are those with the greatest revenue on the order, then the first by name. The value is what the order was
 * worth before anything was paid back, its band a quarter of all first orders. Country is that of the profile, else of the order.
 */
export const intCustomerFirst = model({
  name: "int_customer_first",
  title: {
    en: "What was known of a customer at the first order, one row per customer.",
    zh: "首单时已知的客户属性，每位客户一行。"
  },
  from: [intCustomerOrders, intCustomerProfile, stgOrderLines, stgProducts],
  grain: ["customer_id"],
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    first_order_on: c.day("Day of the first order.", "首单日期。"),
    acquisition_channel: c.text("How the customer was won.", "获客渠道。").nullable(),
    first_sales_channel: c.text("Where the first order was placed.", "首单渠道。").nullable(),
    country: c.text("Country.", "国家。").nullable(),
    first_category: c.text("Product category of the first order.", "首单商品类别。").nullable(),
    first_product: c.text("Product of the first order.", "首单商品。").nullable(),
    first_value: c.oneOf(valueBands, "Band of the value of the first order.", "首单金额档位。")
  }),
  query: (db) =>
    db
      .with("firsts", (db) =>
        db
          .selectFrom("int_customer_orders")
          .where("is_first", "=", true)
          .select(({ref}) => [
            "order_id",
            "customer_id",
            "ordered_on",
            "sales_channel",
            "country",
            s.add(ref("net_revenue"), ref("refunded")).as("worth")
          ])
      )
      .with("bought", (db) =>
        db
          .selectFrom("firsts")
          .innerJoin("stg_order_lines", "stg_order_lines.order_id", "firsts.order_id")
          .leftJoin("stg_products", "stg_products.product_id", "stg_order_lines.product_id")
          .select(({ref}) => [
            "firsts.order_id",
            "line_revenue",
            "category",
            s
              .firstOf(
                ref("stg_products.product_name"),
                ref("stg_order_lines.product_name"),
                ref("stg_order_lines.product_id")
              )
              .as("product")
          ])
      )
      .with("parts", (db) => {
        const by = (column: "category" | "product", isCategory: boolean) =>
          db
            .selectFrom("bought")
            .where(column, "is not", null)
            .groupBy(["order_id", column])
            .select(({ref}) => [
              "order_id",
              (isCategory ? s.yes : s.no).as("is_category"),
              ref(column).$notNull().as("part"),
              s.sum(ref("line_revenue")).as("revenue")
            ]);
        return by("category", true).unionAll(by("product", false));
      })
      .with("ranked", (db) =>
        db.selectFrom("parts").select(({ref}) => [
          "order_id",
          "is_category",
          "part",
          s
            .ordered(s.rowNumber(), {
              partitionBy: [ref("order_id"), ref("is_category")],
              orderBy: [s.descending(ref("revenue")), ref("part")]
            })
            .as("place")
        ])
      )
      .with("main", (db) =>
        db
          .selectFrom("ranked")
          .where("place", "=", 1)
          .groupBy("order_id")
          .select(({ref}) => {
            const the = (isOne: s.Value<boolean>) => s.max(s.onlyWhen(isOne, ref("part"))).$castTo<string | null>();
            return [
              ref("order_id").as("main_order_id"),
              the(ref("is_category") as never).as("first_category"),
              the(s.not(ref("is_category"))).as("first_product")
            ];
          })
      )
      .with("cuts", (db) =>
        db
          .selectFrom("firsts")
          .select(({ref}) => [
            s.quantile(ref("worth"), 0.25).as("low"),
            s.quantile(ref("worth"), 0.5).as("middle"),
            s.quantile(ref("worth"), 0.75).as("high")
          ])
      )
      .selectFrom("firsts")
      .crossJoin("cuts")
      .leftJoin("main", "main_order_id", "firsts.order_id")
      .leftJoin("int_customer_profile as profile", "profile.customer_id", "firsts.customer_id")
      .select(({ref}) => {
        const upTo = (cut: "low" | "middle" | "high") => s.compare(s.toDouble(ref("worth")), "<=", ref(cut));
        const [lowest, lower, upper, highest] = valueBands;
        const above = s.when(upTo("high"), s.text(upper), s.text(highest));
        return [
          "firsts.customer_id",
          ref("firsts.ordered_on").as("first_order_on"),
          "profile.acquisition_channel",
          ref("firsts.sales_channel").as("first_sales_channel"),
          s.firstOf(ref("profile.country"), ref("firsts.country")).as("country"),
          "first_category",
          "first_product",
          s.when(upTo("low"), s.text(lowest), s.when(upTo("middle"), s.text(lower), above)).as("first_value")
        ];
      })
});
