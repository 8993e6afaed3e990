/** Raised when code that decides personas changes its meaning. */
export const personaVersion = 3;
