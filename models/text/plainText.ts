import {simplified} from "../identity/normal/han.ts";

/**
 * A text as it is read: NFKC (full-width letters and digits become plain), lower case, Chinese in simplified characters, one apostrophe, blanks as one,
 * trimmed.
 */
export const plainText = (text: string): string =>
  simplified(text.normalize("NFKC").toLowerCase())
    .replaceAll("乾", "干")
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/gu, " ")
    .trim();

/** The same text to people: letters and digits alone, so that blanks, marks and emoji make no difference. */
export const sameText = (plain: string): string => plain.replace(/[^\p{L}\p{N}]+/gu, "");
