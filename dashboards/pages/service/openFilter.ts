import type {FilterValues} from "../../live/urlState.ts";
import type {Locale} from "../../format/locale.ts";
import type {Waiting} from "./waiting.ts";
import {priorities, priorityName} from "./words.ts";

/** What the list of open tickets can be filtered by: what occurs in it. */
export interface Offered {
  priorities: string[];
  teams: string[];
}

export const offeredBy = (rows: readonly Waiting[]): Offered => ({
  priorities: priorities.filter((priority) => rows.some((row) => row.priority === priority)),
  teams: [...new Set(rows.flatMap(({team}) => team ?? []))].toSorted()
});

/** The filters of the list as they stand in the address. */
export const openSpec = ({priorities, teams}: Offered) => ({
  priority: {fallback: "", known: ["", ...priorities]},
  team: {fallback: "", known: ["", ...teams]},
  due: {fallback: "", known: ["", "late"]}
});

export type OpenFilter = FilterValues<ReturnType<typeof openSpec>>;

/** Tickets of the list that pass. */
export const passing = (rows: readonly Waiting[], {priority, team, due}: OpenFilter): Waiting[] =>
  rows.filter(
    (row) =>
      (priority === "" || row.priority === priority) && (team === "" || row.team === team) && (due === "" || row.late)
  );

/** The filter in words; empty where none is set. */
export function filterWords({priority, team, due}: OpenFilter, {t}: Pick<Locale, "t">): string {
  const parts = [
    priority && `${t("priority ", "优先级：")}${priorityName(priority, {t})}`,
    team && `${t("team ", "团队：")}${team}`,
    due && t("late ones", "已超时")
  ].filter(Boolean);
  return parts.length ? `${t("Only ", "仅看 ")}${parts.join(t(", ", "，"))}` : "";
}
