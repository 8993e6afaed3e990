import type {Span} from "./masks.ts";

/** Digits of a telephone number that are looked for, from its end on: a country's code may be missing. */
const mostDigits = 9;
const leastDigits = 6;

/** Telephone numbers and e-mail addresses, as they are written, as what finds them with other marks and blanks. */
export const contactPatterns = (contacts: readonly string[]): RegExp[] =>
  contacts.flatMap((contact) => {
    if (contact.includes("@")) {
      const parts = contact.trim().split(/(?=[@.])|(?<=[@.])/);
      return [
        new RegExp(parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)).join(" {0,2}"), "giu")
      ];
    }
    const digits = contact.replace(/\D/g, "").slice(-mostDigits);
    if (digits.length < leastDigits) return [];
    return [
      new RegExp(String.raw`\+?(?:\d[^\p{L}\d]{0,3}){0,6}${[...digits].join(String.raw`[^\p{L}\d]{0,4}`)}`, "gu")
    ];
  });

/** Where somebody's own telephone numbers and addresses stand. */
export const contactSpans = (flat: string, contacts: readonly string[]): Span[] =>
  contactPatterns(contacts).flatMap((pattern) =>
    [...flat.matchAll(pattern)].map(({0: found, index}): Span => ({
      from: index,
      to: index + found.length,
      mask: pattern.source.includes("@") ? "email" : "phone"
    }))
  );
