/** Bits of the significand and the least exponent of a binary floating-point number. */
const forms = {16: [11, -14], 32: [24, -126]} as const;

/** Writes a number of 16 or 32 bits: a whole one as it is, others with the fewest digits that give them again among their own kind. */
const writer =
  ([bits, least]: readonly [number, number]) =>
  (value: number): string => {
    if (!Number.isFinite(value) || Number.isInteger(value)) return String(value);
    const exponent = Math.max(least, Math.floor(Math.log2(Math.abs(value))));
    const half = 2 ** (exponent - bits);
    for (let digits = 1; digits <= 9; digits++) {
      const short = Number(value.toPrecision(digits));
      if (Math.abs(short - value) < half) return String(short);
    }
    return String(value);
  };

/** The number that 16 bits stand for. */
export function half(bits: number): number {
  const sign = bits >> 15 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  return exponent ? sign * (1 + fraction / 1024) * 2 ** (exponent - 15) : sign * fraction * 2 ** -24;
}

export const shortest = {16: writer(forms[16]), 32: writer(forms[32])};
