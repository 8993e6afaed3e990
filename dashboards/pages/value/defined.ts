import type {Definition} from "../../components/definition.ts";
import type {Locale} from "../../format/locale.ts";
import {lifetime} from "../glossary/terms/lifetime.ts";

/** The definition of a word of the page, as the glossary has it. Throws at an unknown word. */
export function defined(id: string, {lang, t}: Locale): Definition {
  const found = lifetime.terms.find((term) => term.id === id);
  if (!found) throw new Error(`unknown term ${id} of the lifetime value page; add it to glossary/terms/lifetime.ts`);
  return {
    id,
    term: found.term[lang],
    text: found.text[lang],
    rows: found.see && [[t("From", "来源"), found.see.filter(Boolean).join(".")]]
  };
}
