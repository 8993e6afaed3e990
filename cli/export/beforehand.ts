import {sentAudiences, type SentAudience} from "../../ingest/audienceLedger.ts";
import type {Audience} from "../../models/settings.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import {plural, say} from "../say.ts";

/** Days for which what customers agreed to is taken for recent. */
const recentDays = 7;

/** What is known before an audience is written: to which day the exports go, and what of it was written today already. */
export interface Beforehand {
  known_on: string;
  age_days: number;
  today: SentAudience[];
}

/** `day`: today as an ISO day, UTC. */
export async function lookBeforehand(warehouse: Warehouse, {name}: Audience, day: string): Promise<Beforehand> {
  const known = await warehouse.row<{known_on: string; age_days: number}>(
    `select strftime(as_of_on, '%Y-%m-%d') as known_on, date_diff('day', as_of_on, date '${day}') as age_days from int_as_of`
  );
  const today = (await sentAudiences(warehouse)).filter(
    ({audience, sent_at}) => audience === name && sent_at.toISOString().startsWith(day)
  );
  return {...known, today};
}

/** Says how old consents are, since who has refused meanwhile is in the file, and that the same customers may be written to twice. */
export function tellBeforehand({known_on, age_days, today}: Beforehand): void {
  const ago = age_days > 0 ? `, ${plural(age_days, "day")} ago` : "";
  const since =
    age_days > recentDays ? "; who has refused since is not known: load newer exports and build before sending" : "";
  say("", `consents are those of exports up to ${known_on}${ago}${since}`);
  for (const {sent_id, tool, treated} of today)
    say(
      "",
      `written today already: ${sent_id} for ${tool}, ${plural(treated, "customer")}; "perennial export forget ${sent_id}" if it is never sent`
    );
}
