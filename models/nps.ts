import type {Expression} from "kysely";
import * as c from "../warehouse/columns.ts";
import {npsMargin} from "./intervals.ts";
import {add, both, compare, count, greatest, least, multiply, num, onlyWhen, ratio, subtract, toDouble} from "./sql.ts";

/** The columns of every net promoter mart. */
export const npsColumns = {
  answers: c.count("Answers to the NPS question.", "NPS 答卷数。"),
  promoters: c.count("Answers of 9 or 10.", "推荐者（9–10）。"),
  passives: c.count("Answers of 7 or 8.", "中立者（7–8）。"),
  detractors: c.count("Answers of 0 to 6.", "贬损者（0–6）。"),
  nps: c.number("Net promoter score, −100 to 100.", "净推荐值，−100 至 100。"),
  nps_low: c.number("Lower end of its 95 % interval.", "95% 区间下限。"),
  nps_high: c.number("Upper end of its 95 % interval.", "95% 区间上限。")
};

/** Those columns as aggregates over scores from 0 to 10. */
export function npsMeasures(score: Expression<number>) {
  const within = (low: number, high: number) =>
    count(onlyWhen(both(compare(score, ">=", num(low)), compare(score, "<=", num(high))), score));
  const [detractors, passives, promoters, answers] = [within(0, 6), within(7, 8), within(9, 10), count(score)];
  const net = ratio(multiply(num(100), subtract(promoters, detractors)), answers).$castTo<number>();
  const margin = npsMargin(promoters, detractors, answers).$castTo<number>();
  return [
    answers.as("answers"),
    promoters.as("promoters"),
    passives.as("passives"),
    detractors.as("detractors"),
    net.as("nps"),
    greatest(toDouble(num(-100)), subtract(net, margin)).as("nps_low"),
    least(toDouble(num(100)), add(net, margin)).as("nps_high")
  ] as const;
}
