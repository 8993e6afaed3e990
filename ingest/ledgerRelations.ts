import {z} from "zod";
import * as c from "../warehouse/columns.ts";
import type {Relation} from "../warehouse/relation.ts";
import {purposes} from "./audienceConfig.ts";

const relation = <const Name extends string, Shape extends z.ZodRawShape>(declared: Relation<Name, Shape>) => declared;

/** Every load that is in the warehouse, one row per file. */
export const ledgerLoads = relation({
  name: "ledger_loads",
  title: {en: "Loads that are in the warehouse, one row per export file.", zh: "仓库中的载入记录，每个导出文件一行。"},
  grain: ["load_id"],
  columns: z.strictObject({
    load_id: c.id("Number of the load.", "载入批次。", "public"),
    source: c.text("Source in the configuration.", "配置中的来源。"),
    kind: c.text("Kind of export.", "导出种类。"),
    file: c.text("The file, relative to the company's folder.", "文件（相对公司目录）。"),
    rows_read: c.count("Records in the file.", "文件中的记录数。"),
    rows_loaded: c.count("Rows that are in the raw table.", "已载入行数。"),
    rows_rejected: c.count("Rows that broke the contract.", "被拒绝行数。"),
    rows_set_aside: c.count("Rows that a named rule keeps out.", "按规则搁置的行数。"),
    first_event_at: c.instant("Earliest event among the loaded rows.", "最早事件时间。").nullable(),
    last_event_at: c.instant("Latest event among the loaded rows.", "最晚事件时间。").nullable(),
    loaded_at: c.instant("When the file was loaded.", "载入时间。"),
    seconds: c.number("How long it took, in seconds.", "耗时（秒）。")
  })
});

/** Deliveries whose rows do not count: failed, taken back, or retired by a later full export. Why one failed may quote the file: not here. */
export const ledgerPastLoads = relation({
  name: "ledger_past_loads",
  title: {
    en: "Deliveries whose rows do not count, one row per file and source.",
    zh: "不计入的交付：失败、撤回或被新的全量导出取代。"
  },
  grain: ["load_id"],
  columns: z.strictObject({
    load_id: c.id("Number of the load.", "载入批次。", "public"),
    source: c.text("Source in the configuration.", "配置中的来源。"),
    kind: c.text("Kind of export.", "导出种类。"),
    file: c.text("The file, relative to the company's folder.", "文件（相对公司目录）。"),
    status: c.oneOf(["failed", "retired", "undone"], "Why it does not count.", "不计入的原因。"),
    rows_loaded: c.count("Rows that it had loaded.", "曾载入的行数。"),
    loaded_at: c.instant("When it was loaded or tried.", "载入或尝试的时间。")
  })
});

/** What was wrong with rejected rows; values and records stay in the warehouse. */
export const ledgerRejects = relation({
  name: "ledger_reject_reasons",
  title: {en: "Why rows were rejected, one row per load, column and reason.", zh: "拒绝原因，每个批次、列与原因一行。"},
  grain: ["load_id", "column_name", "reason"],
  columns: z.strictObject({
    load_id: c.id("Number of the load.", "载入批次。", "public"),
    column_name: c.text("Column of the file, or field of the contract.", "文件列名或合约字段。"),
    reason: c.text("What the value is not.", "原因。"),
    rows: c.count("Rows with it.", "行数。"),
    first_line: c.count("First such line of the file.", "首次出现的行号。").nullable()
  })
});

/** What named rules kept out. */
export const ledgerSetAside = relation({
  name: "ledger_set_aside",
  title: {en: "Rows that named rules keep out, one row per load and rule.", zh: "按规则搁置的行，每个批次与规则一行。"},
  grain: ["load_id", "rule"],
  columns: z.strictObject({
    load_id: c.id("Number of the load.", "载入批次。", "public"),
    rule: c.text("Name of the rule in the configuration.", "配置中的规则名。"),
    rows: c.count("Rows it took.", "行数。")
  })
});

/** Size of every built model. */
export const ledgerModels = relation({
  name: "ledger_models",
  title: {en: "Models as last built, one row per model.", zh: "最近一次构建的模型，每个模型一行。"},
  grain: ["name"],
  columns: z.strictObject({
    name: c.id("Name of the model.", "模型名。", "public"),
    rows: c.count("Rows.", "行数。"),
    seconds: c.number("How long it took to build, in seconds.", "构建耗时（秒）。")
  })
});

/** Outcome of every check of the last run. */
export const ledgerChecks = relation({
  name: "ledger_checks",
  title: {en: "Checks as last run, one row per check.", zh: "最近一次检查结果，每项检查一行。"},
  grain: ["name"],
  columns: z.strictObject({
    name: c.id("What must hold.", "检查内容。", "public"),
    subject: c.text("The relation or the identity that it is about.", "检查对象。"),
    is_passed: c.flag("Whether it holds.", "是否通过。"),
    detail: c.text("The numbers it rests on.", "依据的数字。")
  })
});

/** To whom audiences were sent, and who was held back to compare. */
export const ledgerAudienceMembers = relation({
  name: "ledger_audience_members",
  title: {
    en: "Who was sent an audience or held back, one row per sending and customer.",
    zh: "受众发送名单（含对照组），每次发送每位客户一行。"
  },
  grain: ["sent_id", "customer_id"],
  columns: z.strictObject({
    sent_id: c.id("Number of the sending.", "发送编号。", "public"),
    campaign_id: c.id("The campaign that it was for, as the tool reports it.", "所属营销活动编号。", "public"),
    audience: c.text("Name of the audience in the configuration.", "配置中的受众名。"),
    customer_id: c.id("The customer as known then, as a pseudonym.", "当时的客户（假名）。"),
    arm: c.oneOf(["treated", "control"], "Sent, or held back to compare.", "实验组（已发送）或对照组。"),
    control_share: c.share("Share held back by plan.", "计划的对照组比例。"),
    channel: c.oneOf(purposes, "How they were to be reached.", "触达渠道。"),
    sent_at: c.instant("When the file was written.", "文件写出时间。")
  })
});

/** What models read of the ledger. */
export const ledgerInputs = [ledgerLoads, ledgerAudienceMembers] as const;

/** SQL of each relation over the tables of the ledger. */
export const ledgerViews: [Relation, string][] = [
  [
    ledgerLoads,
    `select load_id, source, kind, file, rows_read, rows_loaded, rows_rejected, rows_set_aside, first_event_at, last_event_at, loaded_at, seconds
     from ledger.loads`
  ],
  [
    ledgerPastLoads,
    "select load_id, source, kind, file, status, rows_loaded, loaded_at from ledger.past_loads where status <> 'replaced'"
  ],
  [
    ledgerRejects,
    `select load_id, coalesce(header, field, 'whole row') as column_name, reason, count(*) as rows, min(line) as first_line
     from ledger.rejects where load_id in (select load_id from ledger.loads) group by all`
  ],
  [ledgerSetAside, "from ledger.set_aside where load_id in (select load_id from ledger.loads)"],
  [ledgerModels, "select name, rows, seconds from ledger.models"],
  [ledgerChecks, "from ledger.checks"],
  [
    ledgerAudienceMembers,
    `select sent_id, campaign_id, audience, customer_id, arm, control_share, channel, sent_at
     from ledger.audience_sent join ledger.audience_members using (sent_id)`
  ]
];
