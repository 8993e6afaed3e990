import {accountSpans} from "./accounts.ts";
import {postalSpans} from "./addresses.ts";
import {contactSpans} from "./contacts.ts";
import {emailSpans} from "./emails.ts";
import {flatText} from "./flatText.ts";
import {introducedHanSpans} from "./introducedHan.ts";
import {introducedSpans} from "./introducedNames.ts";
import {linkSpans} from "./links.ts";
import {masks, type Span} from "./masks.ts";
import {nameSpans, type Known} from "./names.ts";
import {numberSpans} from "./numbers.ts";
import {orderSpans} from "./orders.ts";

export interface Masked {
  text: string;
  /** How many places were masked. */
  masks: number;
}

/**
 * A text without what says who somebody is: e-mail addresses, links, accounts of messengers, numbers of seven digits and more (telephones, cards,
 * identity numbers, IBAN, orders), addresses, names that are known, names by which writers introduce themselves, and contacts (telephone numbers
 * and e-mail addresses) that are known. The mask says, in the language given, what stood there. Digits of all scripts and numbers written out in
 * Han are found too.
 */
export function mask(
  text: string,
  known: readonly Known[],
  language: "en" | "zh",
  contacts: readonly string[] = []
): Masked {
  const {text: flat, written} = flatText(text);
  const spans = [
    ...emailSpans(flat),
    ...linkSpans(flat),
    ...accountSpans(flat),
    ...orderSpans(flat),
    ...numberSpans(flat),
    ...contactSpans(flat, contacts),
    ...postalSpans(flat),
    ...introducedSpans(flat),
    ...introducedHanSpans(flat),
    ...known.flatMap((names) => nameSpans(flat, names))
  ];
  if (!spans.length) return {text, masks: 0};
  let [masked, at, count] = ["", 0, 0];
  for (const {from, to, mask: kind} of apart(spans)) {
    const place = written(from, to);
    masked += text.slice(at, place.from) + masks[kind][language];
    at = place.to;
    count++;
  }
  return {text: masked + text.slice(at), masks: count};
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
