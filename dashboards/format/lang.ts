/** The two languages of the site. */
export type Lang = "en" | "zh";

/** A text in both. */
export type Words = Record<Lang, string>;
