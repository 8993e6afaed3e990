import {dates, type Dates} from "./dates.ts";
import {durations, type Durations} from "./durations.ts";
import type {Lang} from "./lang.ts";
import {money, type Money} from "./money.ts";
import {numbers, type Numbers} from "./numbers.ts";
import {shares, type Shares} from "./shares.ts";
import {MISSING} from "./signs.ts";

/** Every way in which the site writes a value. Missing values give "–", never blank, 0 or NaN. */
export type Formats = Numbers & Money & Shares & Dates & Durations & {missing: string};

/** The formats of a language and an ISO 4217 currency. Pure: the same bytes in every runtime, so no Intl. */
export const formats = (lang: Lang, currency: string): Formats => ({
  ...numbers(lang),
  ...money(lang, currency),
  ...shares(lang),
  ...dates(lang),
  ...durations(lang),
  missing: MISSING
});
