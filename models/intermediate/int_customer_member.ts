import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intIdentityMember} from "./int_identity_member.ts";
import {intIdentityRecord} from "./int_identity_record.ts";

/** Which people belong to which organisation, one row per person and organisation: by the company that a person's record names. */
export const intCustomerMember = model({
  name: "int_customer_member",
  title: {
    en: "Which people belong to which organisation, one row per person and organisation.",
    zh: "个人与所属组织，每个组合一行。"
  },
  from: [intIdentityRecord, intIdentityMember],
  grain: ["person_id", "organisation_id"],
  columns: z.strictObject({
    person_id: c.id("The person.", "个人。"),
    organisation_id: c.id("The organisation.", "组织。"),
    records: c.count("Records of the person that name it.", "提及该组织的记录数。")
  }),
  query: (db) => {
    const memberOf = (as: string, key: string, id: string) =>
      db
        .selectFrom("int_identity_member")
        .select(({ref}) => [ref("record_key").as(key), ref("customer_id").as(id)])
        .as(as);
    return (db.selectFrom("int_identity_record") as any)
      .innerJoin(memberOf("person", "person_key", "person_id"), "person_key", "record_key")
      .innerJoin(memberOf("organisation", "organisation_key", "organisation_id"), (on: any) =>
        on.on(({ref}: any) => s.compare(ref("organisation_key"), "=", s.join(s.text("company:"), ref("company"))))
      )
      .where("party", "=", s.text("person"))
      .where("company", "is not", null)
      .groupBy(["person_id", "organisation_id"])
      .select(["person_id", "organisation_id"])
      .select(s.countRows().as("records"));
  }
});
