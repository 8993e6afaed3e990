import type {FilterValues} from "../../live/urlState.ts";
import type {Locale} from "../../format/locale.ts";
import {bands, classes} from "../customers/filterBar.ts";
import {bandName, className, segmentName} from "../customers/words.ts";
import type {Warning} from "./rows.ts";
import type {Watched} from "./watched.ts";
import {warningName, warnings} from "./warningWords.ts";

/** The filters of the list as they stand in the address; names as on the customers page. */
export const filterSpec = ({segments, owners}: Offered, calls: number) => ({
  segment: {fallback: "", known: ["", ...segments]},
  abc: {fallback: "", known: ["", ...classes]},
  band: {fallback: "", known: ["", ...bands]},
  warning: {fallback: "", known: ["", ...warnings]},
  owner: {fallback: "", known: ["", ...owners]},
  calls: {fallback: String(calls)}
});

export type WatchFilter = FilterValues<ReturnType<typeof filterSpec>>;

/** What the list can be filtered by. */
export interface Offered {
  segments: readonly string[];
  /** Empty where the operator does not publish them. */
  owners: readonly string[];
  /** Rules that warn of somebody on the list. */
  warnings: readonly Warning[];
}

/** What occurs on the list, in its order; rules in theirs. */
export const offeredBy = (list: readonly Watched[]): Offered => ({
  segments: [...new Set(list.flatMap(({segment}) => segment ?? []))],
  owners: [...new Set(list.flatMap(({owner}) => owner ?? []))].sort(),
  warnings: warnings.filter((warning) => list.some((one) => one.warnings.includes(warning)))
});

/** Customers of the list that pass. */
export const passing = (list: readonly Watched[], {segment, abc, band, warning, owner}: WatchFilter): Watched[] =>
  list.filter(
    (one) =>
      (segment === "" || one.segment === segment) &&
      (abc === "" || one.abc === abc) &&
      (band === "" || one.risk.band === band) &&
      (warning === "" || one.warnings.includes(warning as Warning)) &&
      (owner === "" || one.owner === owner)
  );

/** Calls a day as written in the field; the company's where it is no whole number above zero. */
export const callsOf = (written: string, usual: number): number => {
  const calls = Number(written);
  return Number.isInteger(calls) && calls > 0 ? calls : usual;
};

/** The filter in words, for the line under the finding, for paper; empty where none is set. */
export function filterWords({segment, abc, band, warning, owner}: WatchFilter, {t}: Pick<Locale, "t">): string {
  const parts = [
    segment && `${t("segment ", "分群：")}${segmentName(segment, t)}`,
    abc && `${t("class ", "等级：")}${className(abc)}`,
    band && `${t("risk ", "风险：")}${bandName(band, t)}`,
    warning && `${t("warned of: ", "预警：")}${warningName(warning as Warning, {t})}`,
    owner && `${t("owner ", "负责人：")}${owner}`
  ].filter(Boolean);
  return parts.length ? `${t("Only ", "仅看 ")}${parts.join(t(", ", "，"))}` : "";
}
