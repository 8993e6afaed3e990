import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {unknownGroup} from "../cohortDimensions.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {stgOpportunityStages} from "../staging/stg_opportunity_stages.ts";
import {lostStage, wonStage} from "../staging/stg_opportunities.ts";
import {happenedBy, soFarOf} from "./happenedBy.ts";
import {intAsOf} from "./int_as_of.ts";
import {intOpportunity} from "./int_opportunity.ts";

export const stayExits = ["next", "won", "lost", "open"] as const;

/**
 * Stays of opportunities in open stages up to as_of, one row per opportunity and position.
 *
 * From the history of stages: rows in the order of their entry, repeated entries into the same stage being one stay; a stay ends when the
 * next begins or, where it is the last, when the history or the list says so. Stages that end an opportunity are no stays; a stay after
 * one reopened it. An opportunity without history has one stay from its creation to its end, in the stage that the list names while it is
 * open and in an unknown one afterwards: what stages it went through nobody knows. Days are elapsed, of 24 hours.
 */
export const intOpportunityStay = model({
  name: "int_opportunity_stay",
  title: {
    en: "Stays of opportunities in open stages, one row per opportunity and position.",
    zh: "商机在各未结阶段的停留，每个商机的每次停留一行。"
  },
  from: [intAsOf, intOpportunity, stgOpportunityStages],
  grain: ["opportunity_id", "position"],
  columns: z.strictObject({
    opportunity_id: c.id("The opportunity.", "商机编号。"),
    position: c.count("Which of its stays, from 1.", "第几次停留，从 1 开始。"),
    pipeline: c.text("Its pipeline.", "销售管道。"),
    stage: c.text("The stage; unknown where nothing tells.", "阶段；无从得知为 unknown。"),
    entered_at: c.instant("When it entered.", "进入时间。").nullable(),
    entered_on: c.day("Business day of it.", "进入日期。").nullable(),
    left_at: c.instant("When it left; empty while it is there.", "离开时间；仍在其中为空。").nullable(),
    left_on: c.day("Business day of it.", "离开日期。").nullable(),
    days: c.days("Days from entry to leaving.", "停留天数。").nullable(),
    amount: c.money("What it was expected to bring then.", "当时预计金额。").nullable(),
    exit: c.oneOf(
      stayExits,
      "What followed: another stage, the end, or nothing yet.",
      "去向：下一阶段、结单或仍在其中。"
    ),
    next_stage: c.text("The stage that followed.", "下一阶段。").nullable(),
    is_reopened: c.flag("It followed an end.", "是否在结单之后重开。"),
    is_logged: c.flag("A history of stages says so.", "是否来自阶段历史。")
  }),
  query: (db, settings) =>
    db
      .with("logged", (db) =>
        db
          .selectFrom("stg_opportunity_stages as log")
          .innerJoin("int_opportunity as deal", "deal.opportunity_id", "log.opportunity_id")
          .crossJoin("int_as_of")
          .where(({ref}) => happenedBy(ref("entered_at"), ref))
          .select(({ref}) => {
            const stage = s.lower(ref("log.stage"));
            const isOwnEnd = s.both(
              s.compare(ref("deal.state"), "<>", s.text("open")),
              s.coalesce(s.compare(ref("deal.stage"), "=", ref("log.stage")), s.no)
            );
            const isEnd = s.either(s.matches(stage, wonStage), s.matches(stage, lostStage), isOwnEnd);
            return [
              "log.opportunity_id",
              "log.stage",
              "log.entered_at",
              soFarOf(ref("log.left_at"), ref).as("left_at"),
              "log.amount",
              s.when(isEnd, s.num(1), s.num(0)).as("is_end")
            ];
          })
      )
      .with("placed", (db) =>
        db.selectFrom("logged").select(({ref}) => [
          "opportunity_id",
          "stage",
          "entered_at",
          "left_at",
          "amount",
          "is_end",
          s
            .ordered(s.rowNumber(), {
              partitionBy: [ref("opportunity_id")],
              orderBy: [
                ref("entered_at"),
                ref("is_end"),
                s.coalesce(ref("left_at"), s.timestamp("2200-01-01 00:00:00")),
                ref("stage")
              ]
            })
            .as("place")
        ])
      )
      .with("changed", (db) =>
        db
          .selectFrom("placed")
          .select(({ref}) => [
            "opportunity_id",
            "stage",
            "entered_at",
            "left_at",
            "amount",
            "is_end",
            "place",
            s
              .when(
                s.compare(
                  s.ordered(s.lag(ref("stage")), {partitionBy: [ref("opportunity_id")], orderBy: [ref("place")]}),
                  "=",
                  ref("stage")
                ),
                s.num(0),
                s.num(1)
              )
              .as("is_change")
          ])
      )
      .with("numbered", (db) =>
        db
          .selectFrom("changed")
          .select(({ref}) => [
            "opportunity_id",
            "stage",
            "entered_at",
            "left_at",
            "amount",
            "is_end",
            "place",
            s
              .running(s.sum(ref("is_change")), {partitionBy: [ref("opportunity_id")], orderBy: [ref("place")]})
              .as("run")
          ])
      )
      .with("runs", (db) =>
        db
          .selectFrom("numbered")
          .groupBy(["opportunity_id", "run", "stage", "is_end"])
          .select(({ref}) => [
            "opportunity_id",
            "run",
            "stage",
            "is_end",
            s.min(ref("entered_at")).as("entered_at"),
            s.latest(s.coalesce(ref("left_at"), s.timestamp("1900-01-01 00:00:00")), ref("place")).as("said_left_at"),
            s.latest(s.coalesce(ref("amount"), s.amount("-1")), ref("place")).as("last_amount")
          ])
      )
      .with("followed", (db) =>
        db.selectFrom("runs").select(({ref}) => {
          const options = {partitionBy: [ref("opportunity_id")], orderBy: [ref("run")]};
          return [
            "opportunity_id",
            "run",
            "stage",
            "is_end",
            "entered_at",
            s
              .onlyWhen(s.compare(ref("said_left_at"), ">", s.timestamp("1900-01-01 00:00:00")), ref("said_left_at"))
              .as("said_left_at"),
            s.onlyWhen(s.compare(ref("last_amount"), ">=", s.amount("0")), ref("last_amount")).as("amount"),
            s.ordered(s.lead(ref("entered_at")), options).as("next_entered_at"),
            s.coalesce(s.ordered(s.lag(ref("is_end")), options), s.num(0)).as("was_end")
          ];
        })
      )
      .with("stays", (db) =>
        db
          .selectFrom("followed")
          .where("is_end", "=", 0)
          .select(({ref}) => {
            const options = {partitionBy: [ref("opportunity_id")], orderBy: [ref("run")]};
            return [
              ref("opportunity_id").as("stay_opportunity_id"),
              s.ordered(s.rowNumber(), options).as("position"),
              ref("stage").as("stay_stage"),
              ref("entered_at").as("stay_entered_at"),
              "said_left_at",
              "next_entered_at",
              ref("amount").as("stay_amount"),
              "was_end",
              s.ordered(s.lead(ref("stage")), options).as("next_stage")
            ];
          })
      )
      .with("all_stays", (db) =>
        db
          .selectFrom("int_opportunity as deal")
          .leftJoin("stays", "stay_opportunity_id", "deal.opportunity_id")
          .select(({ref}) => {
            const isLogged = s.isKnown(ref("position"));
            const isOpen = s.compare(ref("deal.state"), "=", s.text("open"));
            const enteredAt = s.when(isLogged, ref("stay_entered_at"), ref("deal.created_at"));
            const isLast = s.isNull(ref("next_stage"));
            const end = s.onlyWhen(s.not(isOpen), s.firstOf(ref("deal.closed_at"), ref("said_left_at")));
            const leftAt = s.when(
              s.not(isLogged),
              ref("deal.closed_at"),
              s.when(isLast, s.firstOf(s.onlyWhen(s.not(isOpen), ref("next_entered_at")), end), ref("next_entered_at"))
            );
            return [
              "deal.opportunity_id",
              s.coalesce(ref("position"), s.num(1)).as("position"),
              "deal.pipeline",
              s
                .when(
                  isLogged,
                  ref("stay_stage"),
                  s.coalesce(s.onlyWhen(isOpen, ref("deal.stage")), s.text<string>(unknownGroup))
                )
                .as("stage"),
              enteredAt.as("entered_at"),
              s.onlyWhen(s.isKnown(leftAt), s.firstOf(s.greatest(enteredAt, leftAt), leftAt)).as("left_at"),
              s.firstOf(ref("stay_amount"), ref("deal.amount")).as("amount"),
              s.when(s.isKnown(ref("next_stage")), s.text("next"), ref("deal.state")).as("exit"),
              "next_stage",
              s.compare(s.coalesce(ref("was_end"), s.num(0)), "=", s.num(1)).as("is_reopened"),
              isLogged.as("is_logged")
            ];
          })
      )
      .selectFrom("all_stays")
      .select(({ref}) => [
        "opportunity_id",
        "position",
        "pipeline",
        ref("stage").$notNull().as("stage"),
        "entered_at",
        s.day(s.local(ref("entered_at"), settings.zone)).as("entered_on"),
        "left_at",
        s.day(s.local(ref("left_at"), settings.zone)).as("left_on"),
        s.ratio(s.secondsBetween(ref("entered_at"), ref("left_at")), s.num(86_400)).as("days"),
        "amount",
        ref("exit").$castTo<(typeof stayExits)[number]>().as("exit"),
        "next_stage",
        "is_reopened",
        "is_logged"
      ])
});
