import {random} from "../../../models/statistics/learning/random.ts";
import {gaussian} from "../../../models/statistics/clustering/smoothTwin.ts";
import type {Shopper} from "./personaWorld.ts";

/** The typical customer of a planted group, on the features' own scales: natural logarithms but for shares. */
interface Kind {
  recency: number;
  orders: number;
  value: number;
  units: number;
  tenure: number;
}

/** Often and lately; dear and rare; long gone; young and cheap. */
const kinds: readonly Kind[] = [
  {recency: 2.2, orders: 3.2, value: 3.6, units: 1.4, tenure: 6.6},
  {recency: 4.4, orders: 1.3, value: 5.6, units: 0.8, tenure: 6.3},
  {recency: 6.2, orders: 1.1, value: 3.3, units: 1.3, tenure: 7},
  {recency: 2.6, orders: 0.8, value: 2.4, units: 2.6, tenure: 4.4}
];

const whole = (x: number, least: number) => Math.max(least, Math.round(x));

/** Customers of k planted groups of one size, with what group each is of; groups differ by several of their spreads. */
export function planted(customers: number, k: number, seed = 1): {shoppers: Shopper[]; groups: number[]} {
  const draw = random(seed);
  const groups = Array.from({length: customers}, (_, i) => i % k);
  const near = (middle: number) => Math.exp(middle + 0.25 * gaussian(draw));
  const shoppers = groups.map((group, i): Shopper => {
    const kind = kinds[group]!;
    const orders = whole(near(kind.orders), 1);
    const tenure = whole(near(kind.tenure), 2);
    return {
      ...usual(`C-${i.toString(16).padStart(6, "0")}`),
      recency: Math.min(tenure, whole(near(kind.recency), 0)),
      orders,
      tenure,
      value: near(kind.value),
      units: whole(near(kind.units), 1)
    };
  });
  return {shoppers, groups};
}

/** The same groups, and beside what tells them apart five features that have nothing to do with it. */
export function masked(customers: number, k: number, seed = 1): {shoppers: Shopper[]; groups: number[]} {
  const draw = random(seed + 100);
  const {shoppers, groups} = planted(customers, k, seed);
  const others = () => ({
    tickets: Math.floor(-Math.log(1 - draw()) * 1.2),
    categories: 1 + Math.floor(draw() * 6),
    refunded: draw() < 0.2 ? Math.floor(draw() * 90) : 0,
    units: whole(Math.exp(1.5 + 0.5 * gaussian(draw)), 1),
    touches: 10,
    opened: Math.floor(draw() * 11)
  });
  return {shoppers: shoppers.map((one) => ({...one, ...others()})), groups};
}

/** Customers who differ in everything and form no groups: orders, value and tenure go together, nothing else. */
export function smooth(customers: number, seed = 2): Shopper[] {
  const draw = random(seed);
  return Array.from({length: customers}, (_, i) => {
    const [taste, age] = [gaussian(draw), gaussian(draw)];
    const tenure = whole(Math.exp(6.5 + 0.4 * age), 2);
    return {
      ...usual(`C-${i.toString(16).padStart(6, "0")}`),
      recency: Math.min(tenure, whole(Math.exp(3.5 + 0.6 * gaussian(draw)), 0)),
      orders: whole(Math.exp(2.5 + 0.5 * taste + 0.3 * age + 0.3 * gaussian(draw)), 1),
      tenure,
      value: Math.exp(4 + 0.4 * taste + 0.4 * gaussian(draw)),
      units: whole(Math.exp(1.8 + 0.4 * gaussian(draw)), 1),
      tickets: Math.floor(-Math.log(1 - draw()) * 0.8),
      touches: 10,
      opened: Math.floor(draw() * 11)
    };
  });
}

const usual = (id: string): Shopper => ({
  id,
  recency: 30,
  orders: 1,
  value: 50,
  units: 1,
  tenure: 300,
  categories: 0,
  refunded: 0,
  tickets: 0,
  nps: null,
  touches: 0,
  opened: 0,
  country: null
});
