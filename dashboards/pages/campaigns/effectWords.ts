import {html, type Html} from "../../components/index.ts";
import type {Tone} from "../../components/tone.ts";
import type {Locale} from "../../format/locale.ts";

/** A difference with the ends of its interval, as marts give it; null where none is told. */
export interface Told {
  value: number | null;
  low: number | null;
  high: number | null;
}

interface Known {
  value: number;
  low: number;
  high: number;
}

/** The same where something is told. */
export const known = ({value, low, high}: Told): Known | undefined =>
  value === null || low === null || high === null ? undefined : {value, low, high};

/** Whether an interval leaves zero out. */
export const isClear = ({low, high}: Known): boolean => low > 0 || high < 0;

/** Favourable, unfavourable, or not clear. */
export const toneOf = (told: Known): Tone => (isClear(told) ? (told.value > 0 ? "good" : "bad") : "ctx");

/** Differences of shares as marts name them. */
export const shareOf = (row: {
  share_difference: number | null;
  share_low: number | null;
  share_high: number | null;
}): Told => ({value: row.share_difference, low: row.share_low, high: row.share_high});

/** Adjusted differences of net revenue per customer. */
export const revenueOf = (row: {
  adjusted_difference: number | null;
  adjusted_low: number | null;
  adjusted_high: number | null;
}): Told => ({value: row.adjusted_difference, low: row.adjusted_low, high: row.adjusted_high});

/** An amount per customer with its sign. */
export const signedMoney = (value: number, {f}: Pick<Locale, "f">): string =>
  `${value > 0 ? "+" : ""}${f.moneyExact(value, Math.abs(value) < 100 ? 2 : 0)}`;

/** A difference of shares in words: value and interval; in colour where it is clear, unless told. */
export const pointsCell = (told: Known, locale: Locale, tone = toneOf(told)): Html =>
  cell(tone, locale.f.points(told.value, {tight: true}), locale.f.pointsRange(told.low, told.high));

/** A difference of amounts in words: value and interval. */
export const moneyCell = (told: Known, locale: Locale): Html =>
  cell(
    toneOf(told),
    signedMoney(told.value, locale),
    `${signedMoney(told.low, locale)} ${locale.t("to", "至")} ${signedMoney(told.high, locale)}`
  );

const cell = (tone: Tone, value: string, range: string): Html =>
  html`<b class="nowrap${tone !== "ctx" && ` ${tone}`}">${value}</b><br /><span class="muted nowrap">${range}</span>`;
