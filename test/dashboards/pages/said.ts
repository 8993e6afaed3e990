/** The words of some markup, one space between them. */
export const words = (markup: string | undefined): string =>
  markup!
    .replace(/<[^>]+>/g, "")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replace(/\s+/g, " ")
    .trim();

/** The words of the panel with an id. */
export const panelOf = (page: string, id: string): string =>
  words(page.split("<section").find((part) => part.includes(`id="${id}"`)));

/** The words of the finding. */
export const findingOf = (page: string): string => words(/<p class="finding">(.*?)<\/p>/.exec(page)![1]);

/** What no page may say. */
export const broken = /NaN|undefined|Infinity|\[object|null/;
