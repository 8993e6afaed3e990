import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {wilsonHigh, wilsonLow} from "../intervals.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intOpportunity} from "../intermediate/int_opportunity.ts";
import {intOpportunityStay} from "../intermediate/int_opportunity_stay.ts";
import {stgLeads} from "../staging/stg_leads.ts";
import {stgOpportunities} from "../staging/stg_opportunities.ts";
import {stgOpportunityStages} from "../staging/stg_opportunity_stages.ts";
import {happenedBy} from "../intermediate/happenedBy.ts";
import {amountStates, intPipelineAmount} from "../intermediate/int_pipeline_amount.ts";
import {martOpenOpportunity} from "./mart_open_opportunity.ts";
import {martPipelineForecast} from "./mart_pipeline_forecast.ts";
import {martPipelineMove} from "./mart_pipeline_move.ts";
import {martPipelineStage} from "./mart_pipeline_stage.ts";

const share = (en: string, zh: string) => c.share(en, zh).nullable();

/**
 * The sales pipeline at as_of and over its last 365 days, one row.
 *
 * The win rate is won ÷ (won + lost) by day of the end, of the last 365 days and of the 365 before (previous_), with Wilson's interval at
 * 95 %. The cycle is the median from creation to winning, of what was won in those days. Velocity = open × win rate × mean amount won ÷
 * cycle × 30: what is won in thirty days at this rate. Mean errors are of forecasts of mart_pipeline_forecast whose three months are over, and
 * of the naive ones of the same days; within_interval are those that came within theirs. What is not dated is in no rate, cycle or month.
 */
