import {expect, it} from "vitest";
import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../../models/model.ts";
import {ratio, sum} from "../../models/sql.ts";

const title = {en: "", zh: ""};
const orders = model({
  name: "int_orders",
  title,
  from: [],
  grain: ["order_id"],
  columns: z.strictObject({order_id: c.id("", ""), country: c.text("", "").nullable(), net_revenue: c.money("", "")}),
  query: () => undefined as never
});
const columns = z.strictObject({country: c.text("", ""), net_revenue: c.money("", "")});
const declared = {name: "mart_country", title, from: [orders], grain: ["country"], columns} as const;

it("a query that gives every column with its type and nullability compiles", () => {
  const whole = model({
    ...declared,
    query: (db) =>
      db
        .selectFrom("int_orders")
        .where("country", "is not", null)
        .groupBy("country")
        .select(({ref}) => [ref("country").$notNull().as("country"), sum(ref("net_revenue")).as("net_revenue")])
  });
  expect(whole.name).toBe("mart_country");
});

it("the type checker refuses a missing, a mistyped, a nullable and an unknown column, and an input that is not declared", () => {
  const refused = [
    model({
      ...declared,
      // @ts-expect-error net_revenue is missing
      query: (db) => db.selectFrom("int_orders").select(({ref}) => [ref("country").$notNull().as("country")])
    }),
    model({
      ...declared,
      query: (db) =>
        // @ts-expect-error net_revenue is a text
        db
          .selectFrom("int_orders")
          .select(({ref}) => [ref("country").$notNull().as("country"), ref("order_id").as("net_revenue")])
    }),
    model({
      ...declared,
      // @ts-expect-error country may be null
      query: (db) => db.selectFrom("int_orders").select(["country", "net_revenue"])
    }),
    model({
      ...declared,
      query: (db) =>
        // @ts-expect-error a ratio may be null
        db
          .selectFrom("int_orders")
          .select(({ref}) => [
            ref("country").$notNull().as("country"),
            ratio(ref("net_revenue"), ref("net_revenue")).as("net_revenue")
          ])
    }),
    model({
      ...declared,
      // @ts-expect-error no such column
      query: (db) => db.selectFrom("int_orders").select(["countries", "net_revenue"])
    }),
    model({
      ...declared,
      // @ts-expect-error int_customers is not in `from`
      query: (db) => db.selectFrom("int_customers").select(["country", "net_revenue"])
    })
  ];
  expect(refused).toHaveLength(6);
});
