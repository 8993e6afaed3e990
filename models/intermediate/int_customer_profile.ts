import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {countRows, firstOf, min, onlyWhen, compare, overall, rowNumber, text} from "../sql.ts";
import {stgCustomers} from "../staging/stg_customers.ts";
import {intCustomerKeys} from "./int_customer_keys.ts";

/**
 * What the sources say about a customer, one row per customer.
 *
 * All attributes come from one record, the newest by registration, then by smallest key; the e-mail falls back to the smallest seen.
 */
export const intCustomerProfile = model({
  name: "int_customer_profile",
  title: {en: "What the sources say about a customer, one row per customer.", zh: "客户属性，每位客户一行。"},
  from: [intCustomerKeys, stgCustomers],
  grain: ["customer_id"],
  shard: "customer_id",
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    customer_name: c.text("Name.", "姓名。", "personal").nullable(),
    email: c.text("E-mail address.", "邮箱。", "personal").nullable(),
    phone: c.text("Telephone number.", "电话。", "personal").nullable(),
    country: c.text("Country.", "国家。").nullable(),
    acquisition_channel: c.text("How the customer was won.", "获客渠道。").nullable(),
    owner: c.text("Who looks after the customer.", "负责人。", "personal").nullable(),
    accepts_marketing: c.flag("Agreed to marketing mail.", "是否同意营销邮件。").nullable(),
    first_registered_on: c.day("Day of the oldest record.", "最早记录日期。").nullable()
  }),
  query: (db) =>
    db
      .with("customers", (db) =>
        db
          .selectFrom("int_customer_keys")
          .groupBy("customer_id")
          .select(({ref}) => [
            "customer_id",
            countRows().as("keys"),
            min(onlyWhen(compare(ref("key_kind"), "=", text("email")), ref("source_key"))).as("smallest_email")
          ])
      )
      .with("records", (db) =>
        db
          .selectFrom("stg_customers")
          .innerJoin("int_customer_keys", (on) =>
            on.onRef("source_key", "=", "customer_key").on("key_kind", "=", text("customer_key"))
          )
          .select(({ref}) => [
            ref("int_customer_keys.customer_id").as("of_customer"),
            "customer_name",
            "email",
            "phone",
            "country",
            "acquisition_channel",
            "owner",
            "accepts_marketing",
            overall(min(ref("registered_on")), ref("int_customer_keys.customer_id")).as("first_registered_on"),
            rowNumber()
              .over((over) =>
                over
                  .partitionBy("int_customer_keys.customer_id")
                  .orderBy("registered_at", (order) => order.desc().nullsLast())
                  .orderBy("customer_key")
              )
              .as("age_rank")
          ])
      )
      .selectFrom("customers")
      .leftJoin("records", (on) => on.onRef("of_customer", "=", "customer_id").on("age_rank", "=", 1))
      .select(({ref}) => [
        "customer_id",
        "customer_name",
        firstOf(ref("email"), ref("smallest_email")).as("email"),
        "phone",
        "country",
        "acquisition_channel",
        "owner",
        "accepts_marketing",
        "first_registered_on"
      ])
});
