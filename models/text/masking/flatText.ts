/**
 * A text with full-width characters and digits of other scripts as plain ones, unit for unit: every place in it is the same place in the text.
 */
export function flatText(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000\u00a0\u2000-\u200a]|[\u0660-\u0669\u06f0-\u06f9]/g, (found) => {
    const code = found.charCodeAt(0);
    if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
    if (code >= 0x0660 && code <= 0x06f9) return String(code & 0xf);
    return " ";
  });
}
