import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {intIdentityMember} from "./int_identity_member.ts";

const changes = ["new", "grown", "merged", "split", "gone", "revived"] as const;

/**
 * What became of customer ids, one row per change: of every build that changed any. The first build's new customers are one row without
 * an id.
 */
export const intIdentityChange = model({
  name: "int_identity_change",
  title: {en: "What became of customer ids, one row per change.", zh: "客户编号的变化，每次变化一行。"},
  from: [intIdentityMember],
  grain: ["change_id"],
  columns: z.strictObject({
    change_id: c.count("Number of the change.", "变化序号。"),
    run: c.count("Number of the build that changed ids, from 1.", "发生变化的构建序号，从 1 开始。"),
    change: c.oneOf(
      changes,
      "new; grown: got records; merged: into_id has its records; split: came out of into_id; gone: its records are; revived: is back.",
      "新增；增长：获得记录；合并：并入 into_id；拆分：自 into_id 拆出；消失：记录已无；恢复。"
    ),
    customer_id: c.id("The customer.", "客户。").nullable(),
    into_id: c.id("The other customer of a merge or a split.", "合并或拆分涉及的另一客户。").nullable(),
    records: c.count(
      "Records concerned; for new ones without an id, customers.",
      "涉及的记录数；无编号的新增为客户数。"
    ),
    is_latest: c.flag("Of the last build that changed any id.", "属于最近一次变化。")
  }),
  procedure: {
    version: () => 1,
    make: ({warehouse, table}) =>
      warehouse.run(`create or replace table ${table} as
        select change_id, run, change, customer_id, into_id, records, run = max(run) over () as is_latest
        from identity.changes order by change_id`)
  }
});
