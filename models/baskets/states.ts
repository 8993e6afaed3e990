import type {Expression} from "kysely";
import * as s from "../sql.ts";

type Ref = (name: any) => Expression<any>;

/**
 * no_orders; no_items: no line names a product; one_item: there is one product only; one_item_baskets: no basket holds two; too_few: no
 * pair is in enough baskets; ready.
 */
export const basketStates = ["ready", "no_orders", "no_items", "one_item", "one_item_baskets", "too_few"] as const;

/**
 * no_customers: nobody is known; one_item; nobody_returned: nobody bought on two days; too_short: history is shorter than four horizons,
 * so that methods cannot be compared; tested.
 */
export const recommendStates = ["tested", "no_customers", "nobody_returned", "one_item", "too_short"] as const;

/** The first state whose condition holds, else the last word. */
const stateOf = <T extends string>(
  states: readonly (readonly [condition: s.Value<boolean>, state: T])[],
  otherwise: T
) =>
  states.reduceRight<s.Value<T>>(
    (rest, [condition, state]) => s.when(condition, s.text<T>(state), rest),
    s.text<T>(otherwise)
  );

const is = (x: Expression<number>, operator: "=" | "<=", n: number) => s.compare(x, operator, s.num(n));

/** Why no rule can be given, from how many orders, baskets, items, of the largest basket and pairs there are. */
export const basketState = (ref: Ref) =>
  stateOf<(typeof basketStates)[number]>(
    [
      [is(ref("orders"), "=", 0), "no_orders"],
      [is(ref("baskets"), "=", 0), "no_items"],
      [is(ref("items"), "=", 1), "one_item"],
      [is(ref("largest_basket"), "<=", 1), "one_item_baskets"],
      [is(ref("pairs"), "=", 0), "too_few"]
    ],
    "ready"
  );

/** Why recommendations cannot be tested, from how many customers, items, customers who returned and tests there are. */
export const recommendState = (ref: Ref) =>
  stateOf<(typeof recommendStates)[number]>(
    [
      [is(ref("customers"), "=", 0), "no_customers"],
      [is(ref("items"), "=", 1), "one_item"],
      [is(ref("repeat_customers"), "=", 0), "nobody_returned"],
      [is(ref("tested"), "=", 0), "too_short"]
    ],
    "tested"
  );
