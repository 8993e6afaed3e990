import {createReadStream, createWriteStream} from "node:fs";
import {pipeline} from "node:stream/promises";

/** By code unit, the two bytes that GBK has for it; 0 where it has none. */
function pairs(): Uint16Array {
  const decoder = new TextDecoder("gbk");
  const found = new Uint16Array(1 << 16);
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1 && text !== "\ufffd") found[text.charCodeAt(0)] ||= (lead << 8) | trail;
    }
  }
  return found;
}

/** Writes a UTF-8 text as GBK. Throws an Error at a character that GBK has not. */
export async function toGbk(from: string, to: string): Promise<void> {
  const known = pairs();
  await pipeline(
    createReadStream(from, {encoding: "utf8", highWaterMark: 1 << 20}),
    async function* (texts: AsyncIterable<string>) {
      for await (const text of texts) {
        const bytes = Buffer.allocUnsafe(2 * text.length);
        let length = 0;
        for (let i = 0; i < text.length; i++) {
          const code = text.charCodeAt(i);
          const pair = known[code]!;
          if (code < 0x80) bytes[length++] = code;
          else if (pair) length = bytes.writeUInt16BE(pair, length);
          else throw new Error(`GBK has no ${text[i]}`);
        }
        yield bytes.subarray(0, length);
      }
    },
    createWriteStream(to)
  );
}
