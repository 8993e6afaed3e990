import type {Warehouse} from "../../../warehouse/warehouse.ts";
import {makeCandidates, widthOf} from "./candidates.ts";
import {pairedGain, type Gain} from "./gain.ts";
import {makeCrowd, makeHabit, makeHistory, makeNear, makeOwn, makePopular, type Crowd} from "./history.ts";
import {judge, makeOutcome, only, type Judged} from "./judge.ts";
import {learn, type Learnt} from "./learn.ts";
import {methodsOf, scopes, type Method, type Scope} from "./methods.ts";
import {windowsOf, type Windows} from "./windows.ts";

/** Which of the two closed horizons after the one that was learnt from. */
export const stages = ["choose", "test"] as const;
export type Stage = (typeof stages)[number];

export interface Verdict extends Judged {
  scope: Scope;
  method: Method;
  stage: Stage;
  day: string;
  /** Against these two on the same customers; absent of the method itself and where the other cannot be tried. */
  gains: Partial<Record<"popularity" | "repeat", Gain>>;
  isChosen: boolean;
}

export interface Comparison {
  windows: Windows;
  verdicts: Verdict[];
  /** What to use from now on: learnt from the last closed horizon. */
  learnt?: Learnt;
}

/** Temporary tables of recommending. */
const made = [
  "shopper",
  "item_day",
  "own_item",
  "buyer",
  "popular_item",
  "near_item",
  "item_habit",
  "candidate",
  "outcome",
  "future",
  "shown",
  "verdict",
  "next_item",
  "named",
  "purchase"
];

/** Drops what recommending leaves behind. */
export async function forgetHistory(warehouse: Warehouse): Promise<void> {
  for (const table of made) await warehouse.run(`drop table if exists temp.${table}`);
}

/** What was known at a past day, and what came of it. */
async function standAt(warehouse: Warehouse, crowd: Crowd, day: string, horizon: number): Promise<void> {
  await makeOwn(warehouse, {day, from: 0, to: crowd.lastTeacher});
  await makePopular(warehouse, day);
  await makeNear(warehouse);
  await makeHabit(warehouse);
  await warehouse.run(`delete from own_item where customer > ${crowd.lastTested}`);
  await makeCandidates(warehouse, day, widthOf(crowd));
  await makeOutcome(warehouse, day, horizon);
}

/**
 * Compares the ways to recommend by time: learns from one closed horizon, chooses by the next of whose lists of ten most items were bought, the simpler
 * one where equal, and reports the last, in which nothing was learnt or chosen. No verdicts where history is too short or nobody came back.
 */
export async function compareMethods(warehouse: Warehouse): Promise<Comparison> {
  const windows = await windowsOf(warehouse);
  const verdicts: Verdict[] = [];
  if (!windows.learn) return {windows, verdicts};
  const crowd = await makeCrowd(warehouse);
  await makeHistory(warehouse, {from: 0, to: crowd.lastTeacher});
  await standAt(warehouse, crowd, windows.learn, windows.horizon);
  const learnt = await learn(warehouse);
  for (const stage of stages) {
    const day = windows[stage]!;
    await standAt(warehouse, crowd, day, windows.horizon);
    await warehouse.run(
      "create or replace temp table verdict (method varchar, scope varchar, customer integer, is_hit boolean)"
    );
    for (const scope of scopes) verdicts.push(...(await verdictsOf(warehouse, {scope, stage, day, learnt})));
  }
  for (const scope of scopes) {
    const tried = verdicts.filter((one) => one.scope === scope && one.stage === "choose");
    const best = Math.max(...tried.map(({items}) => items));
    const chosen = tried.find(({items}) => items === best)?.method;
    for (const one of verdicts) if (one.scope === scope) one.isChosen = one.method === chosen;
  }
  return {
    windows,
    verdicts: verdicts.filter(({customers}) => customers > 0),
    learnt: learnt && (await learn(warehouse))
  };
}

async function verdictsOf(
  warehouse: Warehouse,
  {scope, stage, day, learnt}: {scope: Scope; stage: Stage; day: string; learnt: Learnt | undefined}
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  const methods = methodsOf(scope, learnt);
  for (const method of methods) {
    const judged = await judge(warehouse, {method, scope, learnt});
    const gains: Verdict["gains"] = {};
    for (const other of ["popularity", "repeat"] as const) {
      if (other === method || !judged.customers || !methods.slice(0, methods.indexOf(method)).includes(other)) continue;
      gains[other] = pairedGain(...(await only(warehouse, scope, [method, other])), judged.customers);
    }
    verdicts.push({...judged, scope, method, stage, day, gains, isChosen: false});
  }
  return verdicts;
}
