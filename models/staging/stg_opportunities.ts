import {z} from "zod";
import {rawOpportunities} from "../../ingest/contracts/kinds.ts";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {both, coalesce, day, either, local, lower, matches, not, onlyWhen} from "../sql.ts";
import {mayHaveHappened} from "./asOf.ts";
import {latestRows} from "./latestRows.ts";

/** Stages that end an opportunity, in the spellings of common CRMs. */
export const wonStage = "^(won|closed ?-? ?won|赢单|已赢单|成交|已成交)$";
export const lostStage = "^(lost|closed ?-? ?lost.*|输单|已输单|丢单|无效)$";

/**
 * Opportunities in their latest delivery, one row per opportunity created up to as_of; one without a time of creation stays.
 *
 * Won or lost is what the CRM says, else what the stage says; a stage that ends an opportunity without a sale counts as lost. One
 * closed after as_of was open, and what came with the closing is unknown: stage, chance, reason, and the expected day, which CRMs
 * overwrite with the actual one. The closing time of an open opportunity is a guess and left out.
 */
export const stgOpportunities = model({
  name: "stg_opportunities",
  title: {en: "Sales opportunities, one row per opportunity.", zh: "商机，每个一行。"},
  from: [rawOpportunities],
  grain: ["opportunity_id"],
  columns: z.strictObject({
    opportunity_id: c.id("The CRM's own key of the opportunity.", "商机编号。"),
    customer_key: c.id("The account's or contact's key in that source.", "该来源中的客户编号。").nullable(),
    email: c.text("The contact's e-mail.", "联系人邮箱。", "personal").nullable(),
    opportunity_name: c
      .text("Its name, which often names the customer.", "商机名称（常含客户名称）。", "personal")
      .nullable(),
    opportunity_type: c.text("New business, renewal, extension.", "商机类型。").nullable(),
    product_name: c.text("What is to be sold.", "拟售产品。").nullable(),
    pipeline: c.text("The pipeline that its stages belong to.", "所属销售管道。").nullable(),
    stage: c.text("Its stage; empty where it came after as_of.", "商机阶段；截止后才有的为空。").nullable(),
    amount: c.money("What it is expected to bring, or brought.", "预计或成交金额。").nullable(),
    win_percent: c.number("Chance of winning that the CRM states, 0 to 100.", "系统给出的赢率，0 至 100。").nullable(),
    owner: c.text("Who sells it.", "负责人。", "personal").nullable(),
    team: c.text("The owner's team.", "负责人所属团队。").nullable(),
    created_at: c.instant("When it was opened.", "商机创建时间。").nullable(),
    created_on: c.day("Business day of it.", "商机创建日期。").nullable(),
    closed_at: c.instant("When it was won or lost.", "赢单或输单时间。").nullable(),
    closed_on: c.day("Business day of it.", "赢单或输单日期。").nullable(),
    expected_close_on: c.day("Day it is expected to close.", "预计成交日期。").nullable(),
    is_won: c.flag("Won by as_of.", "截止时是否赢单。"),
    is_lost: c.flag("Lost by as_of.", "截止时是否输单。"),
    loss_reason: c.text("Why it was lost.", "输单原因。").nullable(),
    lead_source: c.text("Where it came from.", "商机来源。").nullable()
  }),
  query: (db, settings) =>
    latestRows(db, rawOpportunities, "opportunity_id")
      .where(({ref}) => mayHaveHappened(ref("created_at"), settings))
      .select(({ref}) => {
        const stage = lower(ref("stage"));
        const wasWon = coalesce(ref("is_won"), matches(stage, wonStage));
        const wasLost = both(not(wasWon), coalesce(ref("is_lost"), matches(stage, lostStage)));
        const wasClosed = either(wasWon, wasLost);
        const isCurrent = either(not(wasClosed), mayHaveHappened(ref("closed_at"), settings));
        const closedAt = onlyWhen(both(wasClosed, isCurrent), ref("closed_at"));
        return [
          "opportunity_id",
          "customer_key",
          "email",
          "opportunity_name",
          "opportunity_type",
          "product_name",
          "pipeline",
          onlyWhen(isCurrent, ref("stage")).as("stage"),
          "amount",
          onlyWhen(isCurrent, ref("win_percent")).as("win_percent"),
          "owner",
          "team",
          "created_at",
          day(local(ref("created_at"), settings.zone)).as("created_on"),
          closedAt.as("closed_at"),
          day(local(closedAt, settings.zone)).as("closed_on"),
          onlyWhen(isCurrent, ref("expected_close_on")).as("expected_close_on"),
          both(wasWon, isCurrent).as("is_won"),
          both(wasLost, isCurrent).as("is_lost"),
          onlyWhen(isCurrent, ref("loss_reason")).as("loss_reason"),
          "lead_source"
        ];
      })
});
