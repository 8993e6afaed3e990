import {simplified} from "../../identity/normal/han.ts";
import {remembered} from "../../identity/normal/remembered.ts";

/** A text in one spelling, and where each of its units stood. */
export interface Flat {
  text: string;
  /** Units from … to of it as units of the text as written. */
  written(from: number, to: number): {from: number; to: number};
}

/** Marks of full width that end a part of a sentence stay: digits on both sides of them are seldom one number. */
const pieces =
  /[\u00ad\u200b-\u200f\u2060\ufeff]|[\u00a0\u2000-\u200a\u202f\u3000\t]|[’‘ʼ´`]|[\uff01-\uff5e]|[^\u0000-\u007f]\p{M}+|[\u0000-\u007f]\p{M}+|[^\P{Nd}0-9]|[\u2460-\u2468\u24f5-\u24fd\u2776-\u277e\u{1d400}-\u{1d7ff}]|\p{Script=Han}/gu;
const kept = "，！？；";
const digits = new Map<string, string>();

/** The value of a digit of any script: they stand in a row from nought on. */
function digitOf(unit: string): string {
  let value = digits.get(unit);
  if (value === undefined) {
    const code = unit.codePointAt(0)!;
    let zero = code;
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
    digits.set(unit, (value = String(code - zero)));
  }
  return value;
}

/** As `spelled`, which is asked once for each of the pieces that are met most. */
const plain = remembered(spelled);

function spelled(piece: string): string {
  if (/^[\u00ad\u200b-\u200f\u2060\ufeff]/.test(piece)) return "";
  if (/^[\s\u202f]$/u.test(piece)) return " ";
  if (/^[’‘ʼ´`]$/.test(piece)) return "'";
  if (kept.includes(piece)) return piece;
  if (/^[\u24f5-\u24fd]$/.test(piece)) return String(piece.charCodeAt(0) - 0x24f4);
  if (/^[\u2776-\u277e]$/.test(piece)) return String(piece.charCodeAt(0) - 0x2775);
  const composed = piece.normalize("NFKC");
  if (/^[\u0000-\u007f]+$/.test(composed)) return composed;
  return /^\p{Nd}$/u.test(composed) ? digitOf(composed) : simplified(composed);
}

/**
 * A text with full-width and enclosed characters and digits of all scripts as plain ones, letters and their accents in one, apostrophes as ', Han
 * in simplified form, and nothing between that has no width.
 */
export function flatText(text: string): Flat {
  if (/^[\u0020-\u007e\n\r]*$/.test(text)) return {text, written: (from, to) => ({from, to})};
  let [flat, at] = ["", 0];
  const [starts, ends]: [number[], number[]] = [[], []];
  const keep = (to: number) => {
    flat += text.slice(at, to);
    for (; at < to; at++) {
      starts.push(at);
      ends.push(at + 1);
    }
  };
  for (const {0: piece, index} of text.matchAll(pieces)) {
    keep(index);
    at = index + piece.length;
    const written = plain(piece);
    flat += written;
    for (let i = 0; i < written.length; i++) {
      starts.push(index);
      ends.push(at);
    }
  }
  keep(text.length);
  return {text: flat, written: (from, to) => ({from: starts[from]!, to: ends[to - 1]!})};
}
