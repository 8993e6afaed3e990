import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intContractSpan} from "../intermediate/int_contract_span.ts";
import {model} from "../model.ts";
import {nth} from "../nth.ts";
import * as s from "../sql.ts";

const steps = ["start", "new", "restarted", "ended", "end"] as const;

/**
 * What turned the recurring revenue of twelve months ago into that of now, one row per step; none without contracts.
 *
 * The window is the last twelve complete calendar months. A contract that began and ended in it counts in both steps, so that start + new
 * + restarted + ended = end, exactly, as the months of mart_contract_month add up.
 */
export const martContractBridge = model({
  name: "mart_contract_bridge",
  title: {
    en: "Recurring revenue at the end of the last twelve complete months against their start, one row per step.",
    zh: "近 12 个完整月的经常性收入变动，每步一行。"
  },
  from: [intAsOf, intContractSpan],
  grain: ["step"],
  columns: z.strictObject({
    step: c.oneOf(steps, "A total or a reason of change.", "总额或变动原因。"),
    position: c.count("Place in the bridge, from 1.", "桥接次序，从 1 开始。"),
    is_total: c.flag("A total, not a change.", "是否为总额。"),
    contracts: c.count("Contracts in the step.", "该步合同数。"),
    customers: c.count("Customers in the step.", "该步客户数。"),
    monthly_amount: c.money("What they bring a month, or the signed change of it.", "每月金额，或带符号的变动额。"),
    from_on: c.day("First day of the window.", "窗口首日。"),
    to_on: c.day("Last day of it.", "窗口末日。")
  }),
  query: (db) =>
    db
      .with("window", (db) =>
        db
          .selectFrom("int_as_of")
          .select(({ref}) => [
            s.addMonths(ref("last_complete_month"), s.num(-11)).as("from_on"),
            s.addMonths(ref("last_complete_month"), s.num(1)).as("until_on")
          ])
      )
      .with("placed", (db) =>
        db
          .selectFrom("int_contract_span")
          .where("is_counted", "=", true)
          .crossJoin("window")
          .select(({ref}) => {
            const before = (day: s.Value<Date | null>, limit: s.Value<Date>) =>
              s.coalesce(s.compare(day, "<", limit), s.no);
            const [begun, over] = [ref("started_on"), ref("ended_on")];
            const inWindow = (day: s.Value<Date | null>) =>
              s.both(before(day, ref("until_on")), s.not(before(day, ref("from_on"))));
            const runsAt = (limit: s.Value<Date>) => s.both(before(begun, limit), s.not(before(over, limit)));
            return [
              "customer_id",
              "monthly_amount",
              runsAt(ref("from_on")).as("at_start"),
              s.both(inWindow(begun), s.not(ref("is_restart"))).as("as_new"),
              s.both(inWindow(begun), ref("is_restart")).as("as_restarted"),
              s.both(ref("has_ended"), inWindow(over)).as("as_ended"),
              runsAt(ref("until_on")).as("at_end")
            ];
          })
      )
      .with("totals", (db) =>
        db.selectFrom("placed").select(({ref}) =>
          (["at_start", "as_new", "as_restarted", "as_ended", "at_end"] as const).flatMap((place, i) => {
            const step = steps[i]!;
            return [
              s.count(s.onlyWhen(ref(place), ref("customer_id"))).as(`${step}_contracts` as const),
              s.countDistinct(s.onlyWhen(ref(place), ref("customer_id"))).as(`${step}_customers` as const),
              s
                .coalesce(s.sum(s.onlyWhen(ref(place), ref("monthly_amount"))), s.amount("0"))
                .as(`${step}_amount` as const)
            ];
          })
        )
      )
      .with("all_contracts", (db) => db.selectFrom("placed").select(s.countRows().as("placed_contracts")))
      .selectFrom("window")
      .crossJoin("totals")
      .crossJoin("all_contracts")
      .crossJoin(s.series(1, steps.length))
      .where("placed_contracts", ">", 0)
      .select(({ref}) => {
        const at = (step: (typeof steps)[number]) => s.compare(ref("n"), "=", s.num(steps.indexOf(step) + 1));
        const pick = (column: "contracts" | "customers" | "amount") =>
          steps
            .slice(1)
            .reduce<s.Value<number>>(
              (otherwise, step) => s.when(at(step), ref(`${step}_${column}`), otherwise),
              ref(`start_${column}`) as never
            );
        return [
          nth(steps, ref("n")).$castTo<(typeof steps)[number]>().as("step"),
          ref("n").as("position"),
          s.either(at("start"), at("end")).as("is_total"),
          pick("contracts").as("contracts"),
          pick("customers").as("customers"),
          s
            .toMoney(s.when(at("ended"), s.subtract(s.amount("0"), pick("amount")), pick("amount")))
            .as("monthly_amount"),
          "from_on",
          s.addDays(ref("until_on"), s.num(-1)).as("to_on")
        ];
      })
});
