import {bands, classes, contacts, parties} from "../../pages/customers/filterBar.ts";
import {choices} from "../../pages/customers/profile/happened.ts";
import {stages} from "../../pages/customers/words.ts";
import type {FilterSpec} from "../urlState.ts";

const scores = ["", "1", "2", "3", "4", "5"];

/** The filters of the address. The segments are the company's own. */
export const filterSpec = (segments: readonly string[]) =>
  ({
    /** A profile instead of the list. */
    key: {fallback: ""},
    /** Which events the profile shows. */
    events: {fallback: "all", known: choices},
    q: {fallback: ""},
    segment: {fallback: "", known: ["", ...segments]},
    abc: {fallback: "", known: ["", ...classes]},
    stage: {fallback: "", known: ["", ...stages]},
    band: {fallback: "", known: ["", ...bands]},
    /** What the customer agreed to. */
    contact: {fallback: "", known: ["", ...contacts]},
    tickets: {fallback: "", known: ["", "open"]},
    party: {fallback: "", known: ["", ...parties]},
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
  "stage",
  "band",
  "contact",
  "tickets",
  "party",
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
