import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {parties} from "../identity/comparisons.ts";
import {model} from "../model.ts";
import {intIdentityCandidate} from "./int_identity_candidate.ts";

/** The rules by which pairs were found, one row per party and rule: what they cost and what they brought. */
export const intIdentityRule = model({
  name: "int_identity_rule",
  title: {en: "The rules by which pairs were found, one row per rule.", zh: "查找记录对的规则，每条规则一行。"},
  from: [intIdentityCandidate],
  grain: ["party", "rule"],
  columns: z.strictObject({
    party: c.oneOf(parties, "Who is compared.", "个人或组织。"),
    rule: c.text("Columns whose values must be the same, or another way to a pair.", "须相同的列，或其他来源。"),
    pairs: c.count("Pairs that it found.", "找到的记录对数。"),
    skipped_values: c.count("Values passed over for having too many records.", "因记录过多而跳过的值数。"),
    skipped_pairs: c.number("Pairs that those would have made.", "跳过的值本会产生的记录对数。"),
    links: c.count("Of the pairs found, those that link.", "其中关联的记录对数。"),
    only_links: c.count("Links that no other rule found.", "仅由该规则找到的关联数。")
  }),
  procedure: {
    version: () => 1,
    make: ({warehouse, table}) =>
      warehouse.run(`create or replace table ${table} as
        select party, rule, pairs, skipped_values, skipped_pairs, links, only_links from identity.found order by all`)
  }
});
