import {rawRelations} from "../../../ingest/contracts/kinds.ts";
import {dice} from "../randomCompany.ts";
import {insert} from "../warehouseOf.ts";

const lines = rawRelations.find(({name}) => name === "raw_order_lines")!;
const day = (n: number) => new Date(Date.UTC(2024, 0, 1) + n * 864e5).toISOString().slice(0, 19).replace("T", " ");

/** One purchase: who, on which day of a base that begins on day 0, and for how much. */
export type Bought = readonly [customer: string, day: number, price: number];

/** Order lines of these purchases, one order each. */
export const bought = (purchases: readonly Bought[]): string =>
  insert(
    lines,
    purchases.map(([customer_key, at, unit_price], i) => ({
      order_id: `o${i}`,
      quantity: unit_price < 0 ? -1 : 1,
      unit_price: Math.abs(unit_price),
      customer_key,
      ordered_at: day(at)
    }))
  );

/** as_of at the end of a day of such a base. */
export const asOf = (at: number): string => `${day(at).slice(0, 10)}T23:59:59`;

/** A base of customers of mixed rates who leave after some purchase, over so many days; what a purchase brings hangs on the customer. */
export function mixedBase(
  customers: number,
  days: number,
  seed: number,
  price = (taste: number, u: number) => 5 + 40 * taste * (0.5 + u)
): Bought[] {
  const u = dice(seed);
  return Array.from({length: customers}).flatMap((_, i) => {
    const [rate, leave, taste] = [-Math.log(u()) / 60, u() ** 2 * 0.7, u() + u()];
    const bought: Bought[] = [];
    for (let at = Math.floor(u() * days * 0.8); at <= days; at += 1 + Math.floor(-Math.log(u()) / rate)) {
      bought.push([`c${i}`, at, Number(price(taste, u()).toFixed(2))]);
      if (u() < leave) break;
    }
    return bought;
  });
}
