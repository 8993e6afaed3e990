import {UserError} from "../../warehouse/error.ts";
import type {Language} from "../context.ts";
import {type Cost, costOf, overBudget} from "./budget.ts";
import {foreignAddresses, strayCells} from "./foreign.ts";
import {brokenLinks} from "./links.ts";
import {publishedFiles} from "./publishedFiles.ts";

/** Where a page is published. */
export interface PublishedPage {
  /** "/zh/cohorts". */
  address: string;
  lang: Language;
  /** "zh/cohorts.html". */
  file: string;
}

export interface SiteReport {
  pages: (PublishedPage & Cost)[];
  /** `page: html 41,212 of 40,000`; empty where every page keeps its budget. */
  overBudget: string[];
  files: number;
  bytes: number;
  milliseconds: number;
}

/** Measures a built site and throws a UserError with one line per dead link, foreign address or stray cell. */
export async function checkSite(
  folder: string,
  pages: readonly PublishedPage[]
): Promise<Omit<SiteReport, "milliseconds">> {
  const files = await publishedFiles(folder);
  const problems = [...(await brokenLinks(files)), ...(await foreignAddresses(files)), ...(await strayCells(files))];
  if (problems.length > 0) throw new UserError(problems.map((problem) => `build: ${problem}`).join("\n"));
  const measured = await Promise.all(pages.map(async (page) => ({...page, ...(await costOf(page.file, files))})));
  const sizes = await Promise.all(files.paths.map(files.bytes));
  return {
    pages: measured,
    overBudget: measured.flatMap((page) => overBudget(page.file, page)),
    files: files.paths.length,
    bytes: sizes.reduce((sum, bytes) => sum + bytes, 0)
  };
}
