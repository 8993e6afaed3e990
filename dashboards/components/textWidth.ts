/** Width of a label at 12 px in pixels, near enough for margins; a wide character takes 13.5 with its spacing. */
export function textWidth(text: string): number {
  let width = 0;
  for (const sign of text) {
    if (sign.charCodeAt(0) > 0x2e7f) width += 13.5;
    else if (/[.,:il1 ]/.test(sign)) width += 4.4;
    else if (/[mwMW%]/.test(sign)) width += 10;
    else width += 7;
  }
  return width;
}

/** The widest of some labels, in pixels. */
export const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(textWidth));
