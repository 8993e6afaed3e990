import stringWidth from "string-width";

const segments = new Intl.Segmenter();

/** How many columns of a terminal a text takes: Chinese characters and emoji take two, marks and control characters none. */
export const width = (text: string): number => stringWidth(text, {countAnsiEscapeCodes: true});

/** The text in exactly so many columns: filled with blanks, or cut short with `…`. */
export function fitted(text: string, columns: number): string {
  const full = width(text);
  if (full <= columns) return text + " ".repeat(columns - full);
  let [cut, taken] = ["", 0];
  for (const {segment} of segments.segment(text)) {
    const next = width(segment);
    if (taken + next > columns - 1) break;
    [cut, taken] = [cut + segment, taken + next];
  }
  return `${cut}…${" ".repeat(columns - 1 - taken)}`;
}
