/** Changes whenever the code that reads, judges or masks texts comes to mean something else. */
export const textVersion = 2;
