import {z} from "zod";
import {goldenFields, type GoldenField} from "../../ingest/identityConfig.ts";
import {ledgerLoads} from "../../ingest/ledgerRelations.ts";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {stgCustomers} from "../staging/stg_customers.ts";
import {stgLeads} from "../staging/stg_leads.ts";
import {intIdentityMember} from "./int_identity_member.ts";
import {intIdentityRecord} from "./int_identity_record.ts";
import {address} from "./address.ts";
import {companyRecord, customerRecord, leadRecord} from "./recordOf.ts";

const shape = stgCustomers.columns.shape;
const fields = Object.fromEntries(goldenFields.map((name) => [name, shape[name]])) as Pick<typeof shape, GoldenField>;

/** Every field of the golden record by the column that says it, else empty. */
const saidBy = (columns: Partial<Record<GoldenField, string>>, ref: (name: any) => s.Value<any>) =>
  goldenFields.map((name) => {
    const empty = name === "accepts_marketing" ? s.nothing<boolean>("boolean") : s.nothing<string>("varchar");
    const said = columns[name] ? ref(columns[name]) : empty;
    return (name === "email" ? address(said as s.Value<string | null>) : said).as(name);
  });

const ofCustomer = Object.fromEntries(goldenFields.map((name) => [name, name]));
const ofLead = {
  customer_name: "customer_name",
  company: "company",
  email: "email",
  phone: "phone",
  country: "country",
  owner: "owner"
};
const ofCompany = {customer_name: "said.company", company: "said.company"};

/**
 * What records of the sources say of customers, as they write it, one row per record and customer.
 *
 * A record of a person tells of the person, and where it names a company of that too: its name. `seen_at` is when the record was last
 * changed, else created.
 */
export const intCustomerRecord = model({
  name: "int_customer_record",
  title: {
    en: "What records say of customers, one row per record and customer.",
    zh: "来源记录的客户信息，每条记录每位客户一行。"
  },
  from: [intIdentityMember, intIdentityRecord, ledgerLoads, stgCustomers, stgLeads],
  grain: ["record_key", "customer_id"],
  columns: z.strictObject({
    record_key: c.id("The record.", "记录标识。", "personal"),
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    source: c.text("Source of the configuration; empty where it is not told.", "配置中的来源；未知为空。").nullable(),
    load_id: c.id("The load that brought the record.", "带来该记录的载入批次。", "public").nullable(),
    seen_at: c.instant("When the record was last changed, else created.", "记录最后修改（否则创建）时间。").nullable(),
    ...fields
  }),
  query: (db) =>
    db
      .with("said", (db) =>
        db
          .selectFrom("stg_customers")
          .select(({ref}) => [
            customerRecord(ref("customer_key")).as("said_key"),
            "load_id",
            s.firstOf(ref("updated_at"), ref("registered_at")).as("seen_at"),
            ...saidBy(ofCustomer, ref)
          ])
          .unionAll(
            db
              .selectFrom("stg_leads")
              .select(({ref}) => [
                leadRecord(ref("lead_id")).as("said_key"),
                "load_id",
                ref("created_at").as("seen_at"),
                ...saidBy(ofLead, ref)
              ]) as never
          )
      )
      .with("told", (db) =>
        db
          .selectFrom("said")
          .innerJoin("int_identity_member", "record_key", "said_key")
          .select(["said_key", "customer_id", "load_id", "seen_at", ...goldenFields])
          .unionAll(
            db
              .selectFrom("said")
              .innerJoin("int_identity_record as person", "person.record_key", "said_key")
              .innerJoin("int_identity_member", (on) =>
                on.on(({ref}) =>
                  s.compare(ref("int_identity_member.record_key"), "=", companyRecord(ref("person.company")))
                )
              )
              .where("person.party", "=", "person")
              .select(({ref}) => ["said_key", "customer_id", "load_id", "seen_at", ...saidBy(ofCompany, ref)])
          )
      )
      .selectFrom("told")
      .leftJoin("ledger_loads", "ledger_loads.load_id", "told.load_id")
      .select(["said_key as record_key", "customer_id", "source", "told.load_id", "seen_at", ...goldenFields])
});
