import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {intIdentityMember} from "../intermediate/int_identity_member.ts";
import {intIdentityPair} from "../intermediate/int_identity_pair.ts";
import {model} from "../model.ts";
import {customerParty} from "./customerParty.ts";
import * as s from "../sql.ts";

/** How many customers the list holds. */
const MOST = 20;

/**
 * The customers with the most records and how tightly those hang together, one row per place.
 *
 * Density is the share of all pairs of their records that are linked with each other: 1 where every record is like every other, little where a
 * chain of records ties strangers. Keyless contacts are never compared and count in `records` alone.
 */
export const martIdentityCluster = model({
  name: "mart_identity_cluster",
  title: {
    en: "The customers with the most records and how tightly those hang together, one row per place.",
    zh: "记录最多的客户及其内部连接密度，每个名次一行。"
  },
  from: [intIdentityMember, intIdentityPair],
  grain: ["place"],
  columns: z.strictObject({
    place: c.count("Place, from 1.", "名次，从 1 开始。"),
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。"),
    party: c.oneOf(["person", "organisation"], "person or organisation.", "个人或组织。"),
    records: c.count("Records of the customer.", "该客户的记录数。"),
    compared_records: c.count("Of them without keyless contacts.", "其中不含无编号联系者。"),
    links: c.count("Linked pairs among them.", "其中互相归并的记录对数。"),
    density: c
      .share("Links ÷ all pairs among the compared; null below two.", "连接密度：归并对数÷全部对数；不足两条为空。")
      .nullable(),
    least_confidence: c.share("Confidence in the least certain record.", "最不确定记录的置信度。").nullable()
  }),
  query: (db) =>
    db
      .with("customers", (db) =>
        db
          .selectFrom("int_identity_member")
          .groupBy("customer_id")
          .select(({ref}) => [
            "customer_id",
            customerParty(ref).as("party"),
            s.countRows().as("records"),
            s.countRows().filterWhere("origin", "<>", "contacts").as("compared"),
            s.min(ref("confidence")).$castTo<number | null>().as("least_confidence")
          ])
      )
      .with("placed", (db) =>
        db
          .selectFrom("customers")
          .where("records", ">", 1)
          .selectAll()
          .select(({ref}) =>
            s.ordered(s.rowNumber(), {orderBy: [s.descending(ref("records")), ref("customer_id")]}).as("place")
          )
      )
      .with("linked", (db) =>
        db
          .selectFrom("int_identity_pair")
          .where("verdict", "=", "link")
          .where("is_same", "=", true)
          .groupBy("left_id")
          .select(["left_id as linked_id", s.countRows().as("links")])
      )
      .selectFrom("placed")
      .leftJoin("linked", "linked_id", "customer_id")
      .where("place", "<=", MOST)
      .select(({ref}) => {
        const links = s.coalesce(ref("links"), s.num(0));
        const pairs = s.multiply(ref("compared"), s.subtract(ref("compared"), s.num(1)));
        return [
          "place",
          "customer_id",
          "party",
          "records",
          ref("compared").as("compared_records"),
          links.as("links"),
          s.ratio(s.multiply(links, s.num(2)), pairs).as("density"),
          "least_confidence"
        ];
      })
});
