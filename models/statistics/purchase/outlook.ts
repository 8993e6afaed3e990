import type {PurchaseModel} from "./fitPurchase.ts";
import type {PurchaseGroups} from "./groups.ts";
import {squareWhileAlive, whileAlive, type Horizon} from "./whileAlive.ts";

/** Purchases expected while alive, plain and discounted, each followed by its gradient in the logs of the four parameters; last their mean square. */
export type Outlook = Float64Array;
const size = 11;

/** Points on which the outlook of one x is computed; between them it is interpolated. */
const points = 28;

/**
 * The outlook of every group: a function of x and T alone.
 *
 * Smooth in ln(α + T), so for an x with more ages than points it is interpolated from Chebyshev points over their range (barycentric:
 * Berrut & Trefethen 2004), to eight digits and more. Without slopes, only
 * the two values are computed.
 */
export class Outlooks {
  private readonly tables = new Map<number, Table>();
  private readonly parameters: readonly number[];

  constructor(
    private readonly model: PurchaseModel,
    parameters: readonly number[],
    private readonly horizon: Horizon,
    groups: PurchaseGroups,
    private readonly hasSlopes = true
  ) {
    this.parameters = parameters;
    const ages = new Map<number, Set<number>>();
    for (let i = 0; i < groups.repeats.length; i++) {
      const x = groups.repeats[i]!;
      let of = ages.get(x);
      if (!of) ages.set(x, (of = new Set()));
      of.add(groups.age[i]!);
    }
    for (const [x, of] of ages) this.tables.set(x, this.tableOf(x, [...of]));
  }

  at(x: number, T: number): Outlook {
    const table = this.tables.get(x)!;
    let outlook = table.known.get(T);
    if (!outlook) {
      outlook = table.logs ? between(table, Math.log(this.parameters[1]! + T)) : this.outlookOf(x, T);
      table.known.set(T, outlook);
    }
    return outlook;
  }

  private tableOf(x: number, ages: readonly number[]): Table {
    if (ages.length <= points) return {known: new Map(), logs: null, outlooks: []};
    const alpha = this.parameters[1]!;
    const [low, high] = ages.reduce(([a, b], T) => [Math.min(a, T), Math.max(b, T)], [Infinity, -Infinity]);
    const [from, to] = [Math.log(alpha + low), Math.log(alpha + high)];
    const logs = Array.from(
      {length: points},
      (_, k) => from + ((to - from) * (1 - Math.cos((Math.PI * k) / (points - 1)))) / 2
    );
    const outlooks = logs.map((log) => this.outlookOf(x, Math.max(0, Math.exp(log) - alpha)));
    return {known: new Map(), logs, outlooks};
  }

  private outlookOf(x: number, T: number): Outlook {
    const {model, parameters, horizon} = this;
    const outlook = new Float64Array(size);
    const {expected, discounted} = whileAlive(model, parameters, x, T, horizon);
    outlook[0] = expected;
    outlook[5] = discounted;
    if (!this.hasSlopes) return outlook;
    outlook[10] = squareWhileAlive(model, parameters, x, T, horizon.length);
    for (let k = 0; k < 4; k++) {
      const moved = (by: number) => {
        const beside = parameters.map((p, j) => (j === k ? p * Math.exp(by) : p));
        return whileAlive(model, beside, x, T, horizon);
      };
      const up = moved(half);
      const down = moved(-half);
      outlook[1 + k] = (up.expected - down.expected) / (2 * half);
      outlook[6 + k] = (up.discounted - down.discounted) / (2 * half);
    }
    return outlook;
  }
}

/** Half the width of the differences, in logs. */
const half = 1e-4;

interface Table {
  known: Map<number, Outlook>;
  logs: readonly number[] | null;
  outlooks: readonly Outlook[];
}

function between({logs, outlooks}: Table, at: number): Outlook {
  const outlook = new Float64Array(size);
  let total = 0;
  for (let k = 0; k < points; k++) {
    const away = at - logs![k]!;
    if (Math.abs(away) < 1e-13) return outlooks[k]!;
    const weight = ((k % 2 ? -1 : 1) * (k === 0 || k === points - 1 ? 0.5 : 1)) / away;
    total += weight;
    for (let j = 0; j < size; j++) outlook[j]! += weight * outlooks[k]![j]!;
  }
  for (let j = 0; j < size; j++) outlook[j]! /= total;
  return outlook;
}
