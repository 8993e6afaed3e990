import type {Context} from "../../context.ts";
import {html, panel, stackedPanels, type Html} from "../../components/index.ts";
import {entryAddress} from "./entryAddress.ts";
import type {Term} from "./term.ts";
import {terms} from "./terms.ts";

/** The dictionary, by subject. */
export function termList(c: Context): Html {
  const {lang, t} = c;
  return panel({
    id: "terms",
    title: t("What do the words mean?", "这些词是什么意思？"),
    sub: t("One word for one thing, with its formula and where it is computed", "一词一义，附公式与出处"),
    body: stackedPanels(
      12,
      terms.map(
        ({subject, terms}) =>
          html`<section data-entry>
            <h3>${subject[lang]}</h3>
            <dl class="facts left">${terms.map((term) => termLines(term, c))}</dl>
          </section>`
      )
    ),
    long: true
  });
}

function termLines({id, term, text, see}: Term, {lang, href}: Context): Html {
  const link = see && html` <a href="${href(entryAddress(...see))}">${see.join(".")}</a>`;
  return html`<dt id="${id}">${term[lang]}</dt>
    <dd>${text[lang]}${link}</dd>`;
}
