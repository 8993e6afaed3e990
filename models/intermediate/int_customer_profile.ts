import {z} from "zod";
import type {GoldenField} from "../../ingest/identityConfig.ts";
import * as c from "../../warehouse/columns.ts";
import {parties} from "../identity/comparisons.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {stgCustomers} from "../staging/stg_customers.ts";
import {intCustomerField} from "./int_customer_field.ts";
import {intCustomerKeys} from "./int_customer_keys.ts";
import {intCustomerMember} from "./int_customer_member.ts";
import {intIdentityMember} from "./int_identity_member.ts";
import {customerRecord} from "./recordOf.ts";

/** Who a customer is, as one row: the golden record's values under their names. */
export const profileColumns = {
  customer_name: c.text("Name.", "姓名。", "personal").nullable(),
  email: c
    .text("E-mail address; the smallest where events alone name any.", "邮箱；仅见于事件时取最小者。", "personal")
    .nullable(),
  phone: c.text("Telephone number as written.", "电话原文。", "personal").nullable(),
  country: c.text("Country.", "国家。").nullable(),
  acquisition_channel: c.text("How the customer was won.", "获客渠道。").nullable(),
  owner: c.text("Who looks after the customer.", "负责人。", "personal").nullable(),
  accepts_marketing: c.flag("Agreed to marketing mail; null: unknown.", "是否同意营销邮件；空为未知。").nullable()
};

/** What a customer is, and of how much they were put together. */
export const partyColumns = {
  party: c.oneOf(parties, "Who it is.", "个人或组织。"),
  organisation_id: c
    .id("The organisation that most records say a person belongs to.", "记录最多的所属组织（假名）。")
    .nullable(),
  records: c.count(
    "Records that are this customer: keys, leads, contacts.",
    "归属该客户的记录数（编号、线索、联系方式）。"
  ),
  emails: c.count("E-mail addresses that are this customer.", "归属该客户的邮箱数。"),
  source_keys: c.count("Keys of sources that are this customer.", "归属该客户的来源编号数。")
};

/**
 * What the sources say about a customer, one row per customer: the values of int_customer_field side by side.
 *
 * Customers are all that identity resolution knows, so that one who only sent an e-mail is there too, and a company that a contact named.
 */
export const intCustomerProfile = model({
  name: "int_customer_profile",
  title: {en: "What the sources say about a customer, one row per customer.", zh: "客户属性，每位客户一行。"},
  from: [intCustomerField, intCustomerKeys, intCustomerMember, intIdentityMember, stgCustomers],
  grain: ["customer_id"],
  shard: "customer_id",
  columns: z.strictObject({
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    ...partyColumns,
    ...profileColumns,
    first_registered_on: c.day("Day of the oldest record.", "最早记录日期。").nullable()
  }),
  query: (db) =>
    db
      .with("customers", (db) =>
        db
          .selectFrom("int_identity_member")
          .leftJoin("stg_customers", (on) =>
            on.on(({ref}) => s.compare(ref("record_key"), "=", customerRecord(ref("customer_key"))))
          )
          .groupBy("customer_id")
          .select(({ref}) => [
            "customer_id",
            s.min(ref("party")).as("party"),
            s.countRows().as("records"),
            s.min(ref("registered_on")).$castTo<Date | null>().as("first_registered_on")
          ])
      )
      .with("keys", (db) =>
        db
          .selectFrom("int_customer_keys")
          .groupBy("customer_id")
          .select(({ref}) => {
            const keysOf = (kind: string) =>
              s.count(s.onlyWhen(s.compare(ref("key_kind"), "=", s.text(kind)), ref("source_key")));
            return ["customer_id", keysOf("email").as("emails"), keysOf("customer_key").as("source_keys")];
          })
      )
      .with("memberships", (db) =>
        db.selectFrom("int_customer_member").select(({ref}) => [
          "person_id",
          "organisation_id",
          s
            .ordered(s.rowNumber(), {
              partitionBy: [ref("person_id")],
              orderBy: [s.descending(ref("records")), ref("organisation_id")]
            })
            .as("membership_rank")
        ])
      )
      .with("golden", (db) =>
        db
          .selectFrom("int_customer_field")
          .groupBy("customer_id")
          .select(({ref}) => {
            const valueOf = (field: GoldenField) =>
              s.max(s.onlyWhen(s.compare(ref("field"), "=", s.text(field)), ref("value"))).$castTo<string | null>();
            return [
              "customer_id",
              valueOf("customer_name").as("customer_name"),
              valueOf("email").as("email"),
              valueOf("phone").as("phone"),
              valueOf("country").as("country"),
              valueOf("acquisition_channel").as("acquisition_channel"),
              valueOf("owner").as("owner"),
              s
                .compare(valueOf("accepts_marketing"), "=", s.text("true"))
                .$castTo<boolean | null>()
                .as("accepts_marketing")
            ];
          })
      )
      .selectFrom("customers")
      .leftJoin("memberships", (on) =>
        on.onRef("person_id", "=", "customers.customer_id").on("membership_rank", "=", 1)
      )
      .leftJoin("keys", "keys.customer_id", "customers.customer_id")
      .leftJoin("golden", "golden.customer_id", "customers.customer_id")
      .select(({ref}) => [
        "customers.customer_id",
        "party",
        "organisation_id",
        "customers.records",
        s.coalesce(ref("emails"), s.num(0)).as("emails"),
        s.coalesce(ref("source_keys"), s.num(0)).as("source_keys"),
        "customer_name",
        "email",
        "phone",
        "country",
        "acquisition_channel",
        "owner",
        "accepts_marketing",
        "first_registered_on"
      ])
});
