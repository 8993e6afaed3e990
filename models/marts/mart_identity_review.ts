import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {intCustomerValue} from "../intermediate/int_customer_value.ts";
import {intIdentityPair} from "../intermediate/int_identity_pair.ts";
import {model} from "../model.ts";
import {pseudonym} from "../pseudonym.ts";
import * as s from "../sql.ts";

/** How many pairs the list holds. */
const LONGEST = 300;

/**
 * Which pairs of records a person should look at first, one row per place of the queue.
 *
 * Pairs in doubt that no steward has looked at and no other pair makes one customer. One pair of each two customers comes before a second
 * one of the same two; then by value at stake (net revenue of both customers together), then by how near the probability is to a half.
 * Evidence is JSON: comparison, level, weight; it holds no value of a record.
 */
export const martIdentityReview = model({
  name: "mart_identity_review",
  title: {
    en: "Which pairs of records to look at first, one row per place of the queue.",
    zh: "先复核哪些记录对，每个名次一行。"
  },
  from: [intCustomerValue, intIdentityPair],
  grain: ["place"],
  columns: z.strictObject({
    place: c.count("Place in the queue, from 1.", "名次，从 1 开始。"),
    party: c.oneOf(["person", "organisation"], "person or organisation.", "个人或组织。"),
    left_record: c.id("One record, as a pseudonym.", "一条记录（假名）。"),
    right_record: c.id("The other record, as a pseudonym.", "另一条记录（假名）。"),
    left_customer_id: c.id("Customer of the one, as a pseudonym.", "前者所属客户（假名）。"),
    right_customer_id: c.id("Customer of the other, as a pseudonym.", "后者所属客户（假名）。"),
    weight: c.number("Match weight: log2 of the odds that both are one.", "匹配权重：同一者概率之比的 log2。"),
    probability: c.share("Probability that both are one.", "两者为同一者的概率。"),
    value_at_stake: c.money("Net revenue of both customers.", "双方客户净收入之和。"),
    found_by: c.text("Blocking rule that brought both together.", "使两者被比较的分块规则。"),
    evidence: c.text("JSON: [comparison, level, weight] each.", "JSON：各项比较、等级与权重。")
  }),
  query: (db, {pseudonymKey}) =>
    db
      .with("waiting", (db) =>
        db
          .selectFrom("int_identity_pair")
          .leftJoin("int_customer_value as lv", "lv.customer_id", "left_id")
          .leftJoin("int_customer_value as rv", "rv.customer_id", "right_id")
          .where("verdict", "=", "review")
          .where("decided", "is", null)
          .where("is_same", "=", false)
          .select(({ref}) => {
            const value = (of: "lv.net_revenue" | "rv.net_revenue") => s.coalesce(ref(of), s.amount("0"));
            return [
              "party",
              "left_key",
              "right_key",
              "left_id",
              "right_id",
              "weight",
              "probability",
              s.abs(s.subtract(ref("probability"), s.toDouble(s.num(0.5)))).as("doubt"),
              s.add(value("lv.net_revenue"), value("rv.net_revenue")).as("value_at_stake"),
              "found_by",
              "evidence"
            ];
          })
      )
      .with("turns", (db) =>
        db
          .selectFrom("waiting")
          .selectAll()
          .select(({ref}) => {
            const both = [s.least(ref("left_id"), ref("right_id")), s.greatest(ref("left_id"), ref("right_id"))];
            const order = [ref("doubt"), ref("left_key"), ref("right_key")];
            return s.ordered(s.rowNumber(), {partitionBy: both, orderBy: order}).as("turn");
          })
      )
      .with("placed", (db) =>
        db
          .selectFrom("turns")
          .selectAll()
          .select(({ref}) => {
            const order = [s.descending(ref("value_at_stake")), ref("doubt"), ref("left_key"), ref("right_key")];
            return s.ordered(s.rowNumber(), {orderBy: [ref("turn"), ...order]}).as("place");
          })
      )
      .selectFrom("placed")
      .where("place", "<=", LONGEST)
      .select(({ref}) => [
        "place",
        "party",
        pseudonym("R-", pseudonymKey, ref("left_key")).as("left_record"),
        pseudonym("R-", pseudonymKey, ref("right_key")).as("right_record"),
        ref("left_id").as("left_customer_id"),
        ref("right_id").as("right_customer_id"),
        "weight",
        "probability",
        "value_at_stake",
        "found_by",
        "evidence"
      ])
});
