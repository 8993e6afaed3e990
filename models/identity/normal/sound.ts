import {doubleMetaphone} from "double-metaphone";

/**
 * How a Latin name sounds: its primary code by Double Metaphone (Philips, "The Double Metaphone Search Algorithm", C/C++ Users
 * Journal, 2000), so that smith and smyth are both SM0. Null for what has no sound.
 */
export const sound = (latin: string | null): string | null =>
  latin === null ? null : doubleMetaphone(latin)[0] || null;
