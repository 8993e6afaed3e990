import {masks} from "../../models/text/masking/masks.ts";
import type {Locale} from "../format/locale.ts";
import {chip} from "./chip.ts";
import {attributes, html, type Content, type Html} from "./html.ts";

/** What a customer wrote; personal data is masked before it comes here. */
export interface Verbatim {
  text: string;
  /** Language of the text, such as "zh-CN"; undefined where it is mixed or unknown. */
  lang?: string;
  /** How it sounds: "negative"; and its colour. */
  mood?: {word: string; tone: "good" | "bad" | "ctx"};
  themes?: readonly string[];
  /** Score, customer, date, what they spend. */
  meta?: readonly Content[];
}

/** A quotation in its own language, how it sounds, its themes and where it is from. */
export const verbatim = ({text, lang, mood, themes = [], meta = []}: Verbatim, {t}: Pick<Locale, "t">): Html =>
  html`<li class="verbatim">
    <blockquote${attributes({lang, class: mood?.tone})}>${masked(text, t)}</blockquote>
    <p class="meta">${mood && html`<span>${mood.word}</span>`}${meta.map((one) => one && html`<span>${one}</span>`)}${themes.map(chip)}</p>
  </li>`;

const tokens = Object.values(masks).flatMap(({en, zh}) => [en, zh]);
const token = new RegExp(`(${tokens.map((one) => one.replace(/[[\]]/g, "\\$&")).join("|")})`);

/** The text with its masks set apart. */
const masked = (text: string, t: Locale["t"]): Content[] =>
  text
    .split(token)
    .map((part, i) => (i % 2 ? html`<span class="mask" title="${t("masked", "已隐去")}">${part}</span>` : part));
