import type {Lang} from "../format/lang.ts";

/** The language of a path: Chinese pages live under /zh. */
export const langOf = (path: string): Lang => (/^\/zh(\/|$)/.test(path) ? "zh" : "en");

/** The English path of a page: "/zh/cohorts" → "/cohorts", "/zh/index" → "/". */
export const bare = (path: string): string => path.replace(/^\/zh(?=\/|$)/, "").replace(/(^|\/)index$/, "$1") || "/";

/** The path of a page in a language: "/cohorts" → "/zh/cohorts". */
export const inLanguage = (lang: Lang, path: string): string => (lang === "zh" ? `/zh${path}` : path);

/**
 * A file of the site as seen from a page, for addresses that Framework does not rewrite, such as a form's action:
 * from "/zh/customers/c-1" to "/zh/customers" is "../customers.html".
 */
export function relativeFile(from: string, to: string): string {
  const folder = from.split("/").slice(0, -1);
  const target = (to.endsWith("/") ? `${to}index` : to).split("/");
  let shared = 0;
  while (shared < folder.length && shared < target.length - 1 && folder[shared] === target[shared]) shared++;
  const up = "../".repeat(folder.length - shared) || "./";
  return `${up}${target.slice(shared).join("/")}.html`;
}
