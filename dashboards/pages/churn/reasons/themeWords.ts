import {themes, type Theme} from "../../../../models/churn/catalogue.ts";
import type {Locale} from "../../../format/locale.ts";
import type {WatchRow} from "../rows.ts";
import {
  frequencyWords,
  orderValueWords,
  refundWords,
  rhythmWords,
  seasonWords,
  tenureWords,
  trendWords
} from "./buying.ts";
import {complaintWords, marketingWords, pointsWords, scoreWords, serviceWords} from "./contact.ts";
import {silenceWords} from "./silence.ts";

const words: Record<Exclude<Theme, "complaints">, (row: WatchRow, locale: Locale) => string> = {
  silence: silenceWords,
  frequency: frequencyWords,
  tenure: tenureWords,
  order_value: orderValueWords,
  trend: trendWords,
  rhythm: rhythmWords,
  service: serviceWords,
  score: scoreWords,
  marketing: marketingWords,
  points: pointsWords,
  refunds: refundWords,
  season: seasonWords
};

/** What raises a risk in the words of a customer, fact first, then the usual. */
export const themeWords = (theme: Theme, row: WatchRow, complaintDays: number, locale: Locale): string =>
  theme === "complaints" ? complaintWords(row, complaintDays, locale) : words[theme](row, locale);

export const isTheme = (name: string): name is Theme => (themes as readonly string[]).includes(name);
