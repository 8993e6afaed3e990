import {actions} from "../../../models/actions/kinds.ts";
import type {FilterValues} from "../../live/urlState.ts";
import type {Locale} from "../../format/locale.ts";
import type {Listed} from "./listed.ts";
import {dueName, dues, kindName} from "./words.ts";

/** Who has no owner, as a value of the filter. */
export const nobody = "-";

/** What the list can be filtered by: what occurs in it. */
export interface Offered {
  kinds: readonly string[];
  dues: readonly string[];
  /** Empty where the operator does not publish them. */
  owners: readonly string[];
}

export function offeredBy(list: readonly Listed[]): Offered {
  const tasks = list.flatMap((one) => one.tasks);
  const owners = [...new Set(list.flatMap(({owner}) => owner ?? []))].toSorted();
  return {
    kinds: actions.filter((kind) => tasks.some((task) => task.kind === kind)),
    dues: dues.filter((due) => tasks.some((task) => task.due === due)),
    owners: owners.length ? [...owners, ...(list.some(({owner}) => owner === null) ? [nobody] : [])] : []
  };
}

/** The filters as they stand in the address. */
export const taskSpec = (offered: Offered) => ({
  kind: {fallback: "", known: ["", ...offered.kinds]},
  due: {fallback: "", known: ["", ...offered.dues]},
  owner: {fallback: "", known: ["", ...offered.owners]}
});

export type TaskFilter = FilterValues<ReturnType<typeof taskSpec>>;

/** Customers of the list with something to do that passes; what else is to be done about them stays in sight. */
export const passing = (list: readonly Listed[], {kind, due, owner}: TaskFilter): Listed[] =>
  list.filter(
    (one) =>
      (owner === "" || (owner === nobody ? one.owner === null : one.owner === owner)) &&
      one.tasks.some((task) => (kind === "" || task.kind === kind) && (due === "" || task.due === due))
  );

/** The name of an owner in the filter. */
export const ownerName = (owner: string, {t}: Pick<Locale, "t">): string =>
  owner === nobody ? t("nobody", "无") : owner;

/** The filter in words; empty where none is set. */
export function filterWords({kind, due, owner}: TaskFilter, locale: Pick<Locale, "t">): string {
  const {t} = locale;
  const parts = [
    kind && kindName(kind, locale),
    due && dueName(due, locale),
    owner && `${t("owner ", "负责人：")}${ownerName(owner, locale)}`
  ].filter(Boolean);
  return parts.length ? `${t("Only ", "仅看 ")}${parts.join(t(", ", "，"))}` : "";
}
