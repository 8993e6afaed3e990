import {signOf} from "./signs.ts";

/** Thousands separated by commas: "1234567" → "1,234,567". */
export const group = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ",");

/** `value` ≥ 0 with `decimals` fixed decimals and grouped thousands. Ties go away from zero in spite of binary fractions. */
export function fixed(value: number, decimals: number): string {
  const power = 10 ** decimals;
  const [whole, part] = (Math.round(value * power * (1 + 1e-12)) / power).toFixed(decimals).split(".");
  return group(whole!) + (part === undefined ? "" : `.${part}`);
}

/** `value` with sign, grouping and fixed decimals; what rounds to zero carries no sign. */
export function signed(value: number, decimals: number, plus = false, unit = ""): string {
  const text = fixed(Math.abs(value), decimals);
  const shown = /[1-9]/.test(text) ? value : 0;
  return signOf(shown, plus) + unit + text;
}
