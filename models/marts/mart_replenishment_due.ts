import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {windowDays} from "../baskets/replenishment.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intBasket} from "../intermediate/int_basket.ts";
import {intItem} from "../intermediate/int_item.ts";
import {intReplenishment} from "../intermediate/int_replenishment.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {martReplenishmentTest} from "./mart_replenishment_test.ts";

/** Rows that a page shows. */
const listed = 200;

/**
 * Who is due again for what, one row per customer and item that the own rhythm puts at soon due, due or late.
 *
 * They stand by expected revenue: the share of such cases that bought within 30 days of past days × what the customer's purchase of the item usually
 * brings.
 */
export const martReplenishmentDue = model({
  name: "mart_replenishment_due",
  title: {
    en: "Who is due again for what, one row per customer and item.",
    zh: "到期补货，每位客户每个商品一行。"
  },
  from: [intAsOf, intBasket, intItem, intReplenishment, martReplenishmentTest],
  grain: ["customer_id", "item_id"],
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    item_id: c.id("The product's key, else its name.", "商品编号；没有则为名称。", "public"),
    product_name: c.text("Name of the product.", "商品名称。").nullable(),
    category: c.text("Group of products.", "商品类别。").nullable(),
    purchase_days: c.count("Days on which the customer bought it: at least 3.", "购买天数（至少 3）。"),
    usual_gap_days: c.days("Median gap between them.", "购买间隔中位数。"),
    last_bought_on: c.day("The last of them.", "最近购买日。"),
    due_on: c.day("The last plus the usual gap.", "预计到期日。"),
    overdue_days: c.wholeDays("Days since then; below 0 those still to go.", "超期天数；负数为剩余天数。"),
    state: c.oneOf(
      ["soon", "due", "late"],
      "soon: within the days ahead; due: up to 1.5 usual gaps after the last purchase; late: up to 2.5.",
      "soon 即将到期，due 为距上次购买不超过 1.5 个常用间隔，late 不超过 2.5 个。"
    ),
    buy_share: c
      .share("Share of such past cases that bought within the window.", "历史同类情形在窗口期内购买的占比。")
      .nullable(),
    window_days: c.wholeDays("Days of that window.", "窗口天数。"),
    usual_revenue: c.money("What the customer's purchase of it brings on average.", "该客户平均每次购买该商品的收入。"),
    expected_revenue: c
      .money("Share × usual revenue; null where there is no past to test on.", "占比×常见收入；无历史可检验时为空。")
      .nullable(),
    place: c.count("Place by expected revenue, then usual revenue.", "按预期收入的名次。"),
    all_due: c.count("All such customers × items, the same on each row.", "此类客户×商品总数。"),
    all_customers: c.count("Their customers.", "其客户数。"),
    is_listed: c.flag("Among the first 200.", "前 200 名之一。")
  }),
  query: (db) =>
    db
      .with("who", (db) =>
        db
          .selectFrom("int_basket")
          .where("customer_number", "is not", null)
          .groupBy("customer_number")
          .select(({ref}) => ["customer_number", s.min(ref("customer_id")).as("customer_id")])
      )
      .with("due", (db) =>
        db
          .selectFrom("int_replenishment as stood")
          .innerJoin("int_as_of", "as_of_on", "stood.snapshot_on")
          .innerJoin("int_item as item", "item.item_number", "stood.item_number")
          .innerJoin("who", "who.customer_number", "stood.customer_number")
          .leftJoin("mart_replenishment_test as past", "past.state", "stood.state")
          .where("stood.state", "in", ["soon", "due", "late"])
          .select(({ref}) => {
            const usual = s.ratio(ref("stood.revenue"), ref("stood.purchase_days"));
            return [
              ref("who.customer_id" as never)
                .$castTo<string>()
                .as("customer_id"),
              "item.item_id",
              "item.product_name",
              "item.category",
              "stood.purchase_days",
              "stood.usual_gap_days",
              "stood.last_bought_on",
              "stood.due_on",
              s.daysBetween(ref("stood.due_on"), ref("as_of_on")).as("overdue_days"),
              ref("stood.state").$castTo<"soon" | "due" | "late">().as("state"),
              "past.buy_share",
              s.toMoney(s.round(usual, 4)).$notNull().as("usual_revenue"),
              s.toMoney(s.round(s.multiply(usual, ref("past.buy_share")), 4)).as("expected_revenue")
            ];
          })
      )
      .with("placed", (db) =>
        db
          .selectFrom("due")
          .selectAll()
          .select(({ref}) =>
            s
              .ordered(s.rowNumber(), {
                orderBy: [
                  s.descending(s.coalesce(ref("expected_revenue"), s.amount("0"))),
                  s.descending(ref("usual_revenue")),
                  ref("customer_id"),
                  ref("item_id")
                ]
              })
              .as("place")
          )
      )
      .with("totals", (db) =>
        db
          .selectFrom("due")
          .select(({ref}) => [s.countRows().as("all_due"), s.countDistinct(ref("customer_id")).as("all_customers")])
      )
      .selectFrom("placed")
      .crossJoin("totals")
      .select(({ref}) => [
        "customer_id",
        "item_id",
        "product_name",
        "category",
        "purchase_days",
        "usual_gap_days",
        "last_bought_on",
        "due_on",
        "overdue_days",
        "state",
        "buy_share",
        s.toBigint(s.num(windowDays)).as("window_days"),
        "usual_revenue",
        "expected_revenue",
        "place",
        "all_due",
        "all_customers",
        s.compare(ref("place"), "<=", s.num(listed)).as("is_listed")
      ])
});
