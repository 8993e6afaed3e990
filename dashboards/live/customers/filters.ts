import {bands, classes, contacts, parties} from "../../pages/customers/filterBar.ts";
import {choices} from "../../pages/customers/profile/happened.ts";
import {stages} from "../../pages/customers/words.ts";
import type {FilterSpec} from "../urlState.ts";
import {cohortOf, groupOf} from "./cohortText.ts";

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
    /** Tenth of customers by lifetime value, 1 the highest. */
    tenth: {fallback: "", known: ["", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]},
    /** Month, quarter or ISO week of the first order: 2025-03, 2025-Q1, 2025-W10. */
    cohort: {fallback: ""},
    /** Elapsed periods since it in which the customer ordered; `counted` says whether later ones count too. */
    month: {fallback: ""},
    week: {fallback: ""},
    quarter: {fallback: ""},
    /** Periods of 30 days each from the own first order. */
    rolling: {fallback: ""},
    counted: {fallback: "month", known: ["month", "later"]},
    /** Dimension and group of the cohorts: country:GB. */
    group: {fallback: ""},
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
  "tenth",
  "cohort",
  "month",
  "week",
  "quarter",
  "rolling",
  "group",
  "channel",
  "country"
] as const;
export type Choosing = (typeof choosing)[number];

/** Filters that count elapsed periods. */
export const elapsedFilters = ["month", "week", "quarter", "rolling"] as const;

/** Filters of open sets whose values cannot be: the other ones are checked against their known values. */
export const impossible = (filters: ListFilters): Choosing[] => [
  ...(filters.cohort !== "" && cohortOf(filters.cohort) === null ? (["cohort"] as const) : []),
  ...elapsedFilters.filter((name) => filters[name] !== "" && !/^\d{1,4}$/.test(filters[name])),
  ...(filters.group !== "" && groupOf(filters.group) === null ? (["group"] as const) : [])
];

/** Whether the filters ask when customers ordered, beyond their months, or for a group of the cohorts. */
export const needsTrails = ({cohort, week, quarter, rolling, group}: ListFilters): boolean =>
  [week, quarter, rolling, group].some((value) => value !== "") || cohortOf(cohort)?.kind === "week";
