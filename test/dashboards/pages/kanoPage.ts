import {pageContext} from "../../../dashboards/build/pageContext.ts";
import {body} from "../../../dashboards/pages/voice/kano/body.ts";
import type {KanoRow} from "../../../dashboards/pages/voice/kano/rows.ts";

const company = {
  company: "Toy",
  currency: "GBP",
  asOf: new Date("2026-06-24"),
  minCell: 10,
  callsPerDay: 12,
  personal: []
};
export const [en, zh] = [pageContext("/voice/kano", "en", company), pageContext("/voice/kano", "zh", company)];

/** A feature from its counts of A, O, M, I; of them the coefficients follow. */
export function feature(
  name: string,
  counts: readonly [number, number, number, number],
  change: Partial<KanoRow> = {}
): KanoRow {
  const [attractive, one_dimensional, must_be, indifferent] = counts;
  const all = attractive + one_dimensional + must_be + indifferent;
  const [better, worse] = [(attractive + one_dimensional) / all, -(one_dimensional + must_be) / all];
  const names = ["attractive", "one_dimensional", "must_be", "indifferent"] as const;
  const most = Math.max(...counts);
  return {
    feature: name,
    segment: "all",
    answers: all,
    attractive,
    one_dimensional,
    must_be,
    indifferent,
    reverse: 0,
    questionable: 0,
    category: names[counts.indexOf(most)]!,
    better,
    better_low: Math.max(0, better - 0.06),
    better_high: Math.min(1, better + 0.06),
    worse,
    worse_low: Math.max(-1, worse - 0.06),
    worse_high: Math.min(0, worse + 0.06),
    strength: 0.3,
    is_clear: true,
    ...change
  };
}

export const rows: KanoRow[] = [
  feature("Delivery in two days", [20, 110, 60, 30]),
  feature("Intact parcels", [5, 40, 160, 15]),
  feature("Gift wrapping", [120, 30, 10, 60]),
  feature("Order by telephone", [20, 15, 25, 160]),
  feature("Tasting notes", [90, 80, 20, 30], {is_clear: false, strength: 0.04}),
  feature("Delivery in two days", [2, 20, 6, 3], {segment: "champions"}),
  feature("Intact parcels", [1, 4, 22, 2], {segment: "champions"}),
  feature("Gift wrapping", [4, 2, 1, 1], {segment: "champions"})
];

export const render = (change: {rows?: readonly KanoRow[]} = {}, c = en) =>
  body("Which features delight, which are musts?", change.rows ?? rows, c);
