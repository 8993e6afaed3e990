import type {Lang} from "../format/lang.ts";
import {locale} from "../format/locale.ts";
import {shellWords} from "./shellWords.ts";
import type {SiteFacts} from "./siteFacts.ts";

/** A CSS string; `<` is written as an escape, so that no text can end the style element. */
const quoted = (text: string): string =>
  `"${text.replace(/["\\<\n]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`;

/** The margin boxes of printed pages: product and company · as of · privacy · page n of m. */
export function pageMargins(site: SiteFacts, lang: Lang): string {
  const {f} = locale(lang, site.currency);
  const {asOf, report} = shellWords[lang];
  const font = "font:8pt sans-serif;color:#5a665f";
  const boxes = [
    ["top-left", quoted(`${site.product} · ${site.company[lang]} · ${report}`)],
    ["top-right", quoted(`${asOf} ${f.date(site.asOf)}`)],
    ["bottom-left", quoted(site.privacy[lang])],
    ["bottom-right", `counter(page) " / " counter(pages)`]
  ];
  return `@page{${boxes.map(([place, content]) => `@${place}{content:${content};${font}}`).join("")}}`;
}
