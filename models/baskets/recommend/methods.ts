import type {Learnt} from "./learn.ts";

/** Ways to say what is bought next, simplest first. */
export const methods = ["popularity", "repeat", "rhythm", "item_item", "learned"] as const;
export type Method = (typeof methods)[number];

/** Among all items, or among those that the customer has never bought. */
export const scopes = ["all", "new"] as const;
export type Scope = (typeof scopes)[number];

/**
 * How a method sorts a customer's candidates, as SQL: what it knows first, then what more people bought lately.
 *
 * popularity: customers of the last 30 days; repeat: own purchase days, then the latest; rhythm: own purchases, each weighing half after 90 days; item_item:
 * nearness to what the customer bought; learned: probability of a logistic regression on all of these, which is given as SQL.
 */
export function orderOf(method: Method, learnt: string): string {
  const firsts: Record<Method, string> = {
    popularity: "",
    repeat: "coalesce(days, 0) desc, coalesce(recency, 99999), ",
    rhythm: "weight desc, ",
    item_item: "nearness desc, ",
    learned: `${learnt} desc, `
  };
  return `${firsts[method]}popularity`;
}

/** The methods that can be compared: what a customer bought says nothing of new items. */
export const methodsOf = (scope: Scope, learnt: Learnt | undefined): Method[] =>
  methods.filter(
    (method) => (method !== "learned" || learnt) && (scope === "all" || !["repeat", "rhythm"].includes(method))
  );
