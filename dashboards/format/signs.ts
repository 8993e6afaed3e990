/** True minus, en dash, no-break space: the three signs that keyboards lack. */
export const MINUS = "\u2212";
export const DASH = "\u2013";
export const NBSP = "\u00a0";

/** What stands for a missing value; its reason is said in the text beside it. */
export const MISSING = DASH;

/** A value that may be absent; databases also send bigint. */
export type Numeric = number | bigint | null | undefined;

/** The sign of `value` as text: minus, nothing, or a plus where `plus` asks for one. */
export const signOf = (value: number, plus = false): string => (value < 0 ? MINUS : plus && value > 0 ? "+" : "");

/** Apply `format` to a finite number, or give the missing sign. */
export function present(value: Numeric, format: (value: number) => string): string {
  const number = value == null ? NaN : Number(value);
  return Number.isFinite(number) ? format(number) : MISSING;
}
