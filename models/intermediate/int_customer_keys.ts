import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {pseudonym} from "../pseudonym.ts";
import {coalesce, countRows, either, isKnown, min, text} from "../sql.ts";
import {stgCustomers} from "../staging/stg_customers.ts";
import {stgFeedback} from "../staging/stg_feedback.ts";
import {stgOrders} from "../staging/stg_orders.ts";
import {stgTickets} from "../staging/stg_tickets.ts";

/**
 * Which customer a source's key or an e-mail belongs to, one row per key and per e-mail seen in any source.
 *
 * Records that share a key or an e-mail are one customer, resolved in one step: a key stands for its smallest e-mail, an e-mail for
 * the smallest e-mail among those of its keys, a key without any e-mail for itself. Limits: chains of more than one step stay apart,
 * an address shared by a household joins its members, and a misspelt address makes a second customer.
 */
export const intCustomerKeys = model({
  name: "int_customer_keys",
  title: {
    en: "Which customer a key or an e-mail belongs to, one row per key and e-mail.",
    zh: "编号与邮箱对应的客户，每个编号或邮箱一行。"
  },
  from: [stgCustomers, stgOrders, stgTickets, stgFeedback],
  grain: ["key_kind", "source_key"],
  columns: z.strictObject({
    key_kind: c.oneOf(["customer_key", "email"], "What source_key is.", "编号的种类。"),
    source_key: c.text("The key, or the e-mail.", "编号或邮箱。", "personal"),
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。")
  }),
  query: (db, {pseudonymKey}) =>
    db
      .with("pairs", (db) =>
        db
          .selectFrom(
            db
              .selectFrom("stg_orders")
              .select(["customer_key", "email"])
              .unionAll(db.selectFrom("stg_customers").select(["customer_key", "email"]))
              .unionAll(db.selectFrom("stg_tickets").select(["customer_key", "email"]))
              .unionAll(db.selectFrom("stg_feedback").select(["customer_key", "email"]))
              .as("seen")
          )
          .where(({ref}) => either(isKnown(ref("customer_key")), isKnown(ref("email"))))
          .groupBy(["customer_key", "email"])
          .select(["customer_key", "email"])
          .select(countRows().as("times"))
      )
      .with("key_email", (db) =>
        db
          .selectFrom("pairs")
          .where("customer_key", "is not", null)
          .groupBy("customer_key")
          .select(({ref}) => [
            ref("customer_key").$notNull().as("of_key"),
            min(ref("email")).$castTo<string | null>().as("smallest_email")
          ])
      )
      .with("email_anchor", (db) =>
        db
          .selectFrom("pairs")
          .leftJoin("key_email", "of_key", "customer_key")
          .where("email", "is not", null)
          .groupBy("email")
          .select(({ref}) => [
            ref("email").$notNull().as("of_email"),
            coalesce(min(ref("smallest_email")), ref("email").$notNull()).as("anchor")
          ])
      )
      .selectFrom("key_email")
      .leftJoin("email_anchor", "of_email", "smallest_email")
      .select(({ref}) => [
        text("customer_key").$castTo<"customer_key" | "email">().as("key_kind"),
        ref("of_key").as("source_key"),
        pseudonym("C-", pseudonymKey, coalesce(ref("anchor"), ref("of_key"))).as("customer_id")
      ])
      .unionAll((db) =>
        db
          .selectFrom("email_anchor")
          .select(({ref}) => [
            text("email").$castTo<"customer_key" | "email">().as("key_kind"),
            ref("of_email").$notNull().as("source_key"),
            pseudonym("C-", pseudonymKey, ref("anchor")).as("customer_id")
          ])
      )
});
