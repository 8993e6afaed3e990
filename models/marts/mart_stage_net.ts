import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {nth} from "../nth.ts";
import * as s from "../sql.ts";
import {inRhythm, stages} from "../intermediate/stageOf.ts";
import {martStageMove} from "./mart_stage_move.ts";

/** What may win or lose customers: a stage, or all of those in rhythm. */
export const stageSides = [...stages, "in_rhythm"] as const;

const z95 = 1.959963984540054;

/**
 * What each stage won and lost, one row per period of mart_stage_move and stage, and one for all stages in rhythm (new, active, loyal, reactivated).
 *
 * net = entered − left. Its 95 % interval is that of a change between two days of the same n customers, who each count +1, 0 or −1:
 * net ± 1.96 √(entered + left − net² ÷ n), n all customers whose both stages are known. Source: the difference of paired
 * proportions (McNemar 1947; Fleiss, Levin & Paik 2003, 13.1). Newcomers entered from prospect or from nowhere.
 */
export const martStageNet = model({
  name: "mart_stage_net",
  title: {
    en: "What each stage won and lost, one row per period and stage.",
    zh: "各阶段的净流动，每个期间与阶段一行。"
  },
  from: [martStageMove],
  grain: ["from_on", "to_on", "stage"],
  columns: z.strictObject({
    from_on: c.day("First day of the comparison.", "起始日。"),
    to_on: c.day("Second day of it.", "到达日。"),
    months: c.count("How many month ends lie between: 1, 3 or 12.", "相隔的月末数：1、3 或 12。"),
    stage: c.oneOf(stageSides, "The stage, or all in rhythm.", "阶段，或全部“在节奏内”的阶段。"),
    position: c.count("Place of the stage, from 1.", "阶段次序，从 1 开始。"),
    entered_customers: c.count("Came in.", "进入的客户数。"),
    newcomers: c.count("Of them prospects before, or not known.", "其中此前为潜在客户或未知的客户数。"),
    left_customers: c.count("Went out.", "离开的客户数。"),
    net_customers: c.integer("Entered less left.", "进入减去离开。"),
    net_low: c.number("Lower end of its 95 % interval.", "其 95% 区间下限。"),
    net_high: c.number("Upper end of it.", "其 95% 区间上限。"),
    is_partial: c.flag("The month of the second day was still running.", "到达日所在月份尚未结束。"),
    is_settled: c.flag(
      "By the first day orders reached back twice as far as lost begins.",
      "起始日的订单历史不短于“流失”所需天数的两倍。"
    )
  }),
  query: (db) =>
    db
      .with("moves", (db) =>
        db
          .selectFrom("mart_stage_move")
          .where("from_stage", "!=", "undated")
          .crossJoin(s.series(1, stageSides.length))
          .groupBy(["from_on", "to_on", "months", "n", "is_partial", "is_settled"])
          .select(({ref}) => {
            const side = nth(stageSides, ref("n"));
            const among = (column: "from_stage" | "to_stage") =>
              s.either(
                s.compare(ref(column), "=", side),
                s.both(
                  s.compare(side, "=", s.text("in_rhythm")),
                  ...[s.either(...inRhythm.map((stage) => s.compare(ref(column), "=", s.text(stage))))]
                )
              );
            const isNew = s.either(
              ...(["prospect", "not_known"] as const).map((from) => s.compare(ref("from_stage"), "=", s.text(from)))
            );
            const customersOf = (holds: s.Value<boolean>) =>
              s.toBigint(s.sum(s.when(holds, ref("customers"), s.num(0)))).$notNull();
            const enters = s.both(among("to_stage"), s.not(among("from_stage")));
            return [
              "from_on",
              "to_on",
              "months",
              "is_partial",
              "is_settled",
              side.$castTo<(typeof stageSides)[number]>().as("stage"),
              ref("n").as("position"),
              customersOf(s.yes).as("all_customers"),
              customersOf(enters).as("entered_customers"),
              customersOf(s.both(enters, isNew)).as("newcomers"),
              customersOf(s.both(among("from_stage"), s.not(among("to_stage")))).as("left_customers")
            ];
          })
      )
      .selectFrom("moves")
      .select(({ref}) => {
        const net = s.subtract(ref("entered_customers"), ref("left_customers"));
        const moved = s.toDouble(s.add(ref("entered_customers"), ref("left_customers")));
        const squared = s.multiply(s.toDouble(net), s.toDouble(net));
        const variance = s.subtract(moved, s.coalesce(s.ratio(squared, ref("all_customers")), s.toDouble(s.num(0))));
        const half = s.multiply(s.toDouble(s.num(z95)), s.sqrt(s.greatest(variance, s.toDouble(s.num(0)))).$notNull());
        return [
          "from_on",
          "to_on",
          "months",
          "stage",
          "position",
          "entered_customers",
          "newcomers",
          "left_customers",
          net.as("net_customers"),
          s.subtract(net, half).as("net_low"),
          s.add(net, half).as("net_high"),
          "is_partial",
          "is_settled"
        ];
      })
});
