import {isAscii, isUtf8} from "node:buffer";
import {analyse} from "chardet";
import {UserError} from "../../warehouse/error.ts";
import {charsets, reading} from "./multibyte.ts";
import {otherScript, singleByte} from "./singleByte.ts";
import {isShort, utf8Share, wholeLength} from "./utf8.ts";

export {knownEncoding} from "./charset.ts";
export {isUtf8Stream, utf8Of, type Utf8} from "./utf8.ts";

/** WHATWG label of a text's encoding, and the length of its byte order mark in bytes. */
export interface Encoding {
  encoding: string;
  bom: number;
}

const marks: [encoding: string, bytes: number[]][] = [
  ["utf-32", [0xff, 0xfe, 0, 0]],
  ["utf-32", [0, 0, 0xfe, 0xff]],
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
  ["gb18030", [0x84, 0x31, 0x95, 0x33]]
];

/** Text with a greater share is UTF-8 with some broken rows. */
const MOSTLY = 0.8;

const scripts = [/\p{Script=Latin}/u, /\p{Script=Greek}/u, /\p{Script=Cyrillic}/u, /[\u0530-\u07ff]/];

/** As much of the lines that are not ASCII is weighed. */
const WEIGHED = 256 * 1024;

/**
 * Finds the encoding of text by its beginning, which may end within a character: by its byte order mark, as UTF-8 or UTF-16, then as
 * the East Asian or single-byte encoding that fits best; windows-1252 where nothing else does. Text in ASCII is UTF-8.
 * Throws a UserError at UTF-32.
 */
export function encodingOf(sample: Buffer, {name, isWhole}: {name: string; isWhole: boolean}): Encoding {
  const mark = marks.find(([, bytes]) => bytes.every((byte, i) => sample[i] === byte));
  if (mark?.[0] === "utf-32") throw new UserError(`ingest: ${name}: encoded as UTF-32; save it as CSV (UTF-8)`);
  if (mark) return {encoding: mark[0], bom: mark[1].length};
  return {encoding: unmarked(isWhole ? sample : sample.subarray(0, wholeLength(sample))), bom: 0};
}

function unmarked(sample: Buffer): string {
  const wide = utf16(sample.subarray(0, 65536));
  if (wide) return wide;
  if (isAscii(sample)) return "utf-8";
  const bytes = foreignLines(sample);
  const isMostly = utf8Share(bytes) >= MOSTLY;
  if (isMostly && (!isShort(bytes) || (isUtf8(sample) && !isMixed(bytes)))) return "utf-8";
  const matches = analyse(bytes);
  return eastAsian(bytes, matches) ?? (isMostly ? "utf-8" : singleByte(bytes, matches));
}

/** Whether words hold letters of several scripts: a Chinese name in GBK can be valid UTF-8, such as 莫霞 as "Īϼ". */
const isMixed = (bytes: Buffer): boolean =>
  (bytes.toString().match(/[\u0080-\u07ff]{2,}/g) ?? []).some(
    (run) => scripts.filter((script) => script.test(run)).length > 1
  );

/** Fewer zeros are a slip. */
const FEW = 4;

/** UTF-16 without a mark: the zeros of its ASCII characters stand at every other place. */
function utf16(bytes: Buffer): "utf-16le" | "utf-16be" | undefined {
  const zeros = [0, 0];
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at + 1)) zeros[at % 2]!++;
  const [even, odd] = zeros as [number, number];
  const [most, least] = [Math.max(even, odd), Math.min(even, odd)];
  if (most < Math.max(FEW, bytes.length / 40) || most < 4 * least) return undefined;
  const encoding = odd > even ? "utf-16le" : "utf-16be";
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, bytes.length & ~1));
  return /[\0-\x08\x0e-\x1f]/.test(text) ? undefined : encoding;
}

/** The lines that are not ASCII, up to 256 KiB of them. */
function foreignLines(sample: Buffer): Buffer {
  const lines: Buffer[] = [];
  for (let at = 0, held = 0; at < sample.length && held < WEIGHED;) {
    const end = sample.indexOf(10, at) + 1 || sample.length;
    const line = sample.subarray(at, Math.min(end, at + WEIGHED));
    if (line.some((byte) => byte >= 0x80)) {
      lines.push(line);
      held += line.length;
    }
    at = end;
  }
  return Buffer.concat(lines);
}

type Matches = ReturnType<typeof analyse>;

/** The first of these stands out in Chinese text, whose characters are spread over rows that the others use little. */
const PREFERENCE = 0.05;

/**
 * The East Asian encoding that reads the bytes as usual characters in words of their own. In Western European text the bytes over 7F
 * are single letters within words: read as a pair, they would take the next letter with them.
 */
function eastAsian(bytes: Buffer, matches: Matches): string | undefined {
  const readings = charsets
    .map((charset) => reading(bytes, charset))
    .filter(({share, freestanding, inWords}) => share >= 0.4 && freestanding > 0 && freestanding >= inWords);
  if (!readings.length) return undefined;
  const weight = ({label, share}: (typeof readings)[number]) => share + (label === "gb18030" ? PREFERENCE : 0);
  const best = readings.reduce((best, next) => (weight(next) > weight(best) ? next : best));
  if (best.share < 0.8 && otherScript(bytes, matches).confidence >= 20) return undefined;
  const sure = (name: string) => matches.find((match) => match.name === name)?.confidence ?? 0;
  const korean = readings.find(({label}) => label === "euc-kr");
  // Korean text holds no character that Chinese text could not hold; the other way round it does.
  if (korean && korean.share >= 0.95 && korean.characters >= 8 && sure("EUC-KR") > sure("GB18030")) return "euc-kr";
  return best.label;
}
