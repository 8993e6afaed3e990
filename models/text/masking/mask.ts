import {accountSpans} from "./accounts.ts";
import {electronicSpans, postalSpans} from "./addresses.ts";
import {flatText} from "./flatText.ts";
import {masks, type Span} from "./masks.ts";
import {introducedSpans, nameSpans, type knownNames} from "./names.ts";
import {numberSpans} from "./numbers.ts";

export interface Masked {
  text: string;
  /** How many places were masked. */
  masks: number;
}

/**
 * A text without what says who somebody is: e-mail addresses, links, accounts of messengers, numbers of seven digits and more (telephones, cards,
 * identity numbers, IBAN, orders), addresses, names that are known and names by which writers introduce themselves. The mask says, in the language
 * given, what stood there. Full-width digits and numbers written out in Han are found too.
 */
export function mask(text: string, known: readonly ReturnType<typeof knownNames>[], language: "en" | "zh"): Masked {
  const flat = flatText(text);
  const spans = [
    ...electronicSpans(flat),
    ...accountSpans(flat),
    ...numberSpans(flat),
    ...postalSpans(flat),
    ...introducedSpans(flat),
    ...known.flatMap((names) => nameSpans(flat, names))
  ];
  if (!spans.length) return {text, masks: 0};
  let [written, at, count] = ["", 0, 0];
  for (const {from, to, mask: kind} of apart(spans)) {
    written += text.slice(at, from) + masks[kind][language];
    at = to;
    count++;
  }
  return {text: written + text.slice(at), masks: count};
}

/** Spans in their order, those that overlap as one that says what the first of them is. */
function apart(spans: Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = merged.at(-1);
    if (last && span.from < last.to) last.to = Math.max(last.to, span.to);
    else merged.push({...span});
  }
  return merged;
}
