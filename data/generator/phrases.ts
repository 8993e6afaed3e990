/** What a verbatim is about. */
export type Theme = "damage" | "late" | "reply" | "price" | "quality" | "packaging" | "staff" | "range";

/**
 * Sentences of one language by theme and side; `{product}`, `{tea}`, `{ware}` and `{glass}` name something of the order,
 * `{days}` is a number of days.
 *
 * `openers` and `closers` frame a text, `but` joins praise to a complaint, `contact` asks for an answer at `{contact}`.
 */
export interface Phrases {
  good: Record<Exclude<Theme, "damage" | "late"> | "delivery", string[]>;
  bad: Record<Theme, string[]>;
  openers: {good: string[]; bad: string[]};
  closers: {good: string[]; bad: string[]};
  but: string[];
  contact: string[];
  /** Between sentences. */
  gap: string;
}
