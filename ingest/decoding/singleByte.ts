import type {Match} from "chardet";
import {decoder} from "./charset.ts";

/** What chardet finds → what it is read as: the windows page of each ISO one has the same letters at the same places, or nearly. */
const others: Record<string, string> = {
  "ISO-8859-5": "iso-8859-5",
  "windows-1251": "windows-1251",
  "KOI8-R": "koi8-r",
  "ISO-8859-7": "windows-1253",
  "windows-1253": "windows-1253",
  "ISO-8859-8": "windows-1255",
  "windows-1255": "windows-1255",
  "ISO-8859-6": "iso-8859-6",
  "windows-1256": "windows-1256"
};

const latins: Record<string, string> = {
  "ISO-8859-1": "windows-1252",
  "windows-1252": "windows-1252",
  "ISO-8859-2": "windows-1250",
  "windows-1250": "windows-1250",
  "ISO-8859-9": "windows-1254",
  "windows-1254": "windows-1254"
};

/** Russian is preferred to what is not as much more certain. */
const MARGIN = 10;

/** The other script whose language chardet hears most clearly, with its confidence of 0–100. */
export function otherScript(bytes: Buffer, matches: Match[]): {label: string; confidence: number} {
  const heard = matches
    .filter(({name}) => name in others && reads(bytes, others[name]!))
    .map(({name, confidence}) => ({label: others[name]!, confidence}));
  const russian = heard.find(({label}) => label === "windows-1251") ?? {label: "windows-1251", confidence: 0};
  const best = heard[0] ?? russian;
  return best.confidence >= russian.confidence + MARGIN ? best : russian;
}

function reads(bytes: Buffer, label: string): boolean {
  try {
    return !/[\x80-\x9f]/.test(decoder(label, {fatal: true})(bytes));
  } catch {
    return false;
  }
}

const LONG_RUN = /[\x80-\xff]{3,}/g;
const HIGH = /[\x80-\xff]/g;
const MAC_LETTER = /[a-z](?:[\x8a\x8d-\x90\x9d\x9f]|[\x87-\x89\x8b\x99](?=[a-z]))/;
const WINDOWS_OR_DOS_LETTER = /[\xc0-\xd6\xd8-\xf6\xf8-\xff]|[a-z][\x81\x82\x84](?=[a-z])/;
/** Letters of windows-1250 where windows-1252 has signs; and letters of ISO 8859-2 where windows-1250 has signs. */
const SIGN_IN_WORD = /[A-Za-z][\xa3\xb3\xb9\xbf\xbe\xbc\xa5\xaf](?=[A-Za-z\xc0-\xff])/;
const ISO_2 = /[A-Za-z][\xa1\xa6\xa9\xab\xac\xae\xb1\xb6\xbb](?=[A-Za-z\xc0-\xff])/;

const count = (text: string, pattern: RegExp): number =>
  [...text.matchAll(pattern)].reduce((sum, [found]) => sum + found.length, 0);

/** chardet needs as many accented letters to be heard on anything but Western European text, and to be as much more certain. */
const [HEARD, SURER] = [20, 5];

/** The single-byte encoding of text: Western European unless something speaks against it. */
export function singleByte(bytes: Buffer, matches: Match[]): string {
  const text = bytes.toString("latin1");
  const high = count(text, HIGH);
  const other = otherScript(bytes, matches);
  if (count(text, LONG_RUN) > high / 2) return other.label;
  if (MAC_LETTER.test(text) && !WINDOWS_OR_DOS_LETTER.test(text)) return "macintosh";
  const sure = (label: string) =>
    Math.max(0, ...matches.filter(({name}) => latins[name] === label).map(({confidence}) => confidence));
  const western = sure("windows-1252");
  if (SIGN_IN_WORD.test(text) || (high >= HEARD && sure("windows-1250") >= western + SURER)) {
    return ISO_2.test(text) ? "iso-8859-2" : "windows-1250";
  }
  return high >= HEARD && sure("windows-1254") >= western + SURER ? "windows-1254" : "windows-1252";
}
