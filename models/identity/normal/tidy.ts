const beyondAscii = /[^\u0000-\u007f]/;
const apostrophes = /[’‘ʼ´`′＇]/g;
const invisible = /[\p{Cf}\p{Cs}]/gu;

/** Whether a text has only ASCII characters, so that nothing needs transliteration. */
export const isAscii = (text: string): boolean => !beyondAscii.test(text);

/**
 * A text in one width and one composition: NFKC (full-width letters, digits and signs, ligatures, ㈱ as (株)), apostrophes of
 * every shape as ', invisible characters and outer blanks gone. Case and scripts stay.
 */
export function tidy(raw: string): string {
  if (isAscii(raw)) return raw.trim();
  return raw.replace(invisible, "").replace(apostrophes, "'").normalize("NFKC").trim();
}
