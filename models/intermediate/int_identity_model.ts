import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {parties} from "../identity/comparisons.ts";
import {summarise} from "../identity/summary.ts";
import {model} from "../model.ts";
import {intIdentityCandidate} from "./int_identity_candidate.ts";
import {intIdentityMember} from "./int_identity_member.ts";
import {intIdentityRecord} from "./int_identity_record.ts";
import {intIdentitySeen} from "./int_identity_seen.ts";
import {intIdentityShared} from "./int_identity_shared.ts";

/** How the records of a party were told apart, one row per party. */
export const intIdentityModel = model({
  name: "int_identity_model",
  title: {
    en: "How the records of a party were told apart, one row per party.",
    zh: "各类型记录的识别方式，每个类型一行。"
  },
  from: [intIdentityRecord, intIdentityShared, intIdentitySeen, intIdentityCandidate, intIdentityMember],
  grain: ["party"],
  columns: z.strictObject({
    party: c.oneOf(parties, "Who is compared.", "个人或组织。"),
    records: c.count("Records that were compared.", "参与比较的记录数。"),
    trained_records: c.count("Records when the weights were learnt.", "学习权重时的记录数。"),
    match_share: c.share(
      "Prior: of all pairs but those of one household, those that match.",
      "先验：除同一住户外的记录对中匹配的占比。"
    ),
    blocking_recall: c
      .share(
        "Of all pairs within customers, those that the rules found to compare; null without any.",
        "同一客户内的记录对中被规则找到的占比；无记录对为空。"
      )
      .nullable(),
    unlinkable_records: c.count(
      "Records that say too little: not even one like them would link.",
      "信息不足、即使完全相同也无法关联的记录数。"
    ),
    iterations: c.count("Rounds of expectation maximisation in the longest session.", "期望最大化的最多迭代次数。"),
    link_probability: c.share("From here on a pair links.", "关联阈值。"),
    review_probability: c.share("From here on a pair waits for review.", "待审阈值。")
  }),
  procedure: {version: ({identity}) => [1, identity], make: summarise}
});
