import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {findPairs, makeDecided} from "../identity/candidates.ts";
import {parties} from "../identity/comparisons.ts";
import {learningVersion} from "../identity/learn.ts";
import {withTrained} from "../identity/session.ts";
import {model} from "../model.ts";
import {stgLeads} from "../staging/stg_leads.ts";
import {intIdentityLevel} from "./int_identity_level.ts";
import {intIdentityRecord} from "./int_identity_record.ts";
import {intIdentitySeen} from "./int_identity_seen.ts";
import {intIdentityShared} from "./int_identity_shared.ts";

/** Pairs of records that link, wait for review or were decided by a steward, one row per pair; pairs that say less are counted only. */
export const intIdentityCandidate = model({
  name: "int_identity_candidate",
  title: {
    en: "Pairs of records that may be one customer, one row per pair.",
    zh: "可能为同一客户的记录对，每对一行。"
  },
  from: [intIdentityRecord, intIdentityShared, intIdentitySeen, intIdentityLevel, stgLeads],
  grain: ["left_key", "right_key"],
  columns: z.strictObject({
    left_number: c.count("Number of the first record.", "第一条记录的序号。"),
    right_number: c.count("Number of the second, greater.", "第二条记录的序号（较大）。"),
    left_key: c.id("The first record.", "第一条记录。", "personal"),
    right_key: c.id("The second record.", "第二条记录。", "personal"),
    party: c.oneOf(parties, "Who they are.", "个人或组织。"),
    found_by: c.text("The rule that found the pair.", "找到该记录对的规则。"),
    rule: c.text("The rule that links it without a score.", "无需评分即可关联的规则。").nullable(),
    weight: c.number("log2 of the posterior odds.", "后验几率的对数（以 2 为底）。"),
    probability: c.share("That both are one customer.", "两者为同一客户的概率。"),
    verdict: c.oneOf(["link", "review", "none"], "What follows.", "结论。"),
    decided: c.oneOf(["same", "different", "unsure"], "The steward's word.", "数据管理员的决定。").nullable(),
    evidence: c.text("JSON: comparison, level, weight.", "JSON：比较项、等级、权重。")
  }),
  procedure: {
    version: ({identity}) => [4, learningVersion(identity), identity],
    make: async ({warehouse, settings, table}) => {
      await warehouse.run(`create or replace temp table candidate (left_number bigint, right_number bigint, left_key varchar,
        right_key varchar, party varchar, found_by varchar, rule varchar, weight double, probability double, verdict varchar,
        decided varchar, evidence varchar)`);
      await withTrained({warehouse, settings}, async (trained) => {
        await makeDecided(warehouse, settings.identity);
        for (const party of parties)
          if (trained[party]) await findPairs(warehouse, party, trained[party], settings.identity);
        await warehouse.run("drop table decided");
      });
      await warehouse.run(`create or replace table ${table} as from candidate order by left_number, right_number`);
      await warehouse.run("drop table candidate");
    }
  }
});
