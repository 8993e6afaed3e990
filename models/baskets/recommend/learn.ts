import {readDoubles} from "../../../warehouse/doubleColumns.ts";
import type {Warehouse} from "../../../warehouse/warehouse.ts";
import {fitRidgeLogistic, type Linear} from "../../statistics/learning/ridgeLogistic.ts";
import {positives} from "../../statistics/learning/table.ts";
import {lessons, terms, type Side} from "./terms.ts";

/** Log odds that a customer buys anything within the horizon and, given that, an item bought before or a new one. */
export type Learnt = Record<Side, Linear>;

/** Rows that one side learns from, at most, and of either outcome that it needs. */
const [mostRows, leastOf] = [150_000, 50];

/** Learns from outcome, the candidates of a past day with what came; nothing where too little came to learn from. */
export async function learn(warehouse: Warehouse): Promise<Learnt | undefined> {
  const learnt: Partial<Learnt> = {};
  for (const [side, {outcome, from}] of Object.entries(lessons) as [Side, (typeof lessons)[Side]][]) {
    const columns = Object.values(terms[side]).map((sql) => `(${sql})::double`);
    const [came, ...features] = await readDoubles(
      warehouse,
      `select ${outcome}::integer::double, ${columns.join(", ")} from ${from} order by customer, item limit ${mostRows}`
    );
    const table = {rows: came?.length ?? 0, outcome: Uint8Array.from(came ?? []), features};
    const bought = positives(table);
    if (Math.min(bought, table.rows - bought) < leastOf) return;
    learnt[side] = fitRidgeLogistic(table);
  }
  return learnt as Learnt;
}

/** A probability as SQL over a candidate. */
const probability = (learnt: Learnt, side: Side): string => {
  const {intercept, slopes} = learnt[side];
  const logit = [intercept, ...Object.values(terms[side]).map((sql, i) => `${slopes[i]!} * (${sql})`)].join(" + ");
  return `(1 / (1 + exp(-(${logit}))))`;
};

/** The probability of an item, given that its customer buys at all, to nine decimals: nobody stands before another by a rounding error. */
export const itemShare = (learnt: Learnt): string =>
  `round(case when days is null then ${probability(learnt, "fresh")} else ${probability(learnt, "again")} end, 9)`;

/** The probability that the customer buys at all. */
export const backShare = (learnt: Learnt): string => probability(learnt, "back");
