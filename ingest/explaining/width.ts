const wide =
  /^(?:[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]|\p{Emoji_Presentation})/u;
const segments = new Intl.Segmenter();

/** How many columns of a terminal a text takes: Chinese characters take two. */
export function width(text: string): number {
  let columns = 0;
  for (const {segment} of segments.segment(text)) columns += wide.test(segment) ? 2 : 1;
  return columns;
}

/** The text in exactly so many columns: filled with blanks, or cut short with `…`. */
export function fitted(text: string, columns: number): string {
  const full = width(text);
  if (full <= columns) return text + " ".repeat(columns - full);
  let [cut, taken] = ["", 0];
  for (const {segment} of segments.segment(text)) {
    const next = wide.test(segment) ? 2 : 1;
    if (taken + next > columns - 1) break;
    [cut, taken] = [cut + segment, taken + next];
  }
  return `${cut}…${" ".repeat(columns - 1 - taken)}`;
}
