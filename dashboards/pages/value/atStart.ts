/** A clause as it stands at the beginning of a sentence. */
export const atStart = (clause: string): string => clause.charAt(0).toUpperCase() + clause.slice(1);
