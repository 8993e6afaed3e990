import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import type {Page} from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

interface Violation {
  id: string;
  nodes: {html: string}[];
}

/** Violations of WCAG 2.2 AA and best practice on the page, as `rule: first offending element (and n more)`. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(source);
  const violations = (await page.evaluate(
    `axe.run({runOnly: ${JSON.stringify(tags)}, resultTypes: ["violations"]}).then((found) => found.violations)`
  )) as Violation[];
  return violations.map(({id, nodes}) => {
    const more = nodes.length > 1 ? ` (and ${nodes.length - 1} more)` : "";
    return `${id}: ${nodes[0]!.html.slice(0, 160)}${more}`;
  });
}
