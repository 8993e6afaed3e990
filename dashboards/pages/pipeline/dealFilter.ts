import type {FilterValues} from "../../live/urlState.ts";
import type {Locale} from "../../format/locale.ts";
import type {Deal} from "./deal.ts";
import {stageName} from "./words.ts";

/** What the list can be filtered by: what occurs in it. */
export interface Offered {
  owners: string[];
  teams: string[];
  stages: string[];
}

const distinct = (values: (string | null)[]): string[] => [...new Set(values.flatMap((value) => value ?? []))];

export const offeredBy = (deals: readonly Deal[]): Offered => ({
  owners: distinct(deals.map(({owner}) => owner)).toSorted(),
  teams: distinct(deals.map(({team}) => team)).toSorted(),
  stages: distinct(deals.map(({stage}) => stage)).toSorted()
});

const needs = ["", "slipped", "stale", "slow"] as const;

/** The filters of the list as they stand in the address. */
export const dealSpec = ({owners, teams, stages}: Offered) => ({
  owner: {fallback: "", known: ["", ...owners]},
  team: {fallback: "", known: ["", ...teams]},
  stage: {fallback: "", known: ["", ...stages]},
  need: {fallback: "", known: [...needs] as string[]}
});

export type DealFilter = FilterValues<ReturnType<typeof dealSpec>>;

/** Deals of the list that pass. */
export const passing = (deals: readonly Deal[], {owner, team, stage, need}: DealFilter): Deal[] =>
  deals.filter(
    (one) =>
      (owner === "" || one.owner === owner) &&
      (team === "" || one.team === team) &&
      (stage === "" || one.stage === stage) &&
      (need === "" || (need === "slipped" ? one.slipped !== null : need === "stale" ? one.stale : one.slow))
  );

/** Why a deal needs attention. */
export const needName = (need: string, {t}: Pick<Locale, "t">): string =>
  ({slipped: t("overdue", "逾期"), stale: t("quiet", "停滞"), slow: t("slow in its stage", "阶段停留过久")})[need] ??
  need;

/** The filter in words; empty where none is set. */
export function filterWords({owner, team, stage, need}: DealFilter, locale: Pick<Locale, "t">): string {
  const {t} = locale;
  const parts = [
    owner && `${t("rep ", "负责人：")}${owner}`,
    team && `${t("team ", "团队：")}${team}`,
    stage && `${t("stage ", "阶段：")}${stageName(stage, locale)}`,
    need && needName(need, locale)
  ].filter(Boolean);
  return parts.length ? `${t("Only ", "仅看 ")}${parts.join(t(", ", "，"))}` : "";
}
