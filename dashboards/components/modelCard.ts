import {button} from "./button.ts";
import {facts} from "./facts.ts";
import {html, type Content, type Html} from "./html.ts";
import type {IconName} from "../shell/icons.ts";

/** What a model is, in terms and sentences, and the files that say the same. */
export interface ModelCard {
  /** Term and sentence, in reading order. */
  rows: readonly (readonly [term: Content, text: Content])[];
  /** Where the card can be had as a file: "Markdown", "./data/churn/card.md". */
  files: readonly {name: string; href: string; about: string}[];
}

const icon: IconName = "down";

/** A definition list with its files under it. */
export const modelCard = ({rows, files}: ModelCard): Html =>
  html`<div class="model-card">
    ${facts(rows, {left: true})}
    <p class="button-row no-print">
      ${files.map(({name, href, about}) => button({text: name, href, about, icon, kind: "quiet"}))}
    </p>
  </div>`;
