const LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** An invented company number of eight digits, above all that Companies House has given. */
export const companyNumber = (n: number): string => `99${String((n * 7919) % 1_000_000).padStart(6, "0")}`;

/** An invented unified social credit code, of a division that does not exist, with its check character (GB 32100-2015: base 31, powers of 3). */
export function creditCode(n: number): string {
  const body = `91990000MA${String((n * 7919) % 10_000_000).padStart(7, "0")}`;
  let weight = 1;
  let sum = 0;
  for (const letter of body) {
    sum += LETTERS.indexOf(letter) * weight;
    weight = (weight * 3) % 31;
  }
  return body + LETTERS[(31 - (sum % 31)) % 31]!;
}
