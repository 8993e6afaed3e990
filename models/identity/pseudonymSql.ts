/** The pseudonym of a customer's first record, as SQL; the same that models/pseudonym.ts spells for models. */
export const pseudonymSql = (secret: string, key: string): string =>
  `'C-' || upper(left(md5('${secret.replaceAll("'", "''")}' || ${key}), 12))`;
