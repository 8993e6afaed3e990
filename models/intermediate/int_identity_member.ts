import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {parties} from "../identity/comparisons.ts";
import {makeMembers} from "../identity/members.ts";
import {model} from "../model.ts";
import {intIdentityCandidate} from "./int_identity_candidate.ts";
import {intIdentityRecord, origins} from "./int_identity_record.ts";
import {intIdentitySeen} from "./int_identity_seen.ts";
import {intIdentityShared} from "./int_identity_shared.ts";

/** Which customer each record is, one row per record; ids stay what they were from build to build. */
export const intIdentityMember = model({
  name: "int_identity_member",
  title: {en: "Which customer each record is, one row per record.", zh: "每条记录对应的客户，每条记录一行。"},
  from: [intIdentityRecord, intIdentityCandidate, intIdentityShared, intIdentitySeen],
  grain: ["record_key"],
  columns: z.strictObject({
    record_key: c.id("The record.", "记录标识。", "personal"),
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    party: c.oneOf(parties, "Who it is.", "个人或组织。"),
    origin: c.oneOf(origins, "What kind of record it is.", "记录类型。"),
    cluster_records: c.count("Records of the customer.", "该客户的记录数。"),
    linked_by: c.oneOf(
      ["alone", "contact", "score", "rule", "steward"],
      "What ties it to the customer's other records, the firmest of several.",
      "与该客户其他记录的关联依据（取最可靠者）。"
    ),
    confidence: c.share("Greatest probability among the pairs that tie it.", "关联记录对中的最高概率。").nullable()
  }),
  procedure: {version: ({identity, pseudonymKey}) => [4, identity, pseudonymKey], make: makeMembers}
});
