import type {PublishedFiles} from "./publishedFiles.ts";

/** Names of XML vocabularies look like addresses and are never fetched. */
const vocabularies = /^https?:\/\/www\.w3\.org\//;

/** Addresses outside the site that scripts and stylesheets hold, as `file: foreign address "…"`. */
export async function foreignAddresses({paths, read}: PublishedFiles): Promise<string[]> {
  const problems: string[] = [];
  for (const path of paths.filter((path) => /\.(?:js|css)$/.test(path))) {
    const found = (await read(path)).match(/\b(?:https?|wss?):\/\/[\w.-]+[^\s"'`)\\]*/g) ?? [];
    for (const address of new Set(found)) {
      if (!vocabularies.test(address)) problems.push(`${path}: foreign address "${address}"`);
    }
  }
  return problems;
}

/** Pages in which Markdown turned text into a live cell: more places for a cell than the one that starts browser code. */
export async function strayCells({paths, read}: PublishedFiles): Promise<string[]> {
  const problems: string[] = [];
  for (const path of paths.filter((path) => path.endsWith(".html"))) {
    const cells = (await read(path)).match(/<!--:[0-9a-f]{8}(?:-\d+)?:-->/g) ?? [];
    if (cells.length > 1) problems.push(`${path}: text became a live cell; escape "\${"`);
  }
  return problems;
}
