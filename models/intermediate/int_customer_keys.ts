import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {stgCustomers} from "../staging/stg_customers.ts";
import {address} from "./address.ts";
import {intIdentityMember} from "./int_identity_member.ts";
import {intIdentityRecord} from "./int_identity_record.ts";
import {intIdentityShared} from "./int_identity_shared.ts";
import {intIdentitySeen} from "./int_identity_seen.ts";

const kinds = ["customer_key", "email", "phone"] as const;
type Kind = (typeof kinds)[number];

/**
 * Which customer a source's key, an e-mail or a telephone number belongs to, one row per key, e-mail and number seen in any source.
 *
 * An e-mail or a number that events name without a key belongs to whom identity resolution gave it; one that only records have, to the
 * customer with most such records, then the smallest id. What too many share belongs to nobody.
 */
export const intCustomerKeys = model({
  name: "int_customer_keys",
  title: {
    en: "Which customer a key, an e-mail or a phone belongs to, one row per key, e-mail and number.",
    zh: "编号、邮箱与电话对应的客户，每个编号、邮箱或电话一行。"
  },
  from: [intIdentityMember, intIdentityRecord, intIdentitySeen, intIdentityShared, stgCustomers],
  grain: ["key_kind", "source_key"],
  columns: z.strictObject({
    key_kind: c.oneOf(kinds, "What source_key is.", "编号的种类。"),
    source_key: c.text("The key, the e-mail or the number as written.", "编号、邮箱或电话原文。", "personal"),
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。")
  }),
  query: (db) => {
    const keyed = (prefix: string, kind: Kind) =>
      db
        .selectFrom("int_identity_member")
        .where(({ref}) => s.startsWith(ref("record_key"), prefix))
        .select(({ref}) => [
          s.text(kind).$castTo<Kind>().as("key_kind"),
          s.after(ref("record_key"), prefix.length).as("source_key"),
          "customer_id"
        ]);
    const holders = (field: "email" | "phone") =>
      db
        .selectFrom(
          db
            .selectFrom(
              db
                .selectFrom("stg_customers")
                .select(["customer_key", field])
                .unionAll(db.selectFrom("int_identity_seen").select(["customer_key", field]) as any)
                .as("said")
            )
            .innerJoin("int_identity_member", (on) =>
              on.on(
                ({ref}) => s.compare(ref("record_key"), "=", s.join(s.text("customer:"), ref("customer_key"))) as any
              )
            )
            .where(({ref}) => s.isKnown(field === "email" ? address(ref(field)) : ref(field)))
            .where(
              field,
              "not in",
              db.selectFrom("int_identity_shared").where("field", "=", s.text(field)).select("value") as any
            )
            .where(
              field,
              "not in",
              db
                .selectFrom("int_identity_record")
                .where(({ref}) => s.startsWith(ref("record_key"), `${field}:`))
                .select(({ref}) => s.after(ref("record_key"), field.length + 1).as("contact")) as any
            )
            .groupBy([field, "customer_id"])
            .select(({ref}) => [
              ref(field).$notNull().as("value"),
              "customer_id",
              s
                .ordered(s.rowNumber(), {
                  partitionBy: [ref(field)],
                  orderBy: [s.descending(s.countDistinct(ref("record_key"))), ref("customer_id")]
                })
                .as("place")
            ])
            .as("holder")
        )
        .where("place", "=", 1)
        .select(({ref}) => [
          s.text(field).$castTo<Kind>().as("key_kind"),
          ref("value").as("source_key"),
          "customer_id"
        ]);
    return keyed("customer:", "customer_key")
      .unionAll(keyed("email:", "email"))
      .unionAll(keyed("phone:", "phone"))
      .unionAll(holders("email") as any)
      .unionAll(holders("phone") as any) as any;
  }
});
