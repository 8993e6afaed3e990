import type {Locale} from "../format/locale.ts";
import {chip} from "./chip.ts";
import {html, type Content, type Html} from "./html.ts";

/** What a customer wrote, in parts; marked parts carry the theme. Personal data is masked before it comes here. */
export interface Verbatim {
  parts: readonly (string | {marked: string})[];
  /** Language of the text, such as "zh-CN". */
  lang: string;
  /** The rating, 0–10, if there is one. */
  rating?: number;
  key?: string;
  href?: string;
  themes?: readonly string[];
  /** Value at stake, channel, date. */
  meta?: Content;
  /** How many customers wrote exactly this. */
  times?: number;
}

const fill = (rating: number) => (rating <= 3 ? "d0" : rating <= 6 ? "d1" : rating <= 8 ? "d4" : "d8");

/** A quotation with its rating, key and themes. */
export const verbatim = ({parts, lang, rating, key, href, themes = [], meta, times = 1}: Verbatim, {t}: Locale): Html =>
  html`<article class="verbatim">
    <blockquote lang="${lang}">
      ${parts.map((part) => (typeof part === "string" ? part : html`<mark>${part.marked}</mark>`))}
    </blockquote>
    <p class="meta">
      ${
        rating !== undefined &&
        html`<span class="rating ${fill(rating)}"><span class="sr-only">${t("rating ", "评分 ")}</span>${rating}</span>`
      }
      ${key && (href ? html`<a href="${href}">${key}</a>` : html`<span>${key}</span>`)}
      ${themes.map(chip)}${times > 1 && html`<span>× ${times}</span>`}${meta && html`<span>${meta}</span>`}
    </p>
  </article>`;
