import {isUtf8} from "node:buffer";
import {Unreadable} from "./unreadable.ts";

/** Text of a field without the blanks that fill it up. */
export type SavText = (bytes: Buffer) => string;

/** Code pages of Windows under the names of the WHATWG encoding standard, where those are not `windows-<number>`. */
const codePages: Record<number, string> = {
  65001: "utf-8",
  54936: "gb18030",
  936: "gbk",
  950: "big5",
  932: "shift_jis",
  949: "euc-kr",
  51949: "euc-kr",
  20866: "koi8-r",
  28591: "iso-8859-1",
  28605: "iso-8859-15"
};

/** SPSS's own codes for ASCII say nothing about the bytes over 127. */
const UNSAID = [0, 2, 3];

/**
 * How a file's text is read: by the encoding that it names (record 7, subtype 20), else by its code page (subtype 3), else as
 * UTF-8. Throws Unreadable for an encoding that is not known, and for text that is not UTF-8 in a file that names none.
 */
export function savText(named: string | undefined, codePage = 0): SavText {
  const label = named?.trim() || (UNSAID.includes(codePage) ? undefined : `cp${codePage}`);
  if (!label) return (bytes) => (isUtf8(bytes) ? utf8(bytes) : unsaid());
  const decoder = decoderOf(label);
  return decoder.encoding === "utf-8" ? utf8 : (bytes) => decoder.decode(bytes.subarray(0, end(bytes)));
}

const utf8: SavText = (bytes) => bytes.toString("utf8", 0, end(bytes));

function unsaid(): never {
  throw new Unreadable(
    "does not say its encoding, and is not UTF-8; open it in SPSS in Unicode mode and save it again"
  );
}

function decoderOf(label: string): TextDecoder {
  const page = /^(?:cp|ms|ibm|windows)-?(\d+)/i.exec(label)?.[1];
  const names = page ? [codePages[Number(page)], `windows-${page}`, `ibm${page}`] : [label];
  for (const name of names) {
    try {
      if (name) return new TextDecoder(name, {ignoreBOM: true});
    } catch {
      continue;
    }
  }
  throw new Unreadable(`is in the unknown encoding "${label}"; open it in SPSS in Unicode mode and save it again`);
}

function end(bytes: Buffer): number {
  let length = bytes.length;
  while (length && (bytes[length - 1] === 32 || bytes[length - 1] === 0)) length--;
  return length;
}
