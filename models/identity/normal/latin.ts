import anyAscii from "any-ascii";
import {isAscii} from "./tidy.ts";

const symbol = /[^\p{L}\p{M}\p{N}\p{P}\p{Z}\u0000-\u007f]/gu;
const foreignRun = /[^\p{Script=Han}\u0000-\u007f]+/gu;

const transliterated = (text: string): string => anyAscii(text.replace(symbol, " "));

/** A text in lower-case ASCII letters, from any script: Ørsted as orsted, Иван as ivan. Symbols such as emoji become blanks. */
export const latin = (text: string): string => (isAscii(text) ? text : transliterated(text)).toLowerCase();

/** The same, with Han characters left as they are. */
export const latinBesideHan = (text: string): string =>
  (isAscii(text) ? text : text.replace(foreignRun, transliterated)).toLowerCase();
