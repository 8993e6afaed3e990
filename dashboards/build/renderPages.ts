import type {Relation} from "../../warehouse/relation.ts";
import {UserError, messageOf} from "../../warehouse/error.ts";
import type {Language} from "../context.ts";
import type {Page, PageData} from "../page.ts";
import {onlyOf} from "../partOf.ts";
import {addressOf} from "./address.ts";
import {type Company, pageContext} from "./pageContext.ts";

export const languages: readonly Language[] = ["en", "zh"];

type Rows = Record<string, unknown>[];

/** Rows of a mart in grain order; refuses one that is too large to be rendered. */
export type ReadMart = (mart: Relation) => Promise<Rows>;

/** A page in one language, before it is a file. */
export interface RenderedPage {
  page: Page;
  lang: Language;
  address: string;
  html: string;
  /** What the page's browser code starts with; undefined where it needs nothing. */
  start: unknown;
}

/** Renders every page in both languages. Each mart, or part of one, is read once. Throws a UserError that names the page. */
export async function renderPages(
  pages: readonly Page[],
  read: ReadMart,
  company: Company,
  onPage: (address: string) => void
): Promise<RenderedPage[]> {
  const marts = new Map<string, Promise<Rows>>();
  const rowsOf = (mart: Relation): Promise<Rows> => {
    const what = `${mart.name} ${JSON.stringify(onlyOf(mart))}`;
    const rows = marts.get(what) ?? read(mart);
    marts.set(what, rows);
    return rows;
  };
  const rendered: RenderedPage[] = [];
  for (const page of pages) {
    for (const lang of languages) {
      const address = addressOf(page.path, lang);
      onPage(address);
      try {
        const entries = page.marts.map(async (mart) => [mart.name, await rowsOf(mart)] as const);
        const data = Object.fromEntries(await Promise.all(entries)) as PageData<readonly Relation[]>;
        const context = pageContext(page.path, lang, company);
        const html = String(page.render(data, context));
        rendered.push({page, lang, address, html, start: page.live?.data?.(data, context)});
      } catch (error) {
        throw new UserError(`build: page ${address}: ${messageOf(error)}`, {cause: error});
      }
    }
  }
  return rendered;
}
