import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {wilsonHigh, wilsonLow} from "../intervals.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intOpportunity} from "../intermediate/int_opportunity.ts";
import {intOpportunityStay} from "../intermediate/int_opportunity_stay.ts";
import {intPipelineStage, stageOrders} from "../intermediate/int_pipeline_stage.ts";

const share = (en: string, zh: string) => c.share(en, zh).nullable();

/**
 * How opportunities pass the stages of their pipeline, one row per pipeline and stage.
 *
 * Of opportunities with a history: entered = advanced + lost here + still here, exactly. Advanced: after it first entered, it entered a
 * stage further on (any other where the order is unknown) or was won; lost here: it was lost without. Conversion is advanced ÷ (advanced +
 * lost here), the win rate won ÷ (won + lost) of all that entered, both with Wilson's intervals at 95 %. Time in stage is of stays that
 * ended, in days of 24 hours. Without history only what is open now is known; the rest is null.
 */
export const martPipelineStage = model({
  name: "mart_pipeline_stage",
  title: {
    en: "How opportunities pass the stages, one row per pipeline and stage.",
    zh: "商机在各阶段的推进，每阶段一行。"
  },
  from: [intOpportunity, intOpportunityStay, intPipelineStage],
  grain: ["pipeline", "stage"],
  columns: z.strictObject({
    pipeline: c.text("The pipeline.", "销售管道。"),
    stage: c.text("The stage.", "阶段。"),
    place: c.count("Its place in the order; empty where unknown.", "阶段顺序；未知为空。").nullable(),
    order_from: c.oneOf(stageOrders, "What the order is taken from.", "顺序的依据。"),
    open: c.count("Open in it at as_of.", "当前处于该阶段的未结商机。"),
    open_amount: c.money("Amounts of those, where they have one.", "其金额合计（有金额者）。"),
    entered: c.count("Opportunities with a history that ever entered it.", "曾进入该阶段的商机（有历史）。"),
    advanced: c.count("Of them went further or were won.", "其中继续推进或赢单。"),
    lost_here: c.count("Of them lost without going further.", "其中未推进即输单。"),
    still_here: c.count("Of them neither.", "其中尚未有结果。"),
    conversion_share: share("Advanced of advanced and lost here.", "阶段转化率。"),
    conversion_low: share("Lower end of its interval.", "区间下限。"),
    conversion_high: share("Upper end of its interval.", "区间上限。"),
    won: c.count("Of those that entered, won.", "进入者中最终赢单。"),
    lost: c.count("Of those that entered, lost.", "进入者中最终输单。"),
    win_share: share("Won of won and lost.", "由此阶段起的赢单率。"),
    win_low: share("Lower end of its interval.", "区间下限。"),
    win_high: share("Upper end of its interval.", "区间上限。"),
    stated_percent: c.number("Mean chance that the CRM states for open ones.", "系统所给的平均赢率。").nullable(),
    stays: c.count("Stays in it that ended.", "已结束的停留次数。"),
    median_days: c.days("Median of their days.", "停留天数中位数。").nullable(),
    p90_days: c.days("90th percentile.", "停留天数 90 分位数。").nullable(),
    came_back: c.count("Stays that began by coming back from a later stage.", "自后续阶段退回的次数。")
  }),
  query: (db) =>
    db
      .with("placed", (db) =>
        db
          .selectFrom("int_opportunity_stay as stay")
          .innerJoin("int_pipeline_stage as stage", (on) =>
            on.onRef("stage.pipeline", "=", "stay.pipeline").onRef("stage.stage", "=", "stay.stage")
          )
          .where("is_logged", "=", true)
          .select(({ref}) => [
            "stay.opportunity_id",
            "stay.position",
            "stay.pipeline",
            "stay.stage",
            "stage.place",
            "stay.days",
            s
              .ordered(s.lag(ref("stage.place")), {
                partitionBy: [ref("stay.opportunity_id")],
                orderBy: [ref("stay.position")]
              })
              .as("place_before")
          ])
      )
      .with("firsts", (db) =>
        db
          .selectFrom("placed")
          .groupBy(["opportunity_id", "pipeline", "stage", "place"])
          .select(({ref}) => [
            "opportunity_id",
            "pipeline",
            "stage",
            "place",
            s.min(ref("position")).as("first_position")
          ])
      )
      .with("later", (db) =>
        db
          .selectFrom("firsts")
          .innerJoin("placed", "placed.opportunity_id", "firsts.opportunity_id")
          .whereRef("placed.position", ">", "first_position")
          .whereRef("placed.stage", "<>", "firsts.stage")
          .where(({ref}) => s.coalesce(s.compare(ref("placed.place"), ">", ref("firsts.place")), s.yes))
          .select(["firsts.opportunity_id as further_opportunity_id", "firsts.stage as further_stage"])
          .distinct()
      )
      .with("passed", (db) =>
        db
          .selectFrom("firsts")
          .innerJoin("int_opportunity as deal", "deal.opportunity_id", "firsts.opportunity_id")
          .leftJoin("later", (on) =>
            on.onRef("further_opportunity_id", "=", "firsts.opportunity_id").onRef("further_stage", "=", "firsts.stage")
          )
          .groupBy(["firsts.pipeline", "firsts.stage"])
          .select(({ref}) => {
            const those = (...conditions: s.Value<any>[]) => s.count(s.onlyWhen(s.both(...conditions), s.num(1)));
            const is = (state: string) => s.compare(ref("deal.state"), "=", s.text(state));
            const isFurther = s.either(s.isKnown(ref("further_stage")), is("won"));
            return [
              ref("firsts.pipeline").as("passed_pipeline"),
              ref("firsts.stage").as("passed_stage"),
              s.countRows().as("entered"),
              those(isFurther).as("advanced"),
              those(s.not(isFurther), is("lost")).as("lost_here"),
              those(s.not(isFurther), is("open")).as("still_here"),
              those(is("won")).as("won"),
              those(is("lost")).as("lost")
            ];
          })
      )
      .with("timed", (db) =>
        db
          .selectFrom("placed")
          .groupBy(["pipeline", "stage"])
          .select(({ref}) => [
            ref("pipeline").as("timed_pipeline"),
            ref("stage").as("timed_stage"),
            s.count(ref("days")).as("stays"),
            s.median(ref("days")).as("median_days"),
            s.p90(ref("days")).as("p90_days"),
            s.count(s.onlyWhen(s.compare(ref("place_before"), ">", ref("place")), s.num(1))).as("came_back")
          ])
      )
      .with("last_stays", (db) =>
        db
          .selectFrom("int_opportunity_stay")
          .where("exit", "=", "open")
          .groupBy("opportunity_id")
          .select(({ref}) => [
            ref("opportunity_id").as("last_opportunity_id"),
            s.latest(ref("stage"), ref("position")).as("last_stage")
          ])
      )
      .with("opens", (db) =>
        db
          .selectFrom("int_opportunity as deal")
          .leftJoin("last_stays", "last_opportunity_id", "deal.opportunity_id")
          .where("state", "=", "open")
          .select(({ref}) => [
            "pipeline",
            s.coalesce(ref("deal.stage"), ref("last_stage"), s.text<string>("unknown")).as("open_stage"),
            "amount"
          ])
      )
      .with("open_sums", (db) =>
        db
          .selectFrom("opens")
          .groupBy(["pipeline", "open_stage"])
          .select(({ref}) => [
            ref("pipeline").as("open_pipeline"),
            "open_stage",
            s.countRows().as("open"),
            s.sum(ref("amount")).as("open_amount")
          ])
      )
      .selectFrom("int_pipeline_stage as stage")
      .leftJoin("passed", (on) =>
        on.onRef("passed_pipeline", "=", "stage.pipeline").onRef("passed_stage", "=", "stage.stage")
      )
      .leftJoin("timed", (on) =>
        on.onRef("timed_pipeline", "=", "stage.pipeline").onRef("timed_stage", "=", "stage.stage")
      )
      .leftJoin("open_sums", (on) =>
        on.onRef("open_pipeline", "=", "stage.pipeline").onRef("open_stage", "=", "stage.stage")
      )
      .select(({ref}) => {
        const count = (name: "entered" | "advanced" | "lost_here" | "still_here" | "won" | "lost" | "open") =>
          s.coalesce(ref(name), s.num(0));
        const rate = (base: string, good: s.Value<number>, bad: s.Value<number>) => {
          const n = s.add(good, bad);
          const some = <T>(x: s.Value<T>) => s.onlyWhen(s.compare(n, ">", s.num(0)), x);
          return [
            s.ratio(good, n).as(`${base}_share`),
            some(wilsonLow(good, n)).as(`${base}_low`),
            some(wilsonHigh(good, n)).as(`${base}_high`)
          ];
        };
        return [
          "stage.pipeline",
          "stage.stage",
          "stage.place",
          "stage.order_from",
          count("open").as("open"),
          s.coalesce(ref("open_amount"), s.amount("0")).as("open_amount"),
          ...(["entered", "advanced", "lost_here", "still_here"] as const).map((name) => count(name).as(name)),
          ...rate("conversion", count("advanced"), count("lost_here")),
          count("won").as("won"),
          count("lost").as("lost"),
          ...rate("win", count("won"), count("lost")),
          "stage.stated_percent",
          s.coalesce(ref("stays"), s.num(0)).as("stays"),
          ref("median_days").as("median_days"),
          ref("p90_days").as("p90_days"),
          s.coalesce(ref("came_back"), s.num(0)).as("came_back")
        ] as never;
      }) as never
});
