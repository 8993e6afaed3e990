import type {Lang} from "./lang.ts";

/** A scale word and what it multiplies. */
export interface Scale {
  factor: number;
  word: string;
}

const plain: Scale = {factor: 1, word: ""};

/** Scale words, largest first. Chinese counts in 万 and 亿, never in 千. */
const scales: Record<Lang, Scale[]> = {
  en: [
    {factor: 1e9, word: "bn"},
    {factor: 1e6, word: "m"},
    {factor: 1e3, word: "k"}
  ],
  zh: [
    {factor: 1e8, word: "亿"},
    {factor: 1e4, word: "万"}
  ]
};

/** The scale in which an amount of size `magnitude` is written; amounts below `from` stay plain. */
export function scaleFor(lang: Lang, magnitude: number, from = 1e4): Scale {
  return (magnitude < from ? undefined : scales[lang].find((scale) => magnitude >= scale.factor)) ?? plain;
}

/** Decimals that give three significant digits, never fewer than the integer part. */
export function decimalsFor(scaled: number): number {
  return Math.min(2, Math.max(0, 2 - Math.floor(Math.log10(scaled || 1) + 1e-12)));
}
