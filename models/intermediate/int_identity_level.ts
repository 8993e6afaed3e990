import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {comparisons, parties} from "../identity/comparisons.ts";
import {learningVersion} from "../identity/learn.ts";
import {withTrained} from "../identity/session.ts";
import {forgotten} from "../identity/state.ts";
import {model} from "../model.ts";
import {intIdentityRecord} from "./int_identity_record.ts";
import {intIdentitySeen} from "./int_identity_seen.ts";
import {intIdentityShared} from "./int_identity_shared.ts";

/** From so many matching pairs on, what was learnt stands above what is usual. */
const enough = 20;

/**
 * What each level of each comparison says, one row per level: how often matching pairs and other pairs reach it (Fellegi & Sunter 1969).
 *
 * Learnt once and kept until the records have doubled or the comparisons change, so that a day's file moves no weight.
 */
export const intIdentityLevel = model({
  name: "int_identity_level",
  title: {
    en: "What each level of agreement says, one row per party, comparison and level.",
    zh: "各比较项与等级的含义，每个类型、比较项与等级一行。"
  },
  from: [intIdentityRecord, intIdentityShared, intIdentitySeen],
  grain: ["party", "comparison", "level"],
  columns: z.strictObject({
    party: c.oneOf(parties, "Who is compared.", "个人或组织。"),
    comparison: c.id("What is compared.", "比较项。", "public"),
    level: c.count("0 differs; the greatest agrees most.", "0 为不同，最大为最一致。"),
    label: c.text("The level in words.", "等级说明。"),
    m_share: c.share("Of matching pairs that say something, at this level.", "匹配对中处于该等级的占比。"),
    u_share: c.share("Of other pairs, at this level.", "非匹配对中处于该等级的占比。"),
    weight: c.number(
      "log2 of m ÷ u: bits for (above 0) or against one customer.",
      "log2(m÷u)：支持（正）或反对（负）为同一客户的比特数。"
    ),
    is_trained: c.flag("Learnt from these records, not the usual value.", "由数据学习得到，而非常用值。")
  }),
  procedure: {
    version: ({identity}) => [1, learningVersion(identity)],
    state: forgotten,
    make: async ({warehouse, settings, table}) => {
      const rows: string[] = [];
      await withTrained({warehouse, settings}, async (trained) => {
        for (const party of parties) {
          const of = trained[party];
          if (!of) continue;
          for (const [i, {name, levels}] of comparisons[party].entries()) {
            for (const [j, {label}] of levels.entries()) {
              const level = levels.length - 1 - j;
              const [m, u] = [of.m[i]![level]!, of.u[i]![level]!];
              rows.push(
                `('${party}', '${name}', ${level}, '${label.en}', ${m}, ${u}, ${Math.log2(m / u)}, ${of.seen[i]! >= enough})`
              );
            }
          }
        }
      });
      const empty = "('person', '', 0, '', 0, 0, 0, false)";
      await warehouse.run(`create or replace table ${table} as
        select party, comparison, level::bigint as level, label, m_share::double as m_share, u_share::double as u_share, weight::double as weight, is_trained
        from (values ${rows.join(", ") || empty}) as t (party, comparison, level, label, m_share, u_share, weight, is_trained)
        where comparison <> ''`);
    }
  }
});
