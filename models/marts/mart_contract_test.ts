import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {contractExits, type GroupExits} from "../contract/contractExits.ts";
import {createFromRows} from "../createFromRows.ts";
import {contractDimensions} from "../intermediate/contractDimensions.ts";
import {intContractExit} from "../intermediate/int_contract_exit.ts";
import {model} from "../model.ts";
import {holm} from "../statistics/survival/holm.ts";
import {logRank} from "../statistics/survival/logRank.ts";

/** Fewer ends, in all or expected of the smallest group, make no χ². */
const [enough, enoughEach] = [20, 5];

const columns = z.strictObject({
  dimension: c.oneOf(contractDimensions, "What contracts are grouped by.", "分组维度。"),
  state: c.oneOf(["tested", "one_group", "too_few"], "Whether groups could be compared.", "能否比较各组。"),
  groups: c.count("Groups compared.", "比较的分组数。"),
  contracts: c.count("Their contracts.", "其合同数。"),
  ended: c.count("Of them, ended.", "其中已终止。"),
  chi_square: c.number("Log-rank statistic.", "对数秩统计量。").nullable(),
  degrees: c.count("Its degrees of freedom.", "自由度。").nullable(),
  p_value: c
    .share("Chance of differences as great if all groups ended alike.", "若各组无差异，出现如此差异的概率。")
    .nullable(),
  p_adjusted: c
    .share("The same, adjusted for all dimensions tested (Holm).", "经多重检验校正（Holm）后的概率。")
    .nullable(),
  is_clear: c.flag("The adjusted chance is under 5%.", "校正后概率低于 5%。")
});

/**
 * Whether contracts end alike in all groups (log-rank test), one row per dimension with groups.
 *
 * Contracts of which no source tells the group are left out. It needs 20 ends in all and 5 to be expected in each group that counts;
 * smaller groups are left out first.
 */
export const martContractTest = model({
  name: "mart_contract_test",
  title: {
    en: "Whether groups of contracts end alike, one row per dimension.",
    zh: "各组合同存续是否有差异，每个维度一行。"
  },
  from: [intContractExit],
  grain: ["dimension"],
  columns,
  procedure: {
    version: () => 1,
    make: async (step) => {
      const groups = (await contractExits(step.warehouse)).filter(({group}) => group !== "unknown");
      const rows = groups.length
        ? contractDimensions.slice(1).map((dimension) =>
            compared(
              dimension,
              groups.filter((group) => group.dimension === dimension)
            )
          )
        : [];
      const tested = rows.filter(({p_value}) => p_value !== null);
      const adjusted = holm(tested.map(({p_value}) => p_value!));
      const place = new Map(tested.map(({dimension}, i) => [dimension, adjusted[i]!]));
      await createFromRows(
        {columns},
        rows.map((row) => {
          const p = place.get(row.dimension) ?? null;
          return {...row, p_adjusted: p, is_clear: p !== null && p < 0.05};
        }),
        step
      );
    }
  }
});

function compared(dimension: (typeof contractDimensions)[number], groups: readonly GroupExits[]) {
  const all = logRank(groups.map(({exits}) => exits));
  const kept = all.state === "tested" ? groups.filter((_, i) => all.expected[i]! >= enoughEach) : groups;
  const test = kept.length === groups.length ? all : logRank(kept.map(({exits}) => exits));
  const count = (of: "ended" | "left") => kept.reduce((sum, {exits}) => exits.reduce((n, row) => n + row[of], sum), 0);
  const ended = count("ended");
  const size = {dimension, groups: kept.length, contracts: ended + count("left"), ended};
  const none = {chi_square: null, degrees: null, p_value: null};
  if (groups.length < 2) return {...size, ...none, state: "one_group" as const};
  if (ended < enough || test.state !== "tested") return {...size, ...none, state: "too_few" as const};
  return {...size, state: "tested" as const, chi_square: test.chiSquare, degrees: test.degrees, p_value: test.p};
}
