import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {unknownGroup} from "../cohortDimensions.ts";
import {wilsonHigh, wilsonLow} from "../intervals.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {withinDays} from "../intermediate/withinDays.ts";
import {intOpportunity} from "../intermediate/int_opportunity.ts";
import {martOpenOpportunity} from "./mart_open_opportunity.ts";

const columnOf = {
  owner: "owner_key",
  team: "team",
  source: "lead_source",
  product: "product_name",
  type: "opportunity_type",
  segment: "segment",
  pipeline: "pipeline"
} as const;
export const pipelineDimensions = ["all", "owner", "team", "source", "product", "type", "segment", "pipeline"] as const;
type Dimension = (typeof pipelineDimensions)[number];

/** Groups of a dimension that a page can hold. */
const mostShown = 200;

/**
 * How opportunities go by owner, team, source, product, type, customer segment and pipeline, one row per dimension and value.
 *
 * Open is at as_of; won and lost are those of the last 365 days by day of the end, with Wilson's interval at 95 % of the win rate. The
 * values of a dimension add up to all. Velocity is what a group wins in thirty days at its win rate: open × win rate × mean amount won ÷
 * median cycle × 30; null where any of them is unknown.
 */
export const martPipelineGroup = model({
  name: "mart_pipeline_group",
  title: {
    en: "How opportunities go by group, one row per dimension and value.",
    zh: "分组销售表现，每个维度的每个取值一行。"
  },
  from: [intAsOf, intOpportunity, martOpenOpportunity],
  grain: ["dimension", "value"],
  columns: z.strictObject({
    dimension: c.oneOf(pipelineDimensions, "What is told apart.", "维度。"),
    value: c.text("The group; owners as pseudonyms.", "组别；负责人为假名。", "pseudonymous"),
    owner: c.text("The owner's name.", "负责人姓名。", "personal").nullable(),
    open: c.count("Open opportunities.", "未结商机数。"),
    open_worth: c.money("What they might bring.", "其可能带来的金额。"),
    expected_value: c.money("What they are expected to bring within three months.", "三个月内预期金额。").nullable(),
    attention: c.count("Of them slipped or stale.", "其中逾期或停滞。"),
    won: c.count("Won in 365 days.", "近 365 天赢单。"),
    lost: c.count("Lost in 365 days.", "近 365 天输单。"),
    customers: c.count("Known customers of those won and lost.", "其中已识别客户数。"),
    win_share: c.share("Won of won and lost.", "赢单率。").nullable(),
    win_low: c.share("Lower end of its interval.", "区间下限。").nullable(),
    win_high: c.share("Upper end of its interval.", "区间上限。").nullable(),
    won_value: c.money("What was won.", "赢单金额。"),
    mean_won_value: c.number("Mean amount of those that have one.", "平均赢单金额（有金额者）。").nullable(),
    median_cycle_days: c.days("Median days from creation to winning.", "赢单周期中位数。").nullable(),
    velocity: c.number("Amount won in thirty days at this rate.", "按此速度三十天的赢单金额。").nullable(),
    is_common: c.flag(
      `One of the ${mostShown} groups of the dimension with most opportunities.`,
      `是否为该维度商机最多的 ${mostShown} 组之一。`
    )
  }),
  query: (db) =>
    db
      .with("deals", (db) =>
        db
          .selectFrom("int_opportunity as deal")
          .leftJoin("mart_open_opportunity as open", "open.opportunity_id", "deal.opportunity_id")
          .crossJoin("int_as_of")
          .select(({ref}) => {
            const isRecent = s.coalesce(withinDays(365, ref("deal.closed_on"), ref), s.no);
            const is = (state: string) => s.compare(ref("deal.state"), "=", s.text(state));
            return [
              "deal.owner",
              "deal.owner_key",
              "deal.team",
              "deal.lead_source",
              "deal.product_name",
              "deal.opportunity_type",
              "deal.segment",
              "deal.pipeline",
              is("open").as("is_open"),
              "open.worth",
              "open.expected_value",
              s.coalesce(s.either(ref("open.is_slipped"), ref("open.is_stale")), s.no).as("is_attention"),
              s.both(is("won"), isRecent).as("is_won"),
              s.both(is("lost"), isRecent).as("is_lost"),
              "deal.customer_id",
              "deal.amount",
              "deal.cycle_days"
            ];
          })
      )
      .with("grouped", (db) => {
        const of = (dimension: Dimension) =>
          db
            .selectFrom("deals")
            .select([
              "is_open",
              "worth",
              "expected_value",
              "is_attention",
              "is_won",
              "is_lost",
              "customer_id",
              "amount",
              "cycle_days"
            ])
            .select(({ref}) => [
              (dimension === "owner" ? ref("owner") : s.nothing<string>("varchar")).as("owner"),
              s.text(dimension).$castTo<Dimension>().as("dimension"),
              (dimension === "all"
                ? s.text<string>("all")
                : s.coalesce(ref(columnOf[dimension]), s.text<string>(unknownGroup))
              ).as("value")
            ]);
        const [first, ...rest] = pipelineDimensions;
        return rest.reduce((union, dimension) => union.unionAll(of(dimension)), of(first));
      })
      .with("counted", (db) =>
        db
          .selectFrom("grouped")
          .groupBy(["dimension", "value"])
          .select(({ref}) => {
            const those = (flag: s.Value<boolean>) => s.count(s.onlyWhen(flag, s.num(1)));
            const of = <T>(flag: s.Value<boolean>, x: s.Value<T>) => s.onlyWhen(flag, x);
            const [isOpen, isWon, isLost] = [ref("is_open"), ref("is_won"), ref("is_lost")];
            return [
              "dimension",
              "value",
              s.max(ref("owner")).$castTo<string | null>().as("owner"),
              those(isOpen).as("open"),
              s.coalesce(s.sum(ref("worth")), s.amount("0")).as("open_worth"),
              s.sum(ref("expected_value")).as("expected_value"),
              those(ref("is_attention")).as("attention"),
              those(isWon).as("won"),
              those(isLost).as("lost"),
              s.countDistinct(of(s.either(isWon, isLost), ref("customer_id"))).as("customers"),
              s.coalesce(s.sum(of(isWon, ref("amount"))), s.amount("0")).as("won_value"),
              s.count(of(isWon, s.nullif(ref("amount"), s.amount("0") as never))).as("valued"),
              s.median(of(isWon, ref("cycle_days"))).as("median_cycle_days")
            ];
          })
      )
      .selectFrom("counted")
      .select(({ref}) => {
        const n = s.add(ref("won"), ref("lost"));
        const some = <T>(x: s.Value<T>) => s.onlyWhen(s.compare(n, ">", s.num(0)), x);
        const share = s.ratio(ref("won"), n);
        const mean = s.ratio(ref("won_value"), ref("valued"));
        const size = s.add(n, ref("open"));
        return [
          "dimension",
          "value",
          "owner",
          "open",
          "open_worth",
          "expected_value",
          "attention",
          "won",
          "lost",
          "customers",
          share.as("win_share"),
          some(wilsonLow(ref("won"), n)).as("win_low"),
          some(wilsonHigh(ref("won"), n)).as("win_high"),
          "won_value",
          mean.as("mean_won_value"),
          "median_cycle_days",
          s
            .ratio(
              s.multiply(s.multiply(s.toDouble(ref("open")), share), s.multiply(mean, s.num(30))),
              ref("median_cycle_days")
            )
            .as("velocity"),
          s
            .compare(
              s.ordered(s.rowNumber(), {
                partitionBy: [ref("dimension")],
                orderBy: [s.descending(size), ref("value")]
              }),
              "<=",
              s.num(mostShown)
            )
            .as("is_common")
        ];
      })
});
