import {lessons, terms} from "./terms.ts";

/** Changes where recommendations come out differently from the same purchases; the number is raised by hand where code says so alone. */
export const recommendVersion = [1, terms, lessons] as const;
