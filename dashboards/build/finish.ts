import {UserError} from "../../warehouse/error.ts";
import type {Language} from "../context.ts";
import {linkTo, rootOf} from "./address.ts";
import {place} from "./markdown.ts";

/** What Framework's file of a page is completed with. */
export interface Completion {
  address: string;
  lang: Language;
  head: string;
  header: string;
  html: string;
  footer: string;
}

/**
 * The browser itself refuses whatever leaves the origin; that is all this is for. Inline scripts and styles are ours, Apache
 * Arrow compiles its readers (`unsafe-eval`), DuckDB runs in a worker from a blob.
 */
const policy =
  "default-src 'self' data: blob:; script-src 'self' blob: 'unsafe-inline' 'unsafe-eval'; " +
  "style-src 'self' 'unsafe-inline'; form-action 'self'; base-uri 'self'";

/** Root-based links and form targets become relative addresses of files. */
const relative = (html: string, address: string): string =>
  html.replace(
    / (href|action)="(\/(?!\/)[^"]*)"/g,
    (_, name: string, to: string) => ` ${name}="${linkTo(address, to)}"`
  );

/** Puts shell and html into the file that Framework made, and mends what it has no option for: language and zoom. */
export function finish(framed: string, {address, lang, head, header, html, footer}: Completion): string {
  if (framed.includes("observablehq--error")) throw new UserError(`build: page ${address}: its cell is no JavaScript`);
  const at = (markup: string): string => relative(markup, address);
  return framed
    .replace("<html>", `<html lang="${lang === "zh" ? "zh-CN" : "en"}" data-root="${rootOf(address)}">`)
    .replace(
      '<meta charset="utf-8">',
      (charset) => `${charset}\n<meta http-equiv="Content-Security-Policy" content="${policy}">`
    )
    .replace(", maximum-scale=1", "")
    .replace("</head>", (end) => `${at(head)}\n${end}`)
    .replace("<main ", (start) => `<header id="observablehq-header">${at(header)}</header>\n${start}`)
    .replace(place, () => at(html))
    .replace("</main>", (end) => `${end}\n<footer id="observablehq-footer"><div>${at(footer)}</div></footer>`);
}
