import {isWithheld} from "../../withheld.ts";
import type {Evidence} from "./evidence.ts";
import type {ChurnData} from "./churnData.ts";

/** The model card for programs: state, tests and drivers with all numbers; rows of too few customers are left out. */
export function cardNumbers(data: ChurnData, evidence: Evidence | null, asOf: Date, minCell: number): object {
  const enough = <Row extends {customers: number}>(rows: readonly Row[]) =>
    rows.filter(({customers}) => !isWithheld(customers, minCell));
  return {
    as_of: day(asOf),
    foretells: "no order within horizon_days after a month end",
    state: data.state,
    methods: enough(evidence?.methods ?? []),
    backtest: enough(evidence?.backtest ?? []),
    calibration: enough(evidence?.calibration ?? []),
    lift: enough(evidence?.lift ?? []),
    drivers: enough(data.drivers),
    warnings: data.warnings.filter(
      ({warned, unwarned, warned_now: now}) => ![warned, unwarned, now].some((n) => isWithheld(n, minCell))
    ),
    not_used: ["name", "contact", "address", "country", "gender", "age"]
  };
}

const day = (date: Date): string => date.toISOString().slice(0, 10);

/** JSON with days as ISO days. */
export const cardJson = (numbers: object): string =>
  `${JSON.stringify(numbers, (_, value: unknown) => (typeof value === "string" ? value.replace(/T00:00:00\.000Z$/, "") : value), 2)}\n`;
