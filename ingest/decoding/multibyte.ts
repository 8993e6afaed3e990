/** How an East Asian encoding cuts bytes into characters, and how usual each of them is: 1, ½ or 0. */
interface Charset {
  label: string;
  /** Usualness of the character of two bytes; undefined where the encoding has none. */
  pair: (lead: number, trail: number) => number | undefined;
  /** Usualness of a byte over 7F that stands alone. */
  single?: (byte: number) => number | undefined;
  /** Whether four bytes are one character. */
  four?: (bytes: Buffer, at: number) => boolean;
}

const within = (byte: number, from: number, to: number): boolean => byte >= from && byte <= to;
const digit = (byte: number | undefined): boolean => byte !== undefined && within(byte, 0x30, 0x39);

/** Rows of a 94 × 94 set: usual ones, less usual ones, and the rest. */
const rows =
  (usual: [number, number][], lesser: [number, number][]) =>
  (lead: number, trail: number): number => {
    if (trail < 0xa1) return 0;
    if (usual.some(([from, to]) => within(lead, from, to))) return 1;
    return lesser.some(([from, to]) => within(lead, from, to)) ? 0.5 : 0;
  };

const gb2312 = rows(
  [
    [0xa1, 0xa3],
    [0xb0, 0xd7]
  ],
  [[0xd8, 0xf7]]
);
const jis = rows(
  [
    [0xa1, 0xa5],
    [0xb0, 0xcf]
  ],
  [[0xd0, 0xf4]]
);
const ksx1001 = rows(
  [
    [0xa1, 0xa3],
    [0xb0, 0xc8]
  ],
  []
);

/** In order of preference where two fit alike. */
export const charsets: Charset[] = [
  {
    label: "gb18030",
    pair: (lead, trail) =>
      within(lead, 0x81, 0xfe) && within(trail, 0x40, 0xfe) && trail !== 0x7f ? gb2312(lead, trail) : undefined,
    single: (byte) => (byte === 0x80 ? 0 : undefined),
    four: (bytes, at) =>
      digit(bytes[at + 1]) && within(bytes[at + 2] ?? 0, 0x81, 0xfe) && digit(bytes[at + 3]) && bytes[at] !== 0x80
  },
  {
    label: "big5",
    pair: (lead, trail) => {
      if (!within(lead, 0x81, 0xfe) || !(within(trail, 0x40, 0x7e) || within(trail, 0xa1, 0xfe))) return undefined;
      return within(lead, 0xa1, 0xc6) ? 1 : within(lead, 0xc9, 0xf9) ? 0.5 : 0;
    }
  },
  {
    label: "shift_jis",
    pair: (lead, trail) => {
      if (!(within(lead, 0x81, 0x9f) || within(lead, 0xe0, 0xfc))) return undefined;
      if (!within(trail, 0x40, 0xfc) || trail === 0x7f) return undefined;
      return within(lead, 0x81, 0x83) || within(lead, 0x88, 0x97) ? 1 : within(lead, 0x98, 0xea) ? 0.5 : 0;
    },
    single: (byte) => (within(byte, 0xa1, 0xdf) ? 0.2 : undefined)
  },
  {
    label: "euc-kr",
    pair: (lead, trail) =>
      within(lead, 0x81, 0xfe) && within(trail, 0x41, 0xfe) && (trail >= 0xa1 || lead <= 0xc6)
        ? ksx1001(lead, trail)
        : undefined
  },
  {
    label: "euc-jp",
    pair: (lead, trail) =>
      lead === 0x8e && within(trail, 0xa1, 0xdf)
        ? 0.2
        : within(lead, 0xa1, 0xfe) && within(trail, 0xa1, 0xfe)
          ? jis(lead, trail)
          : undefined
  }
];

/** How well bytes read as an encoding. */
export interface Reading {
  label: string;
  characters: number;
  /** Usualness of the mean character, with each invalid byte as six characters that are not usual. */
  share: number;
  /**
   * Runs of characters; and those that are rather accented letters of Latin words: of a single character beside a Latin letter, or
   * of nothing but pairs with one.
   */
  freestanding: number;
  inWords: number;
}

const INVALID = 6;
const isLetter = (byte: number | undefined): boolean => byte !== undefined && within(byte | 0x20, 0x61, 0x7a);

/** Reads bytes as an encoding. */
export function reading(bytes: Buffer, {label, pair, single, four}: Charset): Reading {
  let [characters, usual, invalid, freestanding, inWords] = [0, 0, 0, 0, 0];
  for (let i = 0; i < bytes.length;) {
    if (bytes[i]! < 0x80) {
      i++;
      continue;
    }
    const start = i;
    let [run, isPlain] = [0, true];
    while (i < bytes.length && bytes[i]! >= 0x80) {
      if (four?.(bytes, i)) {
        i += 4;
        run++;
        continue;
      }
      const alone = single?.(bytes[i]!);
      const value = alone ?? (i + 1 < bytes.length ? pair(bytes[i]!, bytes[i + 1]!) : undefined);
      if (value === undefined) {
        invalid++;
        i++;
        continue;
      }
      usual += value;
      run++;
      isPlain &&= alone === undefined && isLetter(bytes[i + 1]);
      i += alone === undefined ? 2 : 1;
    }
    characters += run;
    const isInWord = isLetter(bytes[start - 1]) || isLetter(bytes[i]);
    if (run === 0 || (run === 1 && (isInWord || isPlain)) || (isInWord && isPlain)) inWords++;
    else freestanding++;
  }
  const all = characters + INVALID * invalid;
  return {label, characters, share: all ? usual / all : 0, freestanding, inWords};
}
