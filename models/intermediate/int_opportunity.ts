import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {unknownGroup} from "../cohortDimensions.ts";
import {model} from "../model.ts";
import {pseudonym} from "../pseudonym.ts";
import * as s from "../sql.ts";
import {stgOpportunities} from "../staging/stg_opportunities.ts";
import {mayHaveHappenedBy, soFarOf} from "./happenedBy.ts";
import {intAsOf} from "./int_as_of.ts";
import {intCustomerOpportunities} from "./int_customer_opportunities.ts";
import {intRfmDay} from "./int_rfm_day.ts";
import {intRfmMonth} from "./int_rfm_month.ts";

export const opportunityStates = ["open", "won", "lost"] as const;

/**
 * Sales opportunities as they stood at as_of, one row per opportunity, whether or not its customer is known.
 *
 * What was won or lost later was open; its stage, chance and reason are then unknown. It counts as open from the day of its creation, or of
 * its end where that is said to be earlier, to the day before it ended; one that ended nobody knows when, or is open since nobody knows
 * when, is not dated. The segment is the customer's RFM segment at the end of the month before it was created, outside where nothing was
 * ordered in the window of that day, unknown where nobody knows the customer or no such day is scored.
 */
export const intOpportunity = model({
  name: "int_opportunity",
  title: {en: "Sales opportunities at as_of, one row per opportunity.", zh: "截止时的商机，每个一行。"},
  from: [intAsOf, intCustomerOpportunities, intRfmDay, intRfmMonth, stgOpportunities],
  grain: ["opportunity_id"],
  columns: z.strictObject({
    opportunity_id: c.id("The CRM's own key of the opportunity.", "商机编号。"),
    customer_id: c.id("The customer, as a pseudonym.", "客户（假名）。").nullable(),
    state: c.oneOf(opportunityStates, "Open, won or lost at as_of.", "截止时未结、赢单或输单。"),
    pipeline: c.text("The pipeline; unknown where there is none.", "销售管道；没有为 unknown。"),
    stage: c.text("Its stage at as_of.", "截止时所处阶段。").nullable(),
    amount: c.money("What it is expected to bring, or brought.", "预计或成交金额。").nullable(),
    win_percent: c.number("Chance that the CRM states, 0 to 100.", "系统给出的赢率，0 至 100。").nullable(),
    owner: c.text("Who sells it.", "负责人。", "personal").nullable(),
    owner_key: c.id("The same, as a pseudonym.", "负责人（假名）。").nullable(),
    team: c.text("The owner's team.", "负责人所属团队。").nullable(),
    lead_source: c.text("Where it came from.", "商机来源。").nullable(),
    product_name: c.text("What is to be sold.", "拟售产品。").nullable(),
    opportunity_type: c.text("New business, renewal, extension.", "商机类型。").nullable(),
    segment: c.text("The customer's segment before it was created.", "创建前客户所属分群。"),
    loss_reason: c.text("Why it was lost.", "输单原因。").nullable(),
    created_at: c.instant("When it was created.", "创建时间。").nullable(),
    created_on: c.day("Business day of it.", "创建日期。").nullable(),
    closed_at: c.instant("When it was won or lost.", "赢单或输单时间。").nullable(),
    closed_on: c.day("Business day of it.", "赢单或输单日期。").nullable(),
    expected_close_on: c.day("Day it is expected to close.", "预计成交日期。").nullable(),
    opened_on: c
      .day("From this day it counts as open; empty: not dated.", "自该日起视为未结；空为日期不明。")
      .nullable(),
    is_closed_before_created: c.flag("Its end is dated before its creation.", "结单日期是否早于创建日期。"),
    cycle_days: c.wholeDays("Days from creation to the end.", "从创建到结单的天数。").nullable()
  }),
  query: (db, settings) =>
    db
      .with("stood", (db) =>
        db
          .selectFrom("stg_opportunities as deal")
          .crossJoin("int_as_of")
          .leftJoin(
            db
              .selectFrom("int_customer_opportunities")
              .select(["opportunity_id as known_opportunity_id", "customer_id as known_customer_id"])
              .as("known"),
            "known_opportunity_id",
            "deal.opportunity_id"
          )
          .where(({ref}) => mayHaveHappenedBy(ref("created_at"), ref))
          .select(({ref}) => {
            const isOver = mayHaveHappenedBy(ref("closed_at"), ref);
            const [isWon, isLost] = [s.both(ref("is_won"), isOver), s.both(ref("is_lost"), isOver)];
            const isEnded = s.either(isWon, isLost);
            const closedOn = s.onlyWhen(isEnded, ref("closed_on"));
            return [
              "deal.opportunity_id",
              ref("known_customer_id").as("customer_id"),
              s.when(isWon, s.text("won"), s.when(isLost, s.text("lost"), s.text("open"))).as("state"),
              s.coalesce(ref("pipeline"), s.text<string>(unknownGroup)).as("pipeline"),
              s.onlyWhen(isOver, ref("stage")).as("stage"),
              "amount",
              s.onlyWhen(isOver, ref("win_percent")).as("win_percent"),
              "owner",
              s.onlyWhen(s.isKnown(ref("owner")), pseudonym("S-", settings.pseudonymKey, ref("owner"))).as("owner_key"),
              "team",
              "lead_source",
              "product_name",
              "opportunity_type",
              s.onlyWhen(isOver, ref("loss_reason")).as("loss_reason"),
              "created_at",
              "created_on",
              s.onlyWhen(isEnded, soFarOf(ref("closed_at"), ref)).as("closed_at"),
              closedOn.as("closed_on"),
              s.onlyWhen(isOver, ref("expected_close_on")).as("expected_close_on"),
              isEnded.as("is_ended")
            ];
          })
      )
      .selectFrom("stood")
      .leftJoin("int_rfm_day as scored", (on) =>
        on.on(({ref}) => s.compare(ref("scored.month_on"), "=", s.addDays(s.month(ref("created_on")), s.num(-1))))
      )
      .leftJoin(
        (db) =>
          db
            .selectFrom("int_rfm_month")
            .select(["customer_id as rfm_customer_id", "month_on as rfm_month_on", "segment as rfm_segment"])
            .as("rfm"),
        (on) => on.onRef("rfm_customer_id", "=", "stood.customer_id").onRef("rfm_month_on", "=", "scored.month_on")
      )
      .select(({ref}) => {
        const isEarlier = s.coalesce(s.compare(ref("closed_on"), "<", ref("created_on")), s.no);
        const firstOn = s.when(isEarlier, ref("closed_on"), s.firstOf(ref("created_on"), ref("closed_on")));
        const isUndated = s.both(ref("is_ended"), s.isNull(ref("closed_on")));
        return [
          "opportunity_id",
          "stood.customer_id",
          ref("state").$castTo<(typeof opportunityStates)[number]>().as("state"),
          "pipeline",
          "stage",
          "amount",
          "win_percent",
          "owner",
          "owner_key",
          "team",
          "lead_source",
          "product_name",
          "opportunity_type",
          s
            .when(
              s.both(s.isKnown(ref("stood.customer_id")), s.isKnown(ref("scored.month_on"))),
              s.coalesce(ref("rfm_segment"), s.text<string>("outside")),
              s.text<string>(unknownGroup)
            )
            .as("segment"),
          "loss_reason",
          "created_at",
          "created_on",
          "closed_at",
          "closed_on",
          "expected_close_on",
          s.onlyWhen(s.not(isUndated), firstOn).as("opened_on"),
          isEarlier.as("is_closed_before_created"),
          s
            .onlyWhen(s.not(isEarlier), s.daysBetween(ref("created_on"), ref("closed_on")))
            .$castTo<number | null>()
            .as("cycle_days")
        ];
      })
});
