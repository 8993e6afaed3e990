import {tagsOf, unescaped} from "./markup.ts";
import type {PublishedFiles} from "./publishedFiles.ts";

const addressAttributes = ["href", "src", "action", "formaction", "poster", "data"];

/** The addresses that a page names in attributes, as text. `data:` addresses and the empty one are no links. */
export const addressesIn = (html: string): string[] =>
  tagsOf(html).flatMap(({attributes}) =>
    addressAttributes
      .map((name) => unescaped(attributes.get(name) ?? ""))
      .concat((attributes.get("srcset") ?? "").split(",").map((part) => part.trim().split(/\s/)[0]!))
      .filter((address) => address !== "" && !address.startsWith("data:"))
  );

const idsIn = (html: string): Set<string> =>
  new Set(
    tagsOf(html).flatMap(({attributes}) =>
      ["id", "name"].flatMap((name) => unescaped(attributes.get(name) ?? "") || [])
    )
  );

const base = "site://site/";

/** The file that a link of a page leads to, and its fragment; null where it leaves the site. */
function targetOf(page: string, link: string): {file: string; fragment: string} | null {
  if (!URL.canParse(link, base + page)) return null;
  const url = new URL(link, base + page);
  if (!url.href.startsWith(base)) return null;
  const path = decodeURIComponent(url.pathname).slice(1);
  return {
    file: path === "" || path.endsWith("/") ? `${path}index.html` : path,
    fragment: decodeURIComponent(url.hash.slice(1))
  };
}

/** Every link of the site that leads nowhere or out of it, as `page: problem`. Root-based links count: the site may lie in a folder. */
export async function brokenLinks({paths, read}: PublishedFiles): Promise<string[]> {
  const files = new Set(paths);
  const ids = new Map<string, Set<string>>();
  const hasId = async (file: string, id: string): Promise<boolean> => {
    const known = ids.get(file) ?? idsIn(await read(file));
    ids.set(file, known);
    return known.has(id);
  };
  const problems: string[] = [];
  for (const page of paths.filter((path) => path.endsWith(".html"))) {
    for (const link of new Set(addressesIn(await read(page)))) {
      const target = targetOf(page, link);
      if (!target) problems.push(`${page}: foreign address "${link}"`);
      else if (link.startsWith("/")) problems.push(`${page}: address from the root "${link}"`);
      else if (!files.has(target.file)) problems.push(`${page}: dead link "${link}"`);
      else if (target.fragment && target.file.endsWith(".html") && !(await hasId(target.file, target.fragment)))
        problems.push(`${page}: dead link "${link}": no such id`);
    }
  }
  return problems;
}
