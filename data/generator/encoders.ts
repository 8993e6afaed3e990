/** How a text file of the sample is encoded; UTF-16 begins with its byte order mark, as Google writes it. */
export type Encoding = "utf-8" | "utf-16le" | "gbk" | "windows-1252";

/** Stands for a byte that means nothing where it is: half a character of GBK; other files have none. */
export const UNDECODABLE = "\uffff";

/** An encoder that is called piece by piece. Throws a RangeError at a character that the encoding lacks. */
export function encoderOf(encoding: Encoding): (text: string) => Buffer {
  if (encoding === "utf-8") return (text) => Buffer.from(text);
  if (encoding === "utf-16le") {
    let mark = "\ufeff";
    return (text) => {
      const bytes = Buffer.from(mark + text, "utf16le");
      mark = "";
      return bytes;
    };
  }
  const table = encoding === "gbk" ? pairs("gbk") : singles("windows-1252");
  return (text) => {
    const bytes: number[] = [];
    for (const character of text) {
      if (character < "\x80") bytes.push(character.charCodeAt(0));
      else bytes.push(...(table.get(character) ?? missing(character, encoding)));
    }
    return Buffer.from(bytes);
  };
}

function missing(character: string, encoding: Encoding): number[] {
  if (character === UNDECODABLE && encoding === "gbk") return [0x81];
  throw new RangeError(`invalid character "${character}" in a file in ${encoding}`);
}

/** Characters → bytes, by asking the decoder for every pair of bytes. */
function pairs(label: string): Map<string, number[]> {
  const decoder = new TextDecoder(label);
  const table = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && character !== "\ufffd" && !table.has(character))
        table.set(character, [lead, trail]);
    }
  }
  return table;
}

/** The letters of Latin-1; the sample needs no more of windows-1252. */
function singles(label: string): Map<string, number[]> {
  const decoder = new TextDecoder(label);
  return new Map(Array.from({length: 96}, (_, i) => [decoder.decode(Uint8Array.of(0xa0 + i)), [0xa0 + i]]));
}
