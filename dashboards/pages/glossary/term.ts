import type {Words} from "../../format/lang.ts";

/** A word of the site: what it means, with its formula, and the mart (and column) that holds it. */
export interface Term {
  id: string;
  term: Words;
  text: Words;
  see?: readonly [mart: string, column?: string];
}

/** Words about one subject. */
export interface Subject {
  subject: Words;
  terms: readonly Term[];
}

/** A term: its anchor, then name and text in either language. */
export const term = (id: string, en: [string, string], zh: [string, string], see?: Term["see"]): Term => ({
  id,
  term: {en: en[0], zh: zh[0]},
  text: {en: en[1], zh: zh[1]},
  see
});
