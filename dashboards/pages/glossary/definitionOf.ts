import type {Definition} from "../../components/definition.ts";
import type {Locale} from "../../format/locale.ts";
import type {Subject} from "./term.ts";

/** A word of a subject as a page shows it beside its number. Throws at an unknown word. */
export function definitionOf({subject, terms}: Subject, id: string, {lang, t}: Locale): Definition {
  const found = terms.find((term) => term.id === id);
  if (!found) throw new Error(`unknown term ${id} of ${subject.en}; add it to its file in glossary/terms`);
  return {
    id,
    term: found.term[lang],
    text: found.text[lang],
    rows: found.see && [[t("From", "来源"), found.see.filter(Boolean).join(".")]]
  };
}
