/** A formatted change without its sign: a delta says the direction itself. */
export const unsigned = (text: string): string => text.replace(/^[+−]/, "");
