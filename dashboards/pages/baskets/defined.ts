import type {Definition} from "../../components/definition.ts";
import type {Locale} from "../../format/locale.ts";
import {definitionOf} from "../glossary/definitionOf.ts";
import {baskets} from "../glossary/terms/baskets.ts";

/** The definition of a word of the page, as the glossary has it. Throws at an unknown word. */
export const defined = (id: string, locale: Locale): Definition => definitionOf(baskets, id, locale);
