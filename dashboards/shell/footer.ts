import {html, oneLine} from "../components/html.ts";
import {langOf} from "./paths.ts";
import type {PageFacts, SiteFacts} from "./siteFacts.ts";

/** The foot of a page: product, zone and definitions, privacy; for Framework's `footer`. */
export function footer(site: SiteFacts, {path}: PageFacts): string {
  const lang = langOf(path);
  const stop = lang === "zh" ? " · " : ". ";
  const foot = site.foot?.[lang];
  return oneLine(html`${site.product}${stop}${foot && `${foot} `}${site.privacy[lang]}`);
}
