import type {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intIdentityCandidate} from "./int_identity_candidate.ts";
import {intIdentityMember} from "./int_identity_member.ts";

/** Pairs of records that may be one customer, with what became of them, one row per pair. */
export const intIdentityPair = model({
  name: "int_identity_pair",
  title: {
    en: "Pairs of records that may be one customer, with what became of them, one row per pair.",
    zh: "可能为同一客户的记录对及其结果，每对一行。"
  },
  from: [intIdentityCandidate, intIdentityMember],
  grain: ["left_key", "right_key"],
  columns: intIdentityCandidate.columns.omit({left_number: true, right_number: true}).extend({
    left_id: c.id("The customer of the first record.", "第一条记录的客户。"),
    right_id: c.id("The customer of the second record.", "第二条记录的客户。"),
    is_same: c.flag("Both ended as one customer.", "最终为同一客户。")
  }) as unknown as z.ZodObject<
    Omit<typeof intIdentityCandidate.columns.shape, "left_number" | "right_number"> & {
      left_id: z.ZodString;
      right_id: z.ZodString;
      is_same: z.ZodBoolean;
    }
  >,
  query: (db) => {
    const of = (side: string) =>
      db
        .selectFrom("int_identity_member")
        .select(({ref}) => [ref("record_key").as(`${side}_record`), ref("customer_id").as(`${side}_id`)])
        .as(side);
    return (db.selectFrom("int_identity_candidate") as any)
      .innerJoin(of("left"), "left_record", "left_key")
      .innerJoin(of("right"), "right_record", "right_key")
      .select(({ref}: any) => [
        "left_key",
        "right_key",
        "party",
        "found_by",
        "rule",
        "weight",
        "probability",
        "verdict",
        "decided",
        "evidence",
        "left_id",
        "right_id",
        s.compare(ref("left_id"), "=", ref("right_id")).as("is_same")
      ]);
  }
});
