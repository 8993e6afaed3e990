import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {contract, type RowRule} from "./contract.ts";
import {notDaysBefore, where} from "./rules.ts";

const notBoth: RowRule = {
  name: "won or lost",
  field: "is_lost",
  sql: "not (coalesce(is_won, false) and coalesce(is_lost, false))",
  test: (row) => !(row.is_won === true && row.is_lost === true),
  reason: "both won and lost"
};

const withinPercent: RowRule = {
  name: "chance in per cent",
  field: "win_percent",
  sql: "win_percent is null or win_percent between 0 and 100",
  test: (row) => row.win_percent == null || ((row.win_percent as number) >= 0 && (row.win_percent as number) <= 100),
  reason: "not between 0 and 100 per cent"
};

/**
 * One row per opportunity (deal) in its latest state. CRMs keep one closing date: of a closed opportunity it is when it was won or
 * lost, of an open one when that is expected. So both fields may come from one header, and `closed_at` counts only once it is won or
 * lost. A repeated delivery of an opportunity replaces it.
 */
export const opportunities = contract({
  kind: "opportunities",
  title: {en: "Sales opportunities in their latest state.", zh: "商机的最新状态。"},
  fields: z.strictObject({
    opportunity_id: c.id("The CRM's own key of the opportunity.", "商机编号。"),
    customer_key: c.id("The account's or contact's key in that source.", "该来源中的客户编号。").nullable(),
    email: c.text("The contact's e-mail, lower case.", "联系人邮箱，小写。", "personal").nullable(),
    opportunity_name: c
      .text("Its name, which often names the customer.", "商机名称（常含客户名称）。", "personal")
      .nullable(),
    opportunity_type: c.text("New business, renewal, extension.", "商机类型。").nullable(),
    product_name: c.text("What is to be sold.", "拟售产品。").nullable(),
    pipeline: c.text("The pipeline that its stages belong to.", "所属销售管道。").nullable(),
    stage: c.text("Its stage, as the CRM writes it.", "商机阶段原文。"),
    amount: c.money("What it is expected to bring, or brought.", "预计或成交金额。").nullable(),
    currency: c.text("ISO code of the amounts; must be the company's.", "金额币种（须与公司币种一致）。").nullable(),
    win_percent: c.number("Chance of winning that the CRM states, 0 to 100.", "系统给出的赢率，0 至 100。").nullable(),
    owner: c.text("Who sells it.", "负责人。", "personal").nullable(),
    team: c.text("The owner's team.", "负责人所属团队。").nullable(),
    created_at: c.instant("When it was opened.", "商机创建时间。").nullable(),
    closed_at: c.instant("When it was won or lost.", "赢单或输单时间。").nullable(),
    expected_close_on: c.day("Day it is expected to close.", "预计成交日期。").nullable(),
    is_won: c.flag("It was won; by its stage where empty.", "是否赢单；空则按阶段判断。").nullable(),
    is_lost: c.flag("It was lost; by its stage where empty.", "是否输单；空则按阶段判断。").nullable(),
    loss_reason: c.text("Why it was lost.", "输单原因。").nullable(),
    lead_source: c.text("Where it came from.", "商机来源。").nullable()
  }),
  key: ["opportunity_id"],
  deliveredWith: ["opportunity_id"],
  event: "created_at",
  aliases: {
    opportunity_id: ["id", "record id", "deal id", "dealid", "opportunityid", "商机编号", "商机id"],
    customer_key: [
      "account name.id",
      "company name.id",
      "account id",
      "accountid",
      "account",
      "associated company id",
      "contact name.id",
      "contactid",
      "客户编号"
    ],
    email: ["contact email", "邮箱"],
    opportunity_name: ["name", "deal name", "dealname", "商机名称"],
    opportunity_type: ["type", "deal type", "商机类型", "业务类型"],
    product_name: ["product", "产品名称"],
    pipeline: ["sub-pipeline", "销售流程", "销售管道"],
    stage: ["stage name", "stagename", "deal stage", "deal_stage", "dealstage", "商机阶段", "销售阶段", "阶段"],
    amount: ["close_value", "deal amount", "商机金额", "预计金额", "金额"],
    currency: ["currencyisocode", "币种"],
    win_percent: ["probability", "probability (%)", "赢率"],
    owner: ["deal owner", "opportunity owner", "owner id", "ownerid", "sales_agent", "负责人"],
    team: ["sales team", "hubspot team", "regional_office", "负责人主属部门", "归属部门"],
    created_at: ["created time", "create date", "createdate", "created date", "createddate", "engage_date", "创建时间"],
    closed_at: ["closing date", "close date", "closedate", "close_date", "结单日期", "成交日期"],
    expected_close_on: ["expected close date", "closing date", "close date", "closedate", "close_date", "预计成交日期"],
    is_won: ["iswon", "is closed won"],
    is_lost: ["is closed lost"],
    loss_reason: ["reason for loss", "closed lost reason", "lost reason", "输单原因"],
    lead_source: ["leadsource", "original source", "original source type", "商机来源", "来源"]
  },
  rules: [
    notBoth,
    withinPercent,
    where(
      "coalesce(is_won, false) or coalesce(is_lost, false)",
      (row) => row.is_won === true || row.is_lost === true,
      notDaysBefore(
        "closed_at",
        "created_at",
        "closed before it was created; where records were entered afterwards, leave created_at out or map it to when the sale began"
      )
    )
  ]
});
