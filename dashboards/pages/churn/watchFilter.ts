import type {FilterValues} from "../../live/urlState.ts";
import type {Locale} from "../../format/locale.ts";
import {bands, classes} from "../customers/filterBar.ts";
import {bandName, className, segmentName} from "../customers/words.ts";
import type {Watched} from "./watched.ts";

/** The filters of the list as they stand in the address; names as on the customers page. */
export const filterSpec = (segments: readonly string[], calls: number) => ({
  segment: {fallback: "", known: ["", ...segments]},
  abc: {fallback: "", known: ["", ...classes]},
  band: {fallback: "", known: ["", ...bands]},
  silence: {fallback: "", known: ["", "late"]},
  calls: {fallback: String(calls)}
});

export type WatchFilter = FilterValues<ReturnType<typeof filterSpec>>;

/** Segments on the list, by how many they are. */
export const segmentsOf = (list: readonly Watched[]): string[] => [
  ...new Set(list.flatMap(({segment}) => (segment === null ? [] : [segment])))
];

/** Customers of the list that pass. */
export const passing = (list: readonly Watched[], {segment, abc, band, silence}: WatchFilter): Watched[] =>
  list.filter(
    (one) =>
      (segment === "" || one.segment === segment) &&
      (abc === "" || one.abc === abc) &&
      (band === "" || one.risk?.band === band) &&
      (silence === "" || one.ratio > 1)
  );

/** Calls a day as written in the field; the company's where it is no whole number above zero. */
export const callsOf = (written: string, usual: number): number => {
  const calls = Number(written);
  return Number.isInteger(calls) && calls > 0 ? calls : usual;
};

/** The filter in words, for the line under the finding, for paper; empty where none is set. */
export function filterWords({segment, abc, band, silence}: WatchFilter, {t}: Locale): string {
  const parts = [
    segment && `${t("segment ", "分群：")}${segmentName(segment, t)}`,
    abc && `${t("class ", "等级：")}${className(abc)}`,
    band && `${t("risk ", "风险：")}${bandName(band, t)}`,
    silence && t("silent beyond the usual rhythm", "沉默超过常规节奏")
  ].filter(Boolean);
  return parts.length ? `${t("Only ", "仅看 ")}${parts.join(t(", ", "，"))}` : "";
}
