import {bands, classes} from "../../pages/customers/filterBar.ts";
import type {FilterSpec} from "../urlState.ts";

const scores = ["", "1", "2", "3", "4", "5"];

/** The filters of the address. The segments are the company's own. */
export const filterSpec = (segments: readonly string[]) =>
  ({
    /** A profile instead of the list. */
    key: {fallback: ""},
    /** Which events the profile shows. */
    events: {fallback: "all", known: ["all", "orders", "service"]},
    q: {fallback: ""},
    segment: {fallback: "", known: ["", ...segments]},
    abc: {fallback: "", known: ["", ...classes]},
    band: {fallback: "", known: ["", ...bands]},
    recency: {fallback: "", known: scores},
    frequency: {fallback: "", known: scores},
    /** Month of the first order, YYYY-MM. */
    cohort: {fallback: ""},
    /** Elapsed months since it in which the customer ordered; `counted` says whether later months count too. */
    month: {fallback: ""},
    counted: {fallback: "month", known: ["month", "later"]},
    channel: {fallback: ""},
    country: {fallback: ""}
  }) satisfies FilterSpec;

export type ListFilters = Record<keyof ReturnType<typeof filterSpec>, string>;

/** The filters that choose customers, in the order of their chips. */
export const choosing = [
  "q",
  "segment",
  "abc",
  "band",
  "recency",
  "frequency",
  "cohort",
  "month",
  "channel",
  "country"
] as const;
export type Choosing = (typeof choosing)[number];

/** A cohort as it is stored: year × 12 + month − 1; null where the text is no month. */
export function cohortCode(text: string): number | null {
  const found = /^(\d{4})-(0[1-9]|1[0-2])(?:-01)?$/.exec(text);
  return found ? Number(found[1]) * 12 + Number(found[2]) - 1 : null;
}

/** Filters of open sets whose values cannot be: the other ones are checked against their known values. */
export const impossible = ({cohort, month}: ListFilters): Choosing[] => [
  ...(cohort !== "" && cohortCode(cohort) === null ? (["cohort"] as const) : []),
  ...(month !== "" && !/^\d{1,4}$/.test(month) ? (["month"] as const) : [])
];
