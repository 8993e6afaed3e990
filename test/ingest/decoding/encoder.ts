/** Writes text in an encoding of one or two bytes a character: the inverse of Node's decoder, which is what the standard says. */
export function encoder(label: string): (text: string) => Buffer {
  const decoder = new TextDecoder(label, {fatal: true});
  const bytesOf = new Map<string, number[]>();
  const learn = (bytes: number[]) => {
    try {
      const text = decoder.decode(Buffer.from(bytes));
      if ([...text].length === 1 && !bytesOf.has(text)) bytesOf.set(text, bytes);
    } catch {
      // No character.
    }
  };
  for (let byte = 0; byte < 256; byte++) learn([byte]);
  for (let lead = 0x81; lead < 0xff; lead++) for (let trail = 0x40; trail < 0xff; trail++) learn([lead, trail]);
  return (text) =>
    Buffer.from(
      [...text].flatMap((character) => {
        const bytes = bytesOf.get(character);
        if (!bytes) throw new Error(`${label} has no "${character}"`);
        return bytes;
      })
    );
}

export const gbk = encoder("gb18030");

/** Western European text of which no character lies at 80–9F, where Node's own decoder is wrong. */
export const western = (text: string): Buffer => Buffer.from(text, "latin1");
