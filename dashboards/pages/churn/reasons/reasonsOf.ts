import type {Theme} from "../../../../models/churn/catalogue.ts";
import type {Locale} from "../../../format/locale.ts";
import type {Warning, WatchRow} from "../rows.ts";
import {isTheme, themeWords} from "./themeWords.ts";

/** A reason of the list: its words and how full its mark is, 1 for the strongest, 0 for what the risk does not count. */
export type WatchedReason = [text: string, weight: number];

/** How many counted reasons the list shows. */
const MOST = 3;

/** What a warning is about. */
const themeOf: Record<Warning, Theme> = {
  silence: "silence",
  slowing: "rhythm",
  value_fall: "order_value",
  complaints: "complaints",
  low_score: "score"
};

/** The warnings of a customer, in the order of the rules. */
export const warningsOf = ({warned_of: warned}: WatchRow): Warning[] =>
  warned.split(/[ ,]/).filter((name): name is Warning => name in themeOf);

/**
 * What raises the risk, greatest contribution first, then the warnings that no contribution has told; silence where there is neither.
 *
 * Without a model the warnings are the reasons, in the order of the rules.
 */
export function reasonsOf(row: WatchRow, complaintDays: number, locale: Locale): WatchedReason[] {
  const contributions = parsed(row.reasons).slice(0, MOST);
  const greatest = contributions[0]?.[1] ?? 1;
  const warned = warningsOf(row)
    .map((name) => themeOf[name])
    .filter((theme) => !contributions.some(([told]) => told === theme));
  const say = (theme: Theme, weight: number): WatchedReason => [
    themeWords(theme, row, complaintDays, locale),
    Math.round(weight * 100) / 100
  ];
  const reasons = [
    ...contributions.map(([theme, value]) => say(theme, value / greatest)),
    ...warned.map((theme) => say(theme, row.reasons === null ? 1 : 0))
  ];
  return reasons.length ? reasons : [say("silence", 0)];
}

/** Contributions in log odds by theme, those that raise the risk alone, as the model gives them: greatest first. */
function parsed(text: string | null): [theme: Theme, value: number][] {
  const list = text === null ? [] : (JSON.parse(text) as [string, number][]);
  return list.flatMap(([theme, value]) => (isTheme(theme) && value > 0 ? [[theme, value] as [Theme, number]] : []));
}
