import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {contractExits, type GroupExits} from "../contract/contractExits.ts";
import {createFromRows, type Computed} from "../createFromRows.ts";
import {contractDimensions} from "../intermediate/contractDimensions.ts";
import {intContractExit} from "../intermediate/int_contract_exit.ts";
import {model} from "../model.ts";
import {kaplanMeier} from "../statistics/survival/kaplanMeier.ts";
import {lifeTable} from "../statistics/survival/lifeTable.ts";
import {survivalAt} from "../statistics/survival/survivalAt.ts";

/** A curve is told at so many days at most. */
const places = 400;

const columns = z.strictObject({
  dimension: c.oneOf(contractDimensions, "What contracts are grouped by.", "分组维度。"),
  group_name: c.text("The group.", "分组。"),
  day_number: c.count("Days since the first paid day.", "自首个付费日起的天数。"),
  at_risk: c.count("Contracts that had lasted so long.", "时长至少如此的合同数。"),
  ended: c.count("Ended since the row before.", "自上一行以来终止的合同数。"),
  survival: c.share("Share that lasts longer.", "存续超过该天数的比例。"),
  low: c
    .share(
      "Lower end of the 95% interval; null before the first end and after the last contract.",
      "95% 区间下限；首次终止之前与全部终止之后为空。"
    )
    .nullable(),
  high: c.share("Upper end.", "95% 区间上限。").nullable()
});

/**
 * How many contracts outlast a number of days (Kaplan–Meier), one row per dimension, group and day.
 *
 * Contracts that still run count as far as they have come. Days are every day of the longest contract where that makes 400 or fewer, else
 * every second, third and so on, and the last; the estimate at a day knows every end up to it. A curve ends with its group's longest contract.
 * Intervals: Greenwood, on the scale of log(−log S).
 */
export const martContractSurvival = model({
  name: "mart_contract_survival",
  title: {
    en: "Share of contracts that outlasts a number of days, one row per dimension, group and day.",
    zh: "合同存续曲线，每个维度、分组、天数一行。"
  },
  from: [intContractExit],
  grain: ["dimension", "group_name", "day_number"],
  columns,
  procedure: {
    version: () => 1,
    make: async (step) => {
      const groups = await contractExits(step.warehouse);
      const longest = Math.max(0, ...groups.map(({exits}) => exits.at(-1)!.time));
      const every = Math.max(1, Math.ceil(longest / places));
      await createFromRows(
        {columns},
        groups.flatMap((group) => curveOf(group, every)),
        step
      );
    }
  }
});

function curveOf({dimension, group, exits}: GroupExits, every: number): Computed<z.infer<typeof columns>>[] {
  const curve = kaplanMeier(lifeTable(exits));
  const last = curve.at(-1)!.time;
  let passed = 0;
  const days = Array.from({length: Math.floor(last / every) + 1}, (_, i) => i * every);
  if (last % every) days.push(last);
  return days.map((day) => {
    let ended = 0;
    for (; passed < curve.length && curve[passed]!.time <= day; passed++) ended += curve[passed]!.ended;
    const next = curve[passed - 1]?.time === day ? curve[passed - 1] : curve[passed];
    return {
      dimension,
      group_name: group,
      day_number: day,
      at_risk: next?.atRisk ?? 0,
      ended,
      ...survivalAt(curve, day)!
    };
  });
}