export const martPipelineSummary = model({
  name: "mart_pipeline_summary",
  title: {en: "The sales pipeline at as_of, one row.", zh: "销售管道概况，共一行。"},
  from: [
    intAsOf,
    intOpportunity,
    intOpportunityStay,
    intPipelineAmount,
    martOpenOpportunity,
    martPipelineForecast,
    martPipelineMove,
    martPipelineStage,
    stgLeads,
    stgOpportunities,
    stgOpportunityStages
  ],
  grain: [],
  columns: z.strictObject({
    opportunities: c.count("Opportunities so far.", "累计商机数。"),
    open: c.count("Open at as_of.", "未结商机数。"),
    won: c.count("Won so far.", "累计赢单数。"),
    lost: c.count("Lost so far.", "累计输单数。"),
    won_value: c.money("What was won so far.", "累计赢单金额。"),
    open_worth: c.money("What the open ones might bring.", "未结商机可能带来的金额。"),
    amount_state: c.oneOf(amountStates, "Whether amounts are known before the outcome.", "金额是否在结单前已知。"),
    open_without_amount: c.count("Open ones without an amount.", "没有金额的未结商机数。"),
    won_without_amount: c.count("Won ones without an amount.", "没有金额的赢单数。"),
    open_undated: c.count("Open nobody knows since when.", "创建日期不明的未结商机数。"),
    closed_undated: c.count("Ended nobody knows when.", "结单日期不明的商机数。"),
    closed_before_created: c.count("Their end is dated before their creation.", "结单早于创建的商机数。"),
    open_without_owner: c.count("Open ones without an owner.", "没有负责人的未结商机数。"),
    has_history: c.flag("A history of stages is there.", "是否有阶段历史。"),
    without_history: c.count("Opportunities without a history of stages.", "没有阶段历史的商机数。"),
    undelivered: c.count(
      "Deals that the history or a lead names and the list does not have.",
      "阶段历史或线索提及而列表中没有的商机数。"
    ),
    backward_moves: c.count("Moves back to an earlier stage.", "退回前一阶段的次数。"),
    reopened: c.count("Opportunities that went on after an end.", "结单后重开的商机数。"),
    unordered_stages: c.count("Stages whose order nobody knows.", "顺序不明的阶段数。"),
    won_365d: c.count("Won in the last 365 days.", "近 365 天赢单。"),
    lost_365d: c.count("Lost in the last 365 days.", "近 365 天输单。"),
    won_value_365d: c.money("What was won in them.", "近 365 天赢单金额。"),
    win_share: share("Win rate of the last 365 days.", "近 365 天赢单率。"),
    win_low: share("Lower end of its interval.", "区间下限。"),
    win_high: share("Upper end of its interval.", "区间上限。"),
    previous_won: c.count("Won in the 365 days before.", "此前 365 天赢单。"),
    previous_lost: c.count("Lost in the 365 days before.", "此前 365 天输单。"),
    previous_win_share: share("Win rate of those.", "此前 365 天赢单率。"),
    previous_win_low: share("Lower end of its interval.", "区间下限。"),
    previous_win_high: share("Upper end of its interval.", "区间上限。"),
    all_win_share: share("Win rate of all that was ever won or lost.", "累计赢单率。"),
    mean_won_value: c
      .number("Mean amount won in 365 days, of those that have one.", "近 365 天平均赢单金额。")
      .nullable(),
    median_cycle_days: c.days("Median days from creation to winning.", "赢单周期中位数。").nullable(),
    p90_cycle_days: c.days("90th percentile of it.", "赢单周期 90 分位数。").nullable(),
    previous_median_cycle_days: c.days("Median of the 365 days before.", "此前 365 天的赢单周期中位数。").nullable(),
    velocity: c.number("Amount won in thirty days at this rate.", "按此速度三十天的赢单金额。").nullable(),
    slipped: c.count("Open ones past the day they were expected to close.", "已逾预计成交日的未结商机数。"),
    slipped_worth: c.money("What those might bring.", "其可能带来的金额。"),
    stale_days: c.wholeDays("Open without a change for longer is stale.", "超过该天数无变动视为停滞。"),
    stale: c.count("Stale ones.", "停滞的未结商机数。"),
    stale_worth: c.money("What those might bring.", "其可能带来的金额。"),
    slow: c.count("Open ones longer in their stage than nine of ten.", "停留超过九成既往停留的未结商机数。"),
    tested_forecasts: c.count("Past forecasts whose three months are over.", "三个月已结束的既往预测数。"),
    mean_error: c.number("Mean absolute error of those.", "其平均绝对误差。").nullable(),
    naive_mean_error: c.number("Mean absolute error of the naive ones.", "朴素预测的平均绝对误差。").nullable(),
    with_interval: c.count("Of them had an interval.", "其中有区间者。"),
    within_interval: c.count("Of these came within it.", "其中落在区间内者。")
  }),
  query: (db, {pipeline}) =>
    db
      .with("deals", (db) =>
        db
          .selectFrom("int_opportunity")
          .crossJoin("int_as_of")
          .select(({ref}) => [
            "opportunity_id",
            "state",
            "amount",
            "owner",
            "opened_on",
            "is_closed_before_created",
            "cycle_days",
            s.daysBetween(ref("closed_on"), ref("as_of_on")).as("ago"),
            s.isKnown(ref("closed_on")).as("is_dated_end")
          ])
      )
      .with("counted", (db) =>
        db.selectFrom("deals").select(({ref}) => {
          const those = (...conditions: s.Value<any>[]) => s.count(s.onlyWhen(s.both(...conditions), s.num(1)));
          const is = (state: string) => s.compare(ref("state"), "=", s.text(state));
          const inDays = (from: number, to: number) =>
            s.both(
              ref("is_dated_end"),
              s.compare(ref("ago"), ">=", s.num(from)),
              s.compare(ref("ago"), "<", s.num(to))
            );
          const [now, before] = [inDays(0, 365), inDays(365, 730)];
          const value = s.nullif(ref("amount"), s.amount("0") as never);
          const wonIn = <T>(when: s.Value<boolean>, x: s.Value<T>) => s.onlyWhen(s.both(is("won"), when), x);
          const zero = s.amount("0");
          return [
            s.countRows().as("opportunities"),
            those(is("open")).as("open"),
            those(is("won")).as("won"),
            those(is("lost")).as("lost"),
            s.coalesce(s.sum(s.onlyWhen(is("won"), ref("amount"))), zero).as("won_value"),
            those(is("open"), s.isNull(ref("opened_on"))).as("open_undated"),
            those(s.not(is("open")), s.not(ref("is_dated_end"))).as("closed_undated"),
            those(ref("is_closed_before_created")).as("closed_before_created"),
            those(is("open"), s.isNull(ref("owner"))).as("open_without_owner"),
            those(is("won"), now).as("won_365d"),
            those(is("lost"), now).as("lost_365d"),
            s.coalesce(s.sum(wonIn(now, ref("amount"))), zero).as("won_value_365d"),
            s.count(wonIn(now, value)).as("valued_365d"),
            those(is("won"), before).as("previous_won"),
            those(is("lost"), before).as("previous_lost"),
            s.median(wonIn(now, ref("cycle_days"))).as("median_cycle_days"),
            s.p90(wonIn(now, ref("cycle_days"))).as("p90_cycle_days"),
            s.median(wonIn(before, ref("cycle_days"))).as("previous_median_cycle_days")
          ];
        })
      )
      .with("logged", (db) =>
        db
          .selectFrom("int_opportunity_stay")
          .select(({ref}) => [
            s.coalesce(s.anyTrue(ref("is_logged")), s.no).as("has_history"),
            s.count(s.onlyWhen(s.not(ref("is_logged")), s.num(1))).as("without_history"),
            s.countDistinct(s.onlyWhen(ref("is_reopened"), ref("opportunity_id"))).as("reopened")
          ])
      )
      .with("named", (db) =>
        db
          .selectFrom("stg_opportunity_stages")
          .crossJoin("int_as_of")
          .where(({ref}) => happenedBy(ref("entered_at"), ref))
          .select("opportunity_id as named_id")
          .unionAll(
            db
              .selectFrom("stg_leads")
              .where("opportunity_id", "is not", null)
              .select(({ref}) => ref("opportunity_id").$notNull().as("named_id"))
          )
      )
      .with("missing", (db) =>
        db
          .selectFrom("named")
          .leftJoin("stg_opportunities", "opportunity_id", "named_id")
          .where("opportunity_id", "is", null)
          .select(({ref}) => s.countDistinct(ref("named_id")).as("undelivered"))
      )
      .with("moved", (db) =>
        db
          .selectFrom("mart_pipeline_move")
          .select(({ref}) => s.coalesce(s.sum(s.onlyWhen(ref("is_backward"), ref("moves"))), s.num(0)).as("moves"))
      )
      .with("stages", (db) =>
        db
          .selectFrom("mart_pipeline_stage")
          .select(({ref}) =>
            s
              .count(
                s.onlyWhen(s.both(s.isNull(ref("place")), s.compare(ref("stage"), "<>", s.text("unknown"))), s.num(1))
              )
              .as("unordered_stages")
          )
      )
      .with("standing", (db) =>
        db.selectFrom("mart_open_opportunity").select(({ref}) => {
          const those = (flag: s.Value<boolean>) => s.count(s.onlyWhen(flag, s.num(1)));
          const worth = (flag: s.Value<boolean>) => s.coalesce(s.sum(s.onlyWhen(flag, ref("worth"))), s.amount("0"));
          return [
            s.coalesce(s.sum(ref("worth")), s.amount("0")).as("open_worth"),
            those(ref("is_slipped")).as("slipped"),
            worth(ref("is_slipped")).as("slipped_worth"),
            those(ref("is_stale")).as("stale"),
            worth(ref("is_stale")).as("stale_worth"),
            those(ref("is_slow")).as("slow")
          ];
        })
      )
      .with("tested", (db) =>
        db
          .selectFrom("mart_pipeline_forecast")
          .where("is_over", "=", true)
          .where("expected_value", "is not", null)
          .where("naive_value", "is not", null)
          .select(({ref}) => {
            const missed = (by: s.Value<number | null>) =>
              s.ratio(s.sum(s.toMoney(s.abs(s.subtract(ref("came_value"), by)))), s.countRows());
            const came = s.toDouble(ref("came_value"));
            const isWithin = s.both(s.compare(came, ">=", ref("low")), s.compare(came, "<=", ref("high")));
            return [
              s.countRows().as("tested_forecasts"),
              missed(ref("expected_value")).as("mean_error"),
              missed(ref("naive_value")).as("naive_mean_error"),
              s.count(ref("low")).as("with_interval"),
              s.count(s.onlyWhen(isWithin, s.num(1))).as("within_interval")
            ];
          })
      )
      .selectFrom("counted")
      .crossJoin("logged")
      .crossJoin("missing")
      .crossJoin("moved")
      .crossJoin("stages")
      .crossJoin("standing")
      .crossJoin("tested")
      .crossJoin("int_pipeline_amount")
      .select(({ref: typed}) => {
        const ref = typed as unknown as (name: string) => s.Value<any>;
        const rate = (name: string, won: string, lost: string) => {
          const n = s.add(ref(won), ref(lost));
          const some = <T>(x: s.Value<T>) => s.onlyWhen(s.compare(n, ">", s.num(0)), x);
          return [
            s.ratio(ref(won), n).as(`${name}_share`),
            some(wilsonLow(ref(won), n)).as(`${name}_low`),
            some(wilsonHigh(ref(won), n)).as(`${name}_high`)
          ];
        };
        const ended = s.add(ref("won_365d"), ref("lost_365d"));
        const mean = s.ratio(ref("won_value_365d"), ref("valued_365d"));
        return [
          ...plain.map((name) => ref(name).as(name)),
          ref("moves").as("backward_moves"),
          ...rate("win", "won_365d", "lost_365d"),
          ...rate("previous_win", "previous_won", "previous_lost"),
          s.ratio(ref("won"), s.add(ref("won"), ref("lost"))).as("all_win_share"),
          mean.as("mean_won_value"),
          s
            .ratio(
              s.multiply(
                s.multiply(s.toDouble(ref("open")), s.ratio(ref("won_365d"), ended)),
                s.multiply(mean, s.num(30))
              ),
              ref("median_cycle_days")
            )
            .as("velocity"),
          s.num(pipeline.staleDays).as("stale_days")
        ];
      }) as never
});

const plain = [
  "opportunities",
  "open",
  "won",
  "lost",
  "won_value",
  "open_worth",
  "amount_state",
  "open_without_amount",
  "won_without_amount",
  "open_undated",
  "closed_undated",
  "closed_before_created",
  "open_without_owner",
  "has_history",
  "without_history",
  "undelivered",
  "reopened",
  "unordered_stages",
  "won_365d",
  "lost_365d",
  "won_value_365d",
  "previous_won",
  "previous_lost",
  "median_cycle_days",
  "p90_cycle_days",
  "previous_median_cycle_days",
  "slipped",
  "slipped_worth",
  "stale",
  "stale_worth",
  "slow",
  "tested_forecasts",
  "mean_error",
  "naive_mean_error",
  "with_interval",
  "within_interval"
];
