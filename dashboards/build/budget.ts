import {gzipSync} from "node:zlib";
import {tagsOf, unescaped} from "./markup.ts";
import type {PublishedFiles} from "./publishedFiles.ts";

/** What a page costs before anybody touches it: bytes after gzip, requests (itself included), elements. */
export interface Cost {
  html: number;
  css: number;
  script: number;
  data: number;
  requests: number;
  elements: number;
}

/** The most that a page may cost. */
export const budget: Cost = {html: 40_000, css: 12_000, script: 60_000, data: 60_000, requests: 15, elements: 1_500};

const gzipped = (text: string): number => gzipSync(text).length;

/** What the page loads at first, computed from its file: Framework preloads every module that is not lazy. */
export async function costOf(page: string, {paths, read}: PublishedFiles): Promise<Cost> {
  const html = await read(page);
  const tags = tagsOf(html);
  const linked = (rel: string): string[] =>
    tags
      .filter(({name, attributes}) => name === "link" && attributes.get("rel") === rel)
      .map(({attributes}) => new URL(unescaped(attributes.get("href")!), `site://site/${page}`).pathname.slice(1));
  const size = async (files: string[]): Promise<number> => {
    const sizes = await Promise.all(files.map(async (file) => gzipped(await read(decodeURIComponent(file)))));
    return sizes.reduce((sum, bytes) => sum + bytes, 0);
  };
  const styles = [...new Set(linked("stylesheet"))];
  const modules = [...new Set(linked("modulepreload"))];
  const data = paths.filter((path) => path.startsWith("data/start/") && html.includes(path));
  return {
    html: gzipped(html),
    css: await size(styles),
    script: await size(modules),
    data: await size(data),
    requests: 1 + styles.length + modules.length + data.length,
    elements: tags.length
  };
}

/** Where a page costs more than it may, as `page: html 41,212 of 40,000`. */
export const overBudget = (page: string, cost: Cost): string[] =>
  (Object.keys(budget) as (keyof Cost)[])
    .filter((part) => cost[part] > budget[part])
    .map((part) => `${page}: ${part} ${cost[part].toLocaleString("en")} of ${budget[part].toLocaleString("en")}`);
