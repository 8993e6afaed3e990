import type {FilterSpec} from "../../live/urlState.ts";

/** The filter of the address: how many month ends the picture reaches back. */
export const specOf = (months: readonly number[]) =>
  ({months: {fallback: String(months[0] ?? 1), known: months.map(String)}}) satisfies FilterSpec;
