import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {stgLeads} from "../staging/stg_leads.ts";
import {mayHaveHappenedBy} from "./happenedBy.ts";
import {intAsOf} from "./int_as_of.ts";
import {intIdentityMember} from "./int_identity_member.ts";
import {leadRecord} from "./recordOf.ts";

/** Leads with the customer that each is, one row per lead that had come in by as_of or does not say when it did. */
export const intCustomerLeads = model({
  name: "int_customer_leads",
  title: {en: "Leads with the customer that each is, one row per lead.", zh: "线索及其对应客户，每条一行。"},
  from: [intAsOf, intIdentityMember, stgLeads],
  grain: ["lead_id"],
  shard: "customer_id",
  columns: z.strictObject({
    lead_id: c.id("The CRM's own key of the lead.", "线索编号。"),
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    created_at: c.instant("When the lead came in.", "线索创建时间。").nullable(),
    created_on: c.day("Business day of it.", "线索创建日期。").nullable(),
    lead_source: c.text("Where the lead came from.", "线索来源。").nullable()
  }),
  query: (db) =>
    db
      .selectFrom("stg_leads")
      .innerJoin("int_identity_member", (on) =>
        on.on(({ref}) => s.compare(ref("record_key"), "=", leadRecord(ref("lead_id"))))
      )
      .crossJoin("int_as_of")
      .where(({ref}) => mayHaveHappenedBy(ref("created_at"), ref))
      .select(["lead_id", "customer_id", "created_at", "created_on", "lead_source"])
});
