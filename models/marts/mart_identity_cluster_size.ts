import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {intIdentityMember} from "../intermediate/int_identity_member.ts";
import {model} from "../model.ts";
import {customerParty} from "./customerParty.ts";
import * as s from "../sql.ts";

/** How many records customers consist of, one row per party and number of records. Customers × records sum to all records. */
export const martIdentityClusterSize = model({
  name: "mart_identity_cluster_size",
  title: {
    en: "How many records customers consist of, one row per party and number of records.",
    zh: "客户由几条记录构成，每类主体与记录数一行。"
  },
  from: [intIdentityMember],
  grain: ["party", "records"],
  columns: z.strictObject({
    party: c.oneOf(["person", "organisation"], "person or organisation.", "个人或组织。"),
    records: c.count("Records of a customer.", "每位客户的记录数。"),
    customers: c.count("Customers with so many.", "有此数目的客户数。")
  }),
  query: (db) =>
    db
      .with("customers", (db) =>
        db
          .selectFrom("int_identity_member")
          .groupBy("customer_id")
          .select(({ref}) => ["customer_id", customerParty(ref).as("party"), s.countRows().as("records")])
      )
      .selectFrom("customers")
      .groupBy(["party", "records"])
      .select(["party", "records", s.countRows().as("customers")])
});
