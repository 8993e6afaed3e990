const mask = /[*＊…]|^\s*(?:##|\$\$)|#{3}|[•●◦∗✱×■□█]{2}|(?<![a-z])x{3,}(?![a-z])/i;

/**
 * Whether a value is hidden in part, as in 138****1234, a…@…, ##密文 or 622xxxx18: two people with one mask are not one person, so
 * such a value takes no part in matching.
 */
export const isMasked = (raw: string): boolean => mask.test(raw);
