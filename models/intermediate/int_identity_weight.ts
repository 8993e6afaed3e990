import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {parties} from "../identity/comparisons.ts";
import {model} from "../model.ts";
import {intIdentityCandidate} from "./int_identity_candidate.ts";

/** All compared pairs by weight, one row per party, bin and verdict. */
export const intIdentityWeight = model({
  name: "int_identity_weight",
  title: {
    en: "Compared pairs by match weight, one row per bin and verdict.",
    zh: "已比较记录对的权重分布，每个区间与结论一行。"
  },
  from: [intIdentityCandidate],
  grain: ["party", "weight_bin", "verdict"],
  columns: z.strictObject({
    party: c.oneOf(parties, "Who is compared.", "个人或组织。"),
    weight_bin: c.integer(
      "Whole bits of the posterior odds, rounded down; −60 and 60 hold all beyond.",
      "后验几率的比特数（向下取整），−60 与 60 含其外全部。"
    ),
    verdict: c.oneOf(["link", "review", "none"], "What follows.", "结论。"),
    pairs: c.count("Compared pairs.", "已比较的记录对数。")
  }),
  procedure: {
    version: () => 1,
    make: ({warehouse, table}) =>
      warehouse.run(`create or replace table ${table} as
        select party, weight_bin, verdict, pairs from identity.weights order by all`)
  }
});
