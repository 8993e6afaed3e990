import type {Context, Language} from "../context.ts";
import {formats} from "../format/formats.ts";
import type {Publish} from "../page.ts";
import {addressOf, linkTo} from "./address.ts";

/** What is the same for every page of one build. */
export interface Company extends Publish {
  company: string;
  /** ISO 4217. */
  currency: string;
  /** The business day of as_of. */
  asOf: Date;
}

/** The context in which a page of this path is rendered in this language. */
export function pageContext(path: string, lang: Language, build: Company): Context {
  const {company, currency, asOf, minCell, callsPerDay, personal} = build;
  return {
    lang,
    t: (en, zh) => (lang === "zh" ? zh : en),
    f: formats(lang, currency),
    company,
    currency,
    asOf,
    minCell,
    callsPerDay,
    personal,
    href: (to, query = {}) => {
      const pairs = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)])).toString();
      return linkTo(addressOf(path, lang), addressOf(to, lang) + (pairs && `?${pairs}`));
    }
  };
}
