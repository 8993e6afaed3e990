import {accepts} from "../../../../dashboards/live/customers/accepts.ts";
import type {Base} from "../../../../dashboards/live/customers/base.ts";
import {filterSpec, type ListFilters} from "../../../../dashboards/live/customers/filters.ts";
import {readFilters} from "../../../../dashboards/live/urlState.ts";

const segments = [
  "champions",
  "loyal",
  "promising",
  "new",
  "need_attention",
  "about_to_sleep",
  "cannot_lose",
  "at_risk",
  "lost"
];

/** The filters of an address. */
export const filtersOf = (query: string): ListFilters => readFilters(filterSpec(segments), query).values;

/** Keys of the customers that an address chooses, in the order of the list. */
export function chosen(base: Base, query: string): string[] {
  const test = accepts(base, filtersOf(query), (segment) => [segment]);
  return base.keys.filter((_, row) => test(row));
}
