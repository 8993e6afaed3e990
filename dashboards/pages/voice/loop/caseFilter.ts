import type {FilterValues} from "../../../live/urlState.ts";
import type {Locale} from "../../../format/locale.ts";
import {segmentName} from "../../customers/words.ts";
import type {Case} from "./cases.ts";
import {originName, origins, stateName, states} from "./words.ts";

/** What the list can be filtered by: what occurs in it. */
export interface Offered {
  states: string[];
  origins: string[];
  segments: string[];
}

export const offeredBy = (list: readonly Case[]): Offered => ({
  states: states.filter((state) => list.some((one) => one.state === state)),
  origins: origins.filter((origin) => list.some((one) => one.origin === origin)),
  segments: [...new Set(list.flatMap(({segment}) => segment ?? []))].toSorted()
});

/** The filters of the list as they stand in the address. */
export const caseSpec = ({states, origins, segments}: Offered) => ({
  state: {fallback: "", known: ["", ...states]},
  origin: {fallback: "", known: ["", ...origins]},
  segment: {fallback: "", known: ["", ...segments]}
});

export type CaseFilter = FilterValues<ReturnType<typeof caseSpec>>;

/** Cases of the list that pass. */
export const passing = (list: readonly Case[], {state, origin, segment}: CaseFilter): Case[] =>
  list.filter(
    (one) =>
      (state === "" || one.state === state) &&
      (origin === "" || one.origin === origin) &&
      (segment === "" || one.segment === segment)
  );

/** The filter in words; empty where none is set. */
export function filterWords({state, origin, segment}: CaseFilter, locale: Pick<Locale, "t">): string {
  const {t} = locale;
  const parts = [
    state && stateName(state, locale),
    origin && originName(origin, locale),
    segment && `${t("segment ", "分群：")}${segmentName(segment, t)}`
  ].filter(Boolean);
  return parts.length ? `${t("Only ", "仅看 ")}${parts.join(t(", ", "，"))}` : "";
}
