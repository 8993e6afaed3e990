import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {intIdentityMember} from "../intermediate/int_identity_member.ts";
import {intIdentityModel} from "../intermediate/int_identity_model.ts";
import {intIdentityPair} from "../intermediate/int_identity_pair.ts";
import {intIdentityWeight} from "../intermediate/int_identity_weight.ts";
import {model} from "../model.ts";
import {customerParty} from "./customerParty.ts";
import * as s from "../sql.ts";

/**
 * How records became customers, one row per party: people, organisations.
 *
 * Records are counted by what tied them: alone + by rule + by score + by steward + by contact = records. A link is a pair of records with that
 * verdict; `expected_true_links` sums their probabilities, so that it ÷ `links` is the precision to be expected of them.
 * Where a party has keyless contacts alone nothing is compared, and what the comparison rests on is null.
 */
export const martIdentityParty = model({
  name: "mart_identity_party",
  title: {
    en: "How records became customers, one row per party.",
    zh: "记录如何归并为客户，每类主体一行。"
  },
  from: [intIdentityMember, intIdentityModel, intIdentityPair, intIdentityWeight],
  grain: ["party"],
  columns: z.strictObject({
    party: c.oneOf(["person", "organisation"], "person or organisation.", "个人或组织。"),
    records: c.count("Records.", "记录数。"),
    customers: c.count("Customers that they are.", "对应的客户数。"),
    alone_records: c.count("Records that are a customer by themselves.", "独立成为一位客户的记录数。"),
    rule_records: c.count("Records tied to another by a rule.", "由规则归并的记录数。"),
    score_records: c.count("Records tied to another by score.", "由评分归并的记录数。"),
    steward_records: c.count("Records tied to another by a steward.", "由人工归并的记录数。"),
    contact_records: c.count(
      "Keyless contacts that follow their e-mail or telephone.",
      "随邮箱或电话归属的无编号联系。"
    ),
    pairs: c.count("Pairs of records with a score.", "已评分的记录对数。"),
    links: c.count("Of them linked.", "其中判为同一者。"),
    reviews: c.count("Of them in doubt and waiting for a steward.", "其中存疑、待人工复核者。"),
    settled_reviews: c.count(
      "Of them in doubt, but one customer by other pairs.",
      "其中存疑，但已由其他记录对归并者。"
    ),
    unsure_reviews: c.count("Of them left unsure by a steward.", "其中人工未能判断者。"),
    expected_true_links: c.number("Probabilities of the links, summed.", "已归并记录对的概率之和。"),
    compared_records: c.count("Records that the model compares.", "模型参与比较的记录数。"),
    unlinkable_records: c.count("Of them saying too little ever to be linked.", "其中信息过少、无法归并者。"),
    trained_records: c.count("Records that the parameters come from.", "用于估计参数的记录数。"),
    match_share: c.share("Prior: that two random records are one.", "先验：任意两条记录为同一者的概率。").nullable(),
    blocking_recall: c
      .share(
        "Share of the pairs within customers that blocking rules find.",
        "同一客户内的记录对中被分块规则找到的比例。"
      )
      .nullable(),
    link_probability: c.share("From here a pair is linked.", "达到此概率即归并。").nullable(),
    review_probability: c.share("From here a pair is reviewed.", "达到此概率即复核。").nullable()
  }),
  query: (db) =>
    db
      .with("of_customer", (db) =>
        db
          .selectFrom("int_identity_member")
          .groupBy("customer_id")
          .select(({ref}) => [ref("customer_id").as("of_id"), customerParty(ref).as("customer_party")])
      )
      .with("members", (db) =>
        db
          .selectFrom("int_identity_member")
          .innerJoin("of_customer", "of_id", "customer_id")
          .groupBy("customer_party")
          .select(({ref}) => [
            ref("customer_party").as("party"),
            s.countRows().as("records"),
            s.countDistinct(ref("customer_id")).as("customers"),
            s.countRows().filterWhere("linked_by", "=", "alone").as("alone_records"),
            s.countRows().filterWhere("linked_by", "=", "rule").as("rule_records"),
            s.countRows().filterWhere("linked_by", "=", "score").as("score_records"),
            s.countRows().filterWhere("linked_by", "=", "steward").as("steward_records"),
            s.countRows().filterWhere("linked_by", "=", "contact").as("contact_records")
          ])
      )
      .with("scored", (db) =>
        db
          .selectFrom("int_identity_weight")
          .groupBy("party")
          .select(({ref}) => [
            ref("party").as("scored_party"),
            s.sum(ref("pairs")).as("pairs"),
            s.sum(ref("pairs")).filterWhere("verdict", "=", "link").as("links")
          ])
      )
      .with("kept", (db) =>
        db
          .selectFrom("int_identity_pair")
          .groupBy("party")
          .select(({ref}) => {
            const inDoubt = s.compare(ref("verdict"), "=", s.text("review"));
            const open = s.both(inDoubt, s.isNull(ref("decided")));
            return [
              ref("party").as("kept_party"),
              s.sum(ref("probability")).filterWhere("verdict", "=", "link").as("expected"),
              s
                .countRows()
                .filterWhere(s.both(open, s.not(ref("is_same"))))
                .as("reviews"),
              s
                .countRows()
                .filterWhere(s.both(open, ref("is_same")))
                .as("settled_reviews"),
              s
                .countRows()
                .filterWhere(s.both(inDoubt, s.isKnown(ref("decided"))))
                .as("unsure_reviews")
            ];
          })
      )
      .selectFrom("members")
      .leftJoin("int_identity_model as model", "model.party", "members.party")
      .leftJoin("scored", "scored_party", "members.party")
      .leftJoin("kept", "kept_party", "members.party")
      .select(({ref}) => [
        "members.party",
        "members.records",
        "customers",
        "alone_records",
        "rule_records",
        "score_records",
        "steward_records",
        "contact_records",
        s.coalesce(ref("pairs"), s.num(0)).as("pairs"),
        s.coalesce(ref("links"), s.num(0)).as("links"),
        s.coalesce(ref("reviews"), s.num(0)).as("reviews"),
        s.coalesce(ref("settled_reviews"), s.num(0)).as("settled_reviews"),
        s.coalesce(ref("unsure_reviews"), s.num(0)).as("unsure_reviews"),
        s.coalesce(ref("expected"), s.toDouble(s.num(0))).as("expected_true_links"),
        s.coalesce(ref("model.records"), s.num(0)).as("compared_records"),
        s.coalesce(ref("unlinkable_records"), s.num(0)).as("unlinkable_records"),
        s.coalesce(ref("trained_records"), s.num(0)).as("trained_records"),
        "match_share",
        "blocking_recall",
        "link_probability",
        "review_probability"
      ])
});
