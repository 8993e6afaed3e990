import {term, type Subject} from "../term.ts";

/** Words of the identity page. */
export const identity: Subject = {
  subject: {en: "Identity", zh: "身份识别"},
  terms: [
    term(
      "record",
      [
        "Record",
        "One key of a source, a lead, a company that a person names, or an e-mail address or telephone number seen without a key. Records become customers."
      ],
      ["记录", "来源中的一个编号、一条线索、个人所写的公司，或无编号出现的邮箱、电话。记录归并为客户。"],
      ["mart_identity_party", "records"]
    ),
    term(
      "match-weight",
      [
        "Match weight",
        "log2 of the odds that two records are one customer: the prior's plus log2(m ÷ u) of every comparison. 0 is even odds, each unit doubles them (Fellegi and Sunter)."
      ],
      [
        "匹配权重",
        "两条记录为同一客户的概率之比的 log2：先验加各项比较的 log2(m ÷ u)。0 为各半，每加 1 翻倍（Fellegi–Sunter）。"
      ],
      ["mart_identity_review", "weight"]
    ),
    term(
      "m-and-u",
      [
        "m and u",
        "m: share of pairs of one customer that are this much alike; u: share of pairs of strangers who are. Both are learnt from the records; where too few say so, m is a usual value."
      ],
      ["m 与 u", "m：同一客户的记录对中有此相似程度的比例；u：陌生人中的比例。由记录估计；样本不足时 m 取常用值。"],
      ["int_identity_level", "m_share"]
    ),
    term(
      "prior",
      ["Prior", "The probability that two random records are one customer, before anything is compared."],
      ["先验", "未作任何比较时，任意两条记录为同一客户的概率。"],
      ["mart_identity_party", "match_share"]
    ),
    term(
      "blocking",
      [
        "Blocking rule",
        "What two records must have in common to be compared, because comparing all with all would take too long."
      ],
      ["分块规则", "两条记录须有的共同之处，否则不作比较：全部两两比较耗时过长。"],
      ["int_identity_rule", "rule"]
    ),
    term(
      "blocking-recall",
      [
        "Blocking recall",
        "Share of the pairs of records within customers that some blocking rule brings together; the others were tied through a third record."
      ],
      ["分块召回率", "同一客户内的记录对中被某条分块规则带到一起的比例，其余经由第三条记录归并。"],
      ["mart_identity_party", "blocking_recall"]
    ),
    term(
      "unlinkable",
      [
        "Unlinkable",
        "A record that says so little that even a record equal to it would not reach the threshold of a link."
      ],
      ["无法归并", "信息过少的记录：即使与完全相同的记录相比，也达不到归并阈值。"],
      ["mart_identity_party", "unlinkable_records"]
    ),
    term(
      "expected-precision",
      [
        "Expected precision",
        "Mean probability of the linked pairs: the share of them that are right, if the probabilities are."
      ],
      ["预期精确率", "已归并记录对的平均概率：若概率可信，即其中正确的比例。"],
      ["mart_identity_party", "expected_true_links"]
    ),
    term(
      "review",
      [
        "Review",
        "What a pair waits for that may be one customer but is not likely enough to link. A steward says same, different or unsure; that word wins over rules and scores."
      ],
      ["复核", "可能为同一客户但尚不足以归并的记录对等待复核。人工决定为同一、不同或未定，优先于规则与评分。"],
      ["mart_identity_review", "place"]
    ),
    term(
      "density",
      ["Density", "Linked pairs ÷ all pairs among the records of a customer; keyless contacts are not compared."],
      ["密度", "客户各记录间已归并的记录对 ÷ 全部记录对；无编号联系不参与比较。"],
      ["mart_identity_cluster", "density"]
    ),
    term(
      "shared-value",
      [
        "Shared value",
        "An e-mail address, telephone or registration number that too many records or names have: it finds and ties none."
      ],
      ["共用值", "出现在过多记录或姓名上的邮箱、电话或登记号：不用于查找或归并。"],
      ["mart_identity_shared", "records"]
    )
  ]
};
