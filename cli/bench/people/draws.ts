/** Uniform numbers in [0, 1) for one subject: the same seed, stream and number give the same sequence, whatever was drawn before. */
export interface Draws {
  next: () => number;
  /** A whole number in [0, n). */
  below: (n: number) => number;
  pick: <T>(values: readonly T[]) => T;
  chance: (probability: number) => boolean;
}

/**
 * Draws for one subject, a pure function of its number. A Weyl sequence through the finaliser of MurmurHash3 (Appleby), which is
 * splitmix in 32 bits; the state is mixed from seed, stream and number, so that neighbours are independent.
 */
export function drawsFor(seed: number, stream: number, number: number): Draws {
  let state = mix(mix(mix(seed) ^ Math.imul(stream, 0x9e3779b1)) ^ number);
  const next = (): number => {
    state = (state + 0x9e3779b9) | 0;
    return (mix(state) >>> 0) / 2 ** 32;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return {
    next,
    below,
    pick: (values) => values[below(values.length)]!,
    chance: (probability) => next() < probability
  };
}

/** The finaliser of MurmurHash3 for 32 bits. */
function mix(bits: number): number {
  let h = bits | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
