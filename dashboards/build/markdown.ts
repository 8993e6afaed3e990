/** The bundle that a page runs and, where a module takes the page over, the expression of its start data. */
export interface Live {
  bundle: string;
  start?: string;
}

/** Where the page's html goes. It never passes through Framework, which would parse it twice a page and rewrite its links. */
export const place = '<div id="page"></div>';

/**
 * The Markdown file of a page: its title, the place of its html, and the cell that starts its browser code and then marks the
 * page as ready (`<html data-ready>`).
 */
export function markdown(title: string, {bundle, start}: Live): string {
  const path = JSON.stringify(`/${bundle}`);
  const begin = start === undefined ? `import ${path};` : `import {start} from ${path};\nawait start(${start});`;
  const cell = `${begin}\ndocument.documentElement.dataset.ready = "";`;
  return `---\ntitle: ${JSON.stringify(title)}\n---\n\n${place}\n\n\`\`\`js\n${cell}\n\`\`\`\n`;
}
