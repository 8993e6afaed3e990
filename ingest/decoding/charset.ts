/** Bytes 80–9F of windows-1252; five of them stand for nothing. */
const WINDOWS_1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

/**
 * A decoder of whole texts by their WHATWG label, which keeps a byte order mark. Where it is fatal it throws a TypeError at bytes
 * that are none of the encoding; otherwise they become U+FFFD. Both can give a control character U+0080–U+009F for a byte
 * without a character.
 *
 * Node 20 reads windows-1252 as Latin-1, without € and curly quotes; so that one is decoded here.
 */
export function decoder(encoding: string, {fatal = false} = {}): (bytes: Buffer) => string {
  const native = new TextDecoder(encoding, {fatal, ignoreBOM: true});
  if (native.encoding !== "windows-1252") return (bytes) => native.decode(bytes);
  return (bytes) =>
    bytes.toString("latin1").replace(/[\x80-\x9f]/g, (byte) => WINDOWS_1252[byte.charCodeAt(0) - 0x80]!);
}

/** Whether text in this encoding can be read: a WHATWG label that Node decodes, whatever its case. */
export function knownEncoding(label: string): boolean {
  try {
    decoder(label, {fatal: true});
    return true;
  } catch {
    return false;
  }
}
